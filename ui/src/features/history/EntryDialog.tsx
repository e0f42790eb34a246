/** One entry with its steps, over the history. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { LifeBuoy } from "lucide-react";
import { navigate } from "../../app/navigation";
import { useOpenOrg } from "../../app/open-org";
import { TakeBackRole } from "../../app/TakeBackRole";
import type { HistoryEntry } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Code } from "../../components/Code";
import { type Definition, DefinitionList } from "../../components/DefinitionList";
import { Dialog } from "../../components/Dialog";
import { Notice } from "../../components/Notice";
import { spellDateTime } from "../../locales/format";
import { CopyClientId } from "../../words/CopyClientId";
import { destinationWords, isInterrupted, kindWords, saysOf } from "../../words/operations";
import { StageBadge } from "../../words/StageBadge";
import { StepList } from "./StepList";

export function EntryDialog({ entry, onClose }: { entry: HistoryEntry | null; onClose: () => void }) {
  const { i18n } = useLingui();
  if (!entry) return null;
  const what = i18n._(kindWords[entry.kind]);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="wide"
      title={
        <Trans>
          {what}: <span translate="no">{entry.clientName}</span>
        </Trans>
      }
    >
      <Outcome entry={entry} />
      <Values entry={entry} />
      <WayBack entry={entry} onClose={onClose} />
      <StepList entry={entry} />
    </Dialog>
  );
}

function Outcome({ entry }: { entry: HistoryEntry }) {
  const { i18n } = useLingui();
  const { id, stage } = entry;
  const says = saysOf(entry);
  if (!isInterrupted(entry)) {
    return (
      <p>
        <StageBadge stage={stage} /> {i18n._(says)}
      </p>
    );
  }
  return (
    <Notice
      tone="warning"
      title={<StageBadge stage={stage} />}
      actions={
        <Button
          variant="primary"
          icon={LifeBuoy}
          onPress={() => navigate({ page: "interrupted", operation: id })}
        >
          <Trans>Look what became of it</Trans>
        </Button>
      }
    >
      {i18n._(says)}
    </Notice>
  );
}

/** A role that somebody gave themselves is taken back here, in the organization in which it was given. */
function WayBack({ entry, onClose }: { entry: HistoryEntry; onClose: () => void }) {
  const { org } = useOpenOrg();
  const queries = useQueryClient();
  if (entry.kind !== "grantRole" || entry.stage !== "done") return null;
  if (org?.name !== entry.orgName) {
    return (
      <p className="muted">
        <Trans>
          To take the role back, open <span translate="no">{entry.orgName}</span>.
        </Trans>
      </p>
    );
  }
  const takenBack = async () => {
    await queries.invalidateQueries({ queryKey: ["history"] });
    onClose();
  };
  return (
    <div className="row">
      <TakeBackRole org={org} role={entry.clientName} operation={entry.id} onTakenBack={takenBack} />
    </div>
  );
}

function Values({ entry }: { entry: HistoryEntry }) {
  const { i18n } = useLingui();
  const rows: Definition[] = [
    { key: "org", label: <Trans>Organization</Trans>, value: <span translate="no">{entry.orgName}</span> },
  ];
  if (entry.clientId !== null) {
    const id = entry.clientId;
    const copy = <CopyClientId id={id} />;
    rows.push({ key: "id", label: <Trans>Client ID</Trans>, value: <Code>{id}</Code>, action: copy });
  }
  rows.push({
    key: "who",
    label: <Trans>Who</Trans>,
    value: entry.userName === null ? <Trans>A program</Trans> : <span translate="no">{entry.userName}</span>,
  });
  if (entry.oauthClientId !== null) {
    rows.push({
      key: "through",
      label: <Trans>Signed in through the client</Trans>,
      value: <Code>{entry.oauthClientId}</Code>,
    });
  }
  if (entry.destination) {
    const value = i18n._(destinationWords[entry.destination]);
    rows.push({ key: "destination", label: <Trans>Secret went to</Trans>, value });
  }
  if (entry.noted === null) {
    rows.push({
      key: "changed",
      label: <Trans>Last changed</Trans>,
      value: spellDateTime(entry.changedAt, i18n.locale),
    });
  }
  return <DefinitionList rows={rows} />;
}
