/** Saves a file for whoever helps when Latchkey does not work, and says what is in it. */
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { SaveOutcome } from "../../app/SaveOutcome";
import { commands } from "../../backend/backend";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";

export function SupportReport() {
  const saving = useMutation({ mutationFn: () => commands.saveSupportBundle() });
  return (
    <Card
      title={<Trans>Report for support</Trans>}
      text={
        <Trans>
          A file for whoever helps you when something does not work. It is only saved: Latchkey sends it to
          nobody.
        </Trans>
      }
    >
      <ul className="bullets">
        <li>
          <Trans>
            In it: the version of Latchkey, the operating system, these settings without those of the network,
            whether the history can be written, and the last 100 operations with their steps, times, error
            codes and correlation IDs, and with the IDs of organizations and clients.
          </Trans>
        </li>
        <li>
          <Trans>
            Not in it: secrets, passwords and tokens, and the names of people, organizations and clients.
          </Trans>
        </li>
      </ul>
      <div>
        <Button icon={FileDown} onPress={() => saving.mutate()} isPending={saving.isPending}>
          <Trans>Save the report</Trans>
        </Button>
      </div>
      <SaveOutcome saving={saving}>{() => <Trans>The report was saved to this file:</Trans>}</SaveOutcome>
    </Card>
  );
}
