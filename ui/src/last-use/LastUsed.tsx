/** When a client was last used, as far as anybody looked: never that it is unused. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { LastUse } from "../backend/bindings";
import { spellDay } from "../locales/format";

export function LastUsed({ lastUse: { days, requests, lastDay } }: { lastUse: LastUse }) {
  const { i18n } = useLingui();
  if (lastDay) {
    const day = spellDay(lastDay, i18n.locale);
    return <Trans>Last called on {day}.</Trans>;
  }
  if (requests > 0) {
    return <Plural value={days} one="Called in the last day." other="Called in the last # days." />;
  }
  return (
    <Plural
      value={days}
      one="No call was counted in the last day."
      other="No call was counted in the last # days."
    />
  );
}
