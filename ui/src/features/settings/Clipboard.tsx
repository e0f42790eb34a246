/** After which time a copied secret is taken off the clipboard. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Card } from "../../components/Card";
import { Select } from "../../components/Select";
import { spellDuration } from "../../locales/format";
import { useSaving } from "./useSaving";

/** Offered times; Rust keeps whatever is saved between 10 and 600 seconds. */
const CLEARING_SECONDS = [15, 30, 60, 120, 300, 600];

export function Clipboard() {
  const { t, i18n } = useLingui();
  const { settings, save, failed } = useSaving();
  const offered = [...new Set([...CLEARING_SECONDS, settings.clipboardSeconds])].sort((a, b) => a - b);
  return (
    <Card
      title={<Trans>Clipboard</Trans>}
      text={<Trans>A secret that you copied is taken off the clipboard again by Latchkey.</Trans>}
    >
      <div className="settings__fields">
        <Select
          label={t`Clear a copied secret after`}
          value={String(settings.clipboardSeconds)}
          onChange={(seconds) => save({ clipboardSeconds: Number(seconds) })}
          options={offered.map((seconds) => ({
            value: String(seconds),
            label: spellDuration(seconds, i18n.locale),
          }))}
        />
      </div>
      {failed}
    </Card>
  );
}
