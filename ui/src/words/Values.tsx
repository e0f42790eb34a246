/** Values inside sentences: identifiers, numbers, durations and months, each written as the language writes it. */
import { useLingui } from "@lingui/react";
import { Fragment } from "react";
import type { AnnouncedDate } from "../backend/bindings";
import { Code as Id } from "../components/Code";
import { spellAnnounced, spellDay, spellDuration, spellList, spellNumber } from "../locales/format";

/** An identifier or address: never translated, never mirrored. */
export { Id };

export function Num({ value }: { value: number }) {
  const { i18n } = useLingui();
  return <>{spellNumber(value, i18n.locale)}</>;
}

export function Duration({ seconds }: { seconds: number }) {
  const { i18n } = useLingui();
  return <>{spellDuration(seconds, i18n.locale)}</>;
}

/** A day, of a moment or as `YYYY-MM-DD`. */
export function Day({ day }: { day: string }) {
  const { i18n } = useLingui();
  return <>{spellDay(day, i18n.locale)}</>;
}

/** A day or a month that Genesys announced. */
export function Announced({ date }: { date: AnnouncedDate }) {
  const { i18n } = useLingui();
  return <>{spellAnnounced(date, i18n.locale)}</>;
}

/** Most identifiers that are written out in a sentence. */
const MOST_IDS = 8;

/** Identifiers one after the other, the first of them where there are many. */
export function Ids({ ids }: { ids: string[] }) {
  return (
    <>
      {ids.slice(0, MOST_IDS).map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ", "}
          <Id>{id}</Id>
        </Fragment>
      ))}
      {ids.length > MOST_IDS && ", …"}
    </>
  );
}

/** Names joined as the language joins them: "A, B and C". */
export function Names({ names }: { names: string[] }) {
  const { i18n } = useLingui();
  return <>{spellList(names, i18n.locale)}</>;
}
