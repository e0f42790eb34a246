/** Shows a component or the whole app in a test, in any language including the pseudo-locale, light or dark. */
import { i18n } from "@lingui/core";
import type { ReactNode } from "react";
import { render } from "vitest-browser-react";
import { App } from "../app/App";
import { Providers } from "../app/Providers";
import { newQueryClient, settingsQuery } from "../backend/backend";
import type { OrgView, Settings } from "../backend/bindings";
import { messages as pseudo } from "../locales/pseudo.po";
import { type Answers, mockBackend } from "./mockBackend";
import { practiceOrg } from "./org";

i18n.load("pseudo", pseudo);

/** A component among the providers. */
export function show(children: ReactNode) {
  return render(
    <Providers i18n={i18n} queries={newQueryClient()} org={practiceOrg}>
      {children}
    </Providers>,
  );
}

interface Scene {
  /** Address of the screen, for example `#/clients`. */
  hash: string;
  answers?: Answers;
  settings?: Settings;
  /** Null: no organization is open. */
  org?: OrgView | null;
}

/** The whole app on a screen. */
export async function showApp({ hash, answers, settings = {}, org = practiceOrg }: Scene) {
  const all: Settings = { language: "english", theme: "light", clipboardSeconds: 60, ...settings };
  const backend = mockBackend(answers, all);
  window.location.hash = hash;
  const queries = newQueryClient();
  queries.setQueryData(settingsQuery.queryKey, all);
  const screen = await render(
    <Providers i18n={i18n} queries={queries} org={org}>
      <App />
    </Providers>,
  );
  return { screen, backend };
}

/** From now on every translated text has marks, so that an untranslated one stands out. */
export function usePseudoLocale(): void {
  i18n.activate("pseudo");
}
