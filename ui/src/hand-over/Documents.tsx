/** The client as files for its receiver, each in the form that one of their tools takes. None has the secret. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { SaveOutcome } from "../app/SaveOutcome";
import { copyText } from "../backend/backend";
import type { Document, DocumentKind, Exported } from "../backend/bindings";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { CodeBlock } from "../components/Code";
import { Select } from "../components/Select";
import { Id } from "../words/Values";

const words: Record<DocumentKind, { name: MessageDescriptor; says: MessageDescriptor }> = {
  frameworkJs: {
    name: msg`framework.js of the Embeddable Framework`,
    says: msg`Take clientIds over into your own framework.js, and keep what is there already.`,
  },
  env: {
    name: msg`Environment variables (.env)`,
    says: msg`Under the names that the tools of Genesys read. The line of the secret is empty: whoever has it fills it in.`,
  },
  curl: {
    name: msg`Commands for curl`,
    says: msg`Fetch a first token and look at it. curl asks for the secret, so that it stands in no command.`,
  },
  terraform: {
    name: msg`Terraform (CX as Code)`,
    says: msg`Takes over the client that exists, and creates no second one. The secret does not get into the state file.`,
  },
  json: {
    name: msg`Description (JSON)`,
    says: msg`Everything about the client, for a program or a ticket.`,
  },
};

interface DocumentsProps {
  documents: readonly Document[];
  /** Writes one of them into a file. */
  onSave: (kind: DocumentKind) => Promise<Exported>;
}

export function Documents({ documents, onSave }: DocumentsProps) {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState(documents[0]?.kind);
  const saving = useMutation({ mutationFn: onSave });
  const shown = documents.find((document) => document.kind === kind) ?? documents[0];
  if (!shown) return null;
  const { stem, ending, text } = shown;
  return (
    <Card title={<Trans>Files for the tools</Trans>} text={<Trans>They contain no secret.</Trans>}>
      <Select
        label={<Trans>Form</Trans>}
        value={shown.kind}
        onChange={(kind) => {
          setKind(kind);
          saving.reset();
        }}
        options={documents.map(({ kind }) => ({ value: kind, label: i18n._(words[kind].name) }))}
      />
      <p className="muted">{i18n._(words[shown.kind].says)}</p>
      <CodeBlock title={<Id>{`${stem}.${ending}`}</Id>} code={text} onCopy={() => copyText(text)} />
      <div className="row">
        <Button
          icon={Download}
          label={t`Save ${stem}.${ending}`}
          onPress={() => saving.mutate(shown.kind)}
          isPending={saving.isPending}
        >
          <Trans>Save</Trans>
        </Button>
      </div>
      <SaveOutcome saving={saving}>{() => <Trans>The file was saved:</Trans>}</SaveOutcome>
    </Card>
  );
}
