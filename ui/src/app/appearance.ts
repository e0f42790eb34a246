/** Applies the language and the colours of the settings to the document. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { commands, settingsQuery } from "../backend/backend";
import type { Settings } from "../backend/bindings";
import { activate, localeFor } from "../locales/i18n";

/** What holds until something else was saved. */
export const DEFAULTS: Required<Settings> = {
  language: "system",
  theme: "system",
  clipboardSeconds: 60,
  secretDays: 7,
  markDescriptions: false,
  opensLast: false,
};

/** Language and theme, now. */
export function apply(settings: Settings): void {
  activate(localeFor(settings.language ?? "system"));
  const { theme } = settings;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** The settings, and how to change them: shown at once, saved behind. */
export function useSettings() {
  const client = useQueryClient();
  const { data } = useQuery(settingsQuery);
  const settings: Required<Settings> = { ...DEFAULTS, ...data };
  const change = useCallback(
    async (part: Partial<Settings>) => {
      const next = { ...DEFAULTS, ...client.getQueryData(settingsQuery.queryKey), ...part };
      client.setQueryData(settingsQuery.queryKey, next);
      client.setQueryData(settingsQuery.queryKey, await commands.saveSettings(next));
    },
    [client],
  );
  return { settings, change };
}

/** Keeps the document as the settings say. */
export function useAppearance(): void {
  const { settings } = useSettings();
  const { language, theme } = settings;
  useEffect(() => apply({ language, theme }), [language, theme]);
}
