/** The preview of a change: where it goes and what will be different; then the one button. */
import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useId, useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { ProductionQuestion } from "../../../app/ProductionQuestion";
import { clientsQuery, commands, copyText, orgKey, toFailure } from "../../../backend/backend";
import type {
  ChangePreview,
  ClientDraft,
  Finding,
  OrgFacts,
  OrgView,
  Updated,
} from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { CodeBlock } from "../../../components/Code";
import { Disclosure } from "../../../components/Disclosure";
import { Findings } from "../../../components/Findings";
import { Loading } from "../../../components/Loading";
import { Changes } from "../../../differences/Changes";
import { Id } from "../../../words/Values";
import { FailurePlace } from "../check/FailurePlace";
import { Target } from "../check/Target";
import { toMessages } from "../fill-in/FormContext";
import { ChangedMeanwhile } from "./ChangedMeanwhile";
import "../check/check.css";

type ChangeCheckProps = {
  org: OrgView;
  facts: OrgFacts;
  draft: ClientDraft;
  /** The token duration that was typed, as Rust reads it. */
  seconds: number | null;
  onBack: () => void;
  /** Back to the form, with every error shown. */
  onErrors: () => void;
  onRebased: (draft: ClientDraft) => void;
  /** From now on something may have been sent. */
  onSend: () => void;
  onSaved: (updated: Updated) => void;
};

export function ChangeCheck(props: ChangeCheckProps) {
  const { org, facts, draft } = props;
  const { preview, save } = useChange(props);
  const [asks, setAsks] = useState(false);
  const reason = save.error ?? preview.error;
  const failure = reason === null ? null : toFailure(reason);
  if (failure?.kind === "changedMeanwhile" && draft.editing) {
    return (
      <ChangedMeanwhile
        org={org}
        mine={{ base: draft.editing, draft, seconds: props.seconds, facts }}
        differences={failure.differences}
        onBack={props.onBack}
        onRebased={(draft) => {
          save.reset();
          props.onRebased(draft);
        }}
      />
    );
  }
  // Every write to a production organization is asked for once more, a second try too.
  const begin = () => (org.marking.production ? setAsks(true) : save.mutate(false));
  return (
    <>
      {preview.isPending && <Loading />}
      {preview.data && (
        <Shown
          org={org}
          facts={facts}
          name={draft.editing?.name}
          preview={preview.data}
          isPutBack={!!draft.backTo}
        />
      )}
      {failure && (
        <FailurePlace kind={failure.kind}>
          <FailurePanel
            failure={failure}
            onRetry={() => (save.error ? begin() : void preview.refetch())}
            actions={
              <Button onPress={props.onErrors}>
                <Trans>Back to the form</Trans>
              </Button>
            }
          />
        </FailurePlace>
      )}
      {/* After a failure the panel above has the way on. */}
      {!failure && (
        <Footer
          org={org}
          preview={preview.data}
          isSaving={save.isPending}
          onBack={props.onBack}
          onSave={begin}
        />
      )}
      <ProductionQuestion
        org={org}
        title={
          <Trans>
            Change a client in the production organization <span translate="no">{org.name}</span>?
          </Trans>
        }
        confirmLabel={<Trans>Change it in production</Trans>}
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={() => {
          setAsks(false);
          save.mutate(true);
        }}
      >
        <Trans>
          The client <strong translate="no">{draft.editing?.name}</strong> will be different there at once.
        </Trans>
      </ProductionQuestion>
    </>
  );
}

function useChange({ org, draft, onSend, onSaved }: ChangeCheckProps) {
  const queries = useQueryClient();
  const preview = useQuery({
    queryKey: [...orgKey(org.id), "previewChange", draft],
    queryFn: () => commands.previewChange(org.id, draft),
    gcTime: 0,
  });
  const save = useMutation({
    mutationFn: (confirmed: boolean) => {
      onSend();
      return commands.updateClient(org.id, draft, confirmed);
    },
    onSuccess: (updated) => {
      void queries.invalidateQueries({ queryKey: clientsQuery(org.id).queryKey });
      onSaved(updated);
    },
  });
  return { preview, save };
}

type FooterProps = {
  org: OrgView;
  preview: ChangePreview | undefined;
  isSaving: boolean;
  onBack: () => void;
  onSave: () => void;
};

function Footer({ org, preview, isSaving, onBack, onSave }: FooterProps) {
  const why = useId();
  const isNothing = preview?.differences.length === 0;
  return (
    <footer className="wizard-foot">
      <Button icon={ArrowLeft} onPress={onBack} isDisabled={isSaving}>
        <Trans>Back to the form</Trans>
      </Button>
      <span className="wizard-foot__status" id={why}>
        {isNothing && <Trans>Nothing is different, so there is nothing to save.</Trans>}
      </span>
      {preview && (
        <Button
          variant="primary"
          onPress={onSave}
          isPending={isSaving}
          isDisabled={isNothing}
          {...(isNothing ? { describedBy: why } : {})}
        >
          <Trans>Save the change in {org.name}</Trans>
        </Button>
      )}
    </footer>
  );
}

/** What the rules say of entries that Genesys Cloud has accepted before: said, not in the way. */
function Accepted({ findings, isPutBack }: { findings: Finding[]; isPutBack: boolean }) {
  return (
    <Card
      title={
        isPutBack ? (
          <Plural value={findings.length} one="# finding comes back" other="# findings come back" />
        ) : (
          <Plural value={findings.length} one="# finding stays" other="# findings stay" />
        )
      }
      text={<Trans>Genesys Cloud accepted these entries before, so they do not block the change.</Trans>}
    >
      <Findings messages={toMessages(findings.map((finding) => ({ ...finding, accepted: false })))} />
    </Card>
  );
}

type ShownProps = {
  org: OrgView;
  facts: OrgFacts;
  name: string | undefined;
  preview: ChangePreview;
  /** It goes back to an earlier version. */
  isPutBack: boolean;
};

function Shown({ org, facts, name, preview, isPutBack }: ShownProps) {
  const { differences, warnings } = preview;
  const accepted = warnings.filter((finding) => finding.accepted);
  const others = warnings.filter((finding) => !finding.accepted);
  return (
    <>
      <Target org={preview.org} />
      {accepted.length > 0 && <Accepted findings={accepted} isPutBack={isPutBack} />}
      {others.length > 0 && (
        <Card title={<Trans>Before you save it</Trans>}>
          <Findings messages={toMessages(others)} />
        </Card>
      )}
      <Card
        title={
          <Trans>
            What will be different in <span translate="no">{name}</span>
          </Trans>
        }
      >
        {differences.length === 0 ? (
          <p>
            <Trans>Nothing: the client is already as the form has it.</Trans>
          </p>
        ) : (
          <Changes differences={differences} facts={facts} />
        )}
      </Card>
      <Card
        title={<Trans>What is sent to {org.name}</Trans>}
        text={<Trans>The whole client is sent, with what stays as it is.</Trans>}
      >
        <Disclosure title={<Trans>Show the JSON</Trans>}>
          <CodeBlock
            title={<Id>{preview.request}</Id>}
            code={preview.json}
            onCopy={() => copyText(preview.json)}
          />
        </Disclosure>
      </Card>
    </>
  );
}
