/** Asks why a finding may stay. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { FailurePanel } from "../app/FailurePanel";
import { toFailure } from "../backend/backend";
import type { HealthFinding } from "../backend/bindings";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { TextArea } from "../components/TextField";
import { codeWords } from "./codes";
import { useAcknowledging } from "./useAcknowledging";

/** As in `app/acknowledge_finding.rs`, which has the last word. */
const REASON_MAX = 500;

/** The finding that is asked about, or none. */
export function AcknowledgeDialog({
  finding,
  onClose,
}: {
  finding: HealthFinding | null;
  onClose: () => void;
}) {
  return finding && <Asked key={`${finding.clientId} ${finding.code}`} finding={finding} onClose={onClose} />;
}

function Asked({ finding, onClose }: { finding: HealthFinding; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [reason, setReason] = useState("");
  const acknowledging = useAcknowledging();
  const keep = () => acknowledging.mutate({ finding, reason }, { onSuccess: onClose });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={<Trans>Acknowledge a finding</Trans>}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="primary"
            onPress={keep}
            isPending={acknowledging.isPending}
            isDisabled={reason.trim() === ""}
          >
            <Trans>Acknowledge</Trans>
          </Button>
        </>
      }
    >
      <p>
        <strong>{i18n._(codeWords[finding.code])}</strong> · <span translate="no">{finding.clientName}</span>
      </p>
      <p className="muted">
        <Trans>
          The finding moves to those that are acknowledged. It comes back by itself when what was found
          changes. Nothing is sent to the organization; it is kept on this computer.
        </Trans>
      </p>
      <TextArea
        label={t`Why may it stay?`}
        value={reason}
        onChange={setReason}
        counterMax={REASON_MAX}
        placeholder={t`For example: only reachable inside our own network, until the kiosk is replaced in May`}
      />
      {acknowledging.error && <FailurePanel failure={toFailure(acknowledging.error)} />}
    </Dialog>
  );
}
