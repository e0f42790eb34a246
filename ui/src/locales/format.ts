/** Numbers, dates and durations as each language writes them, through the browser's own tables. */
import type { AnnouncedDate } from "../backend/bindings";

const UNITS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
  { unit: "second", seconds: 1 },
] as const;

/** Up to this, hours read better than days: 24 and 48 hours are what Genesys Cloud says. */
const HOURS_UP_TO = 172_800;

/** A formatter costs more than a hundred texts of it: each is made once. */
function once<Options, Formatter>(make: (locale: string, options: Options) => Formatter) {
  const made = new Map<string, Formatter>();
  return (locale: string, options: Options): Formatter => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const formatter = made.get(key) ?? make(locale, options);
    made.set(key, formatter);
    return formatter;
  };
}

const numbers = once((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const dates = once((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const lists = once((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));

/** The region of the system, where it speaks the same language: `fr` may be `fr-CA`. */
function regional(locale: string): string {
  return navigator.languages.find((language) => language.toLowerCase().startsWith(`${locale}-`)) ?? locale;
}

/** Seconds in the largest units that fit: "18 hours", "450 days". */
export function spellDuration(seconds: number, locale: string): string {
  const units = seconds <= HOURS_UP_TO ? UNITS.slice(1) : UNITS;
  let rest = seconds;
  const parts: string[] = [];
  for (const { unit, seconds: size } of units) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0 || (unit === "second" && parts.length === 0)) {
      parts.push(numbers(locale, { style: "unit", unit, unitDisplay: "long" }).format(amount));
    }
  }
  return lists(locale, { type: "unit", style: "long" }).format(parts);
}

/** A number with the separators of the language. */
export function spellNumber(value: number, locale: string): string {
  return numbers(regional(locale), {}).format(value);
}

/** A day: "22 Nov 2026". The text itself when it is not a date. */
export function spellDate(iso: string, locale: string): string {
  return spell(iso, locale, { dateStyle: "medium" });
}

/** A day that has no time, as `YYYY-MM-DD`, or the day of a moment. Without a time it is the same day everywhere. */
export function spellDay(day: string, locale: string): string {
  return spell(day, locale, { dateStyle: "medium", ...(day.length === 10 ? { timeZone: "UTC" } : {}) });
}

/** A day with the time of day. */
export function spellDateTime(iso: string, locale: string): string {
  return spell(iso, locale, { dateStyle: "long", timeStyle: "short" });
}

/** A time of day: "14:05" or "2:05 PM". */
export function spellTime(iso: string, locale: string): string {
  return spell(iso, locale, { timeStyle: "short" });
}

function spell(iso: string, locale: string, style: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : dates(regional(locale), style).format(date);
}

/**
 * What was announced, as precise as it was: "25 May 2026" or "May 2027". French has an article before a day only, so that
 * "depuis" and "d’ici" fit both.
 */
export function spellAnnounced(announced: AnnouncedDate, locale: string): string {
  const { year, month } = announced;
  if (announced.precision === "month") {
    return dates(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
      Date.UTC(year, month - 1),
    );
  }
  const day = dates(regional(locale), { dateStyle: "long", timeZone: "UTC" }).format(
    Date.UTC(year, month - 1, announced.day),
  );
  return locale === "fr" ? `le ${day.replace(/^1 /, "1er ")}` : day;
}

/** Names joined as the language joins them: "A, B and C". */
export function spellList(names: readonly string[], locale: string): string {
  return lists(locale, { type: "conjunction" }).format(names);
}
