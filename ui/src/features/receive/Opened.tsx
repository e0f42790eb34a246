/** What was in a sealed file: the client, its secret on request, and files for the tools of the receiver. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Trash2 } from "lucide-react";
import { commands } from "../../backend/backend";
import type { OpenedFile } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { type Definition, DefinitionList } from "../../components/DefinitionList";
import { Notice } from "../../components/Notice";
import { Documents } from "../../hand-over/Documents";
import { spellDateTime, spellDuration } from "../../locales/format";
import { SecretValue } from "../../one-time-secret/SecretValue";
import { CopyClientId } from "../../words/CopyClientId";
import { HeldGrantTypeName } from "../../words/purposes";
import { Id } from "../../words/Values";
import "./receive.css";

export function Opened({ file, onClose }: { file: OpenedFile; onClose: () => void }) {
  const rows = useRows(file);
  return (
    <>
      <Card title={<span translate="no">{file.client.name}</span>}>
        {file.practice && (
          <Notice tone="info" title={<Trans>This client is of a practice organization</Trans>}>
            <p>
              <Trans>Nothing about it is real: its values work nowhere else.</Trans>
            </p>
          </Notice>
        )}
        <DefinitionList rows={rows} />
        {file.note !== "" && (
          <figure className="sender-note">
            <figcaption>
              <Trans>The sender says</Trans>
            </figcaption>
            <blockquote translate="no">{file.note}</blockquote>
          </figure>
        )}
        <p className="muted">
          <Trans>
            A file does not prove who sealed it. If you did not expect this one, ask the sender before you use
            it.
          </Trans>
        </p>
        <div className="row">
          <Button icon={Trash2} onPress={onClose}>
            <Trans>Close and let go of the secret</Trans>
          </Button>
        </div>
      </Card>
      <Documents documents={file.documents} onSave={(kind) => commands.saveSealedDocument(kind)} />
    </>
  );
}

function useRows({ client, organization, region, sealedAt }: OpenedFile): Definition[] {
  const { i18n } = useLingui();
  const rows: Definition[] = [
    {
      key: "org",
      label: <Trans>Organization</Trans>,
      value: (
        <>
          <span translate="no">{organization}</span> <Id>{region.domain}</Id>
        </>
      ),
    },
    {
      key: "id",
      label: <Trans>Client ID</Trans>,
      value: <Id>{client.id}</Id>,
      action: <CopyClientId id={client.id} variant="secondary" />,
    },
    {
      key: "secret",
      label: <Trans>Client secret</Trans>,
      value: (
        <SecretValue
          onReveal={() => commands.revealSealedSecret()}
          onCopy={() => commands.copySealedSecret()}
        />
      ),
    },
    { key: "grant", label: <Trans>Grant type</Trans>, value: <HeldGrantTypeName held={client.grantType} /> },
  ];
  if (client.seconds !== null) {
    rows.push({
      key: "duration",
      label: <Trans>Token duration</Trans>,
      value: spellDuration(client.seconds, i18n.locale),
    });
  }
  rows.push({ key: "sealed", label: <Trans>Sealed</Trans>, value: spellDateTime(sealedAt, i18n.locale) });
  return rows;
}
