/** For how many days a new secret waits, sealed, until somebody says where it went. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Card } from "../../components/Card";
import { Select } from "../../components/Select";
import { useSaving } from "./useSaving";

/** Offered numbers of days; Rust keeps whatever is saved between 1 and 30. */
const DAYS = [1, 2, 3, 5, 7, 14, 21, 30];

export function WaitingSecrets() {
  const { t } = useLingui();
  const { settings, save, failed } = useSaving();
  const offered = [...new Set([...DAYS, settings.secretDays])].sort((a, b) => a - b);
  return (
    <Card
      title={<Trans>Secrets that wait</Trans>}
      text={
        <Trans>
          A new client secret waits in Latchkey, sealed, until you say where it went. This is also true after
          Latchkey was closed, if your sign-in is kept in the keychain.
        </Trans>
      }
    >
      <div className="settings__fields">
        <Select
          label={t`Wipe a secret that waits after`}
          value={String(settings.secretDays)}
          onChange={(days) => save({ secretDays: Number(days) })}
          options={offered.map((days) => ({
            value: String(days),
            label: t`${plural(days, { one: "# day", other: "# days" })}`,
          }))}
        />
      </div>
      <p className="muted">
        <Trans>
          When Latchkey starts after this time, it wipes the secret. Nobody can read it then, and a program
          that still needs one needs a new secret. A change also holds for secrets that wait now.
        </Trans>
      </p>
      {failed}
    </Card>
  );
}
