/** Choice of language and colours: on the first screen and in the settings. */
import { useLingui } from "@lingui/react/macro";
import type { LanguageChoice, Theme } from "../backend/bindings";
import { Select } from "../components/Select";
import { useSettings } from "./appearance";

/** The language names are each in their own language, so that everybody finds theirs. */
export function LanguageSelect({ isLabelHidden = false }: { isLabelHidden?: boolean }) {
  const { t } = useLingui();
  const { settings, change } = useSettings();
  return (
    <Select<LanguageChoice>
      label={t`Language`}
      isLabelHidden={isLabelHidden}
      value={settings.language}
      onChange={(language) => void change({ language }).catch(() => {})}
      options={[
        { value: "system", label: t`Language of the system` },
        { value: "english", label: "English" },
        { value: "french", label: "Français" },
      ]}
    />
  );
}

export function ThemeSelect({ isLabelHidden = false }: { isLabelHidden?: boolean }) {
  const { t } = useLingui();
  const { settings, change } = useSettings();
  return (
    <Select<Theme>
      label={t`Colours`}
      isLabelHidden={isLabelHidden}
      value={settings.theme}
      onChange={(theme) => void change({ theme }).catch(() => {})}
      options={[
        { value: "system", label: t`Colours of the system` },
        { value: "light", label: t({ message: "Light", context: "of colours" }) },
        { value: "dark", label: t`Dark` },
      ]}
    />
  );
}
