/** Finds words on the screen that did not go through the catalogs, while the pseudo-locale is on. */

import { regions } from "./regions";

/** Names and words that are the same in every language, or come from the widget library. */
const ALLOWED = ["Latchkey", "English", "Français", "OAuth", "Close", "Dismiss", "Working"];

/** Words of dates and durations: the browser writes them, and it has no pseudo-language. */
function valueWords(): string[] {
  const units = ["second", "minute", "hour", "day"].flatMap((unit) => [unit, `${unit}s`]);
  const months = Array.from({ length: 12 }, (_, month) => new Date(2026, month, 15)).flatMap((date) =>
    (["short", "long"] as const).map((style) => date.toLocaleString("en", { month: style })),
  );
  return [...units, ...months];
}

/** Regions are called by their places, in every language. */
const PLACES = regions.flatMap(({ place }) => place.match(/[A-Za-z]{3,}/g) ?? []);

/** Every visible or spoken text with plain words in it. Identifiers and names of the organization are exempt. */
export function untranslated(allowed: Iterable<string> = []): string[] {
  const fine = new Set([...ALLOWED, ...valueWords(), ...PLACES, ...allowed]);
  const found = new Set<string>();
  const judge = (text: string | null) => {
    const plain = (text ?? "").match(/[A-Za-z]{3,}/g) ?? [];
    const words = plain.filter((word) => !fine.has(word));
    if (words.length > 0 && !isPseudo(text ?? "")) found.add((text ?? "").trim());
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const name of ["aria-label", "placeholder", "title"]) judge(node.getAttribute(name));
    } else if (!isExempt(node.parentElement)) judge(node.textContent);
  }
  return [...found];
}

/** The pseudo-locale leaves values inside a message alone, but never the message itself. */
function isPseudo(text: string): boolean {
  return /[À-ɏ]/.test(text);
}

function isExempt(element: Element | null): boolean {
  return element?.closest("code, pre, script, style, [translate=no]") !== null;
}
