/** Languages: which there are, which one is shown, and how its numbers and dates are written. */
import { type I18n, i18n, setupI18n } from "@lingui/core";
import type { Language, LanguageChoice } from "../backend/bindings";
import { messages as en } from "./en.po";
import { messages as fr } from "./fr.po";

/** Locales with a catalog. */
export type Locale = "en" | "fr";

i18n.load({ en, fr });

/** The locale for a setting; the system's language if that is one of ours, else English. */
export function localeFor(choice: LanguageChoice, system: readonly string[] = navigator.languages): Locale {
  if (choice === "english") return "en";
  if (choice === "french") return "fr";
  for (const language of system) {
    if (/^fr\b/i.test(language)) return "fr";
    if (/^en\b/i.test(language)) return "en";
  }
  return "en";
}

/** How Rust calls a locale. */
export function languageOf(locale: string): Language {
  return locale === "fr" ? "french" : "english";
}

/** The catalogs in a language that is not the shown one, for a text that somebody else will read. */
export function inLocale(locale: Locale): I18n {
  return setupI18n({ locale, messages: { en, fr } });
}

/** Shows a language from now on, and says so on the document for screen readers and hyphenation. */
export function activate(locale: Locale): void {
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

export { i18n };
