/** The preview: where it goes, what the client will be able to do, exactly what is sent; then the one button. */
import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { ProductionQuestion } from "../../../app/ProductionQuestion";
import {
  type AnyFailure,
  clientsQuery,
  commands,
  copyText,
  orgKey,
  toFailure,
} from "../../../backend/backend";
import type { ClientDraft, Created, Fix, OrgFacts, OrgView, Preview } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { CodeBlock } from "../../../components/Code";
import { Disclosure } from "../../../components/Disclosure";
import { Findings } from "../../../components/Findings";
import { Loading } from "../../../components/Loading";
import { SummaryList } from "../../../words/SummaryList";
import { Id } from "../../../words/Values";
import { toMessages } from "../fill-in/FormContext";
import { FixText } from "../words/fixes";
import { FailurePlace } from "./FailurePlace";
import { Sent } from "./Sent";
import { Target } from "./Target";
import "./check.css";

type CheckProps = {
  org: OrgView;
  facts: OrgFacts;
  draft: ClientDraft;
  onBack: () => void;
  /** Back to the form, with every error shown. */
  onErrors: () => void;
  onMend: (fix: Fix) => Promise<void>;
  /** From now on something may have been sent. */
  onSend: () => void;
  onCreated: (created: Created) => void;
};

export function Check(props: CheckProps) {
  const { org, draft } = props;
  const queries = useQueryClient();
  const preview = useQuery({
    queryKey: [...orgKey(org.id), "preview", draft],
    queryFn: () => commands.previewClient(org.id, draft),
    gcTime: 0,
  });
  const create = useMutation({
    mutationFn: (confirmed: boolean) => {
      props.onSend();
      return commands.createClient(org.id, draft, confirmed);
    },
    onSuccess: (created) => {
      void queries.invalidateQueries({ queryKey: clientsQuery(org.id).queryKey });
      props.onCreated(created);
    },
  });
  const failure = create.error ?? preview.error;
  const [asks, setAsks] = useState(false);
  // Every write to a production organization is asked for once more, a second try too.
  const begin = () => (org.marking.production ? setAsks(true) : create.mutate(false));
  return (
    <>
      {preview.isPending && <Loading />}
      {preview.data && <Shown org={org} facts={props.facts} preview={preview.data} />}
      {failure !== null && (
        <Failed
          {...props}
          failure={toFailure(failure)}
          onRetry={() => (create.error ? begin() : void preview.refetch())}
          onMend={async (fix) => {
            await props.onMend(fix);
            create.reset();
          }}
        />
      )}
      {/* After a failure the panel above has the way on; a lost answer must not lead to a second client. */}
      {failure === null && (
        <footer className="wizard-foot">
          <Button icon={ArrowLeft} onPress={props.onBack} isDisabled={create.isPending}>
            <Trans>Back to the form</Trans>
          </Button>
          <span className="wizard-foot__status" />
          {preview.data && (
            <Button variant="primary" onPress={begin} isPending={create.isPending}>
              <Trans>Create in {org.name}</Trans>
            </Button>
          )}
        </footer>
      )}
      <ProductionQuestion
        org={org}
        title={
          <Trans>
            Create in the production organization <span translate="no">{org.name}</span>?
          </Trans>
        }
        confirmLabel={<Trans>Create it in production</Trans>}
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={() => {
          setAsks(false);
          create.mutate(true);
        }}
      >
        <Trans>
          The client <strong translate="no">{draft.name.trim()}</strong> will exist there at once.
        </Trans>
      </ProductionQuestion>
    </>
  );
}

function Shown({ org, facts, preview }: { org: OrgView; facts: OrgFacts; preview: Preview }) {
  return (
    <>
      <Target org={preview.org} />
      {preview.warnings.length > 0 && (
        <Card title={<Trans>Before you create it</Trans>}>
          <Findings messages={toMessages(preview.warnings)} />
          {preview.mayBeRefused && (
            <p>
              <Trans>
                If this organization refuses it, you can go on with authorization code + PKCE: one press, and
                everything you typed is kept.
              </Trans>
            </p>
          )}
        </Card>
      )}
      <Card title={<Trans>What the client will be able to do</Trans>}>
        <SummaryList lines={preview.summary} scopes={facts.scopes} />
      </Card>
      <Card title={<Trans>What is sent to {org.name}</Trans>}>
        <Sent client={preview.client} facts={facts} />
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

type FailedProps = {
  failure: AnyFailure;
  draft: ClientDraft;
  onRetry: () => void;
  onErrors: () => void;
  onMend: (fix: Fix) => Promise<void>;
};

function Failed({ failure, draft, onRetry, onErrors, onMend }: FailedProps) {
  const { kind } = failure;
  const fix: Fix = { kind: "useAuthorizationCode" };
  return (
    <FailurePlace kind={kind}>
      <FailurePanel
        failure={failure}
        onRetry={onRetry}
        actions={
          <>
            {kind === "grantTypeRefused" && draft.grantType === "implicit" && (
              <Button variant="primary" onPress={() => void onMend(fix)}>
                <FixText fix={fix} />
              </Button>
            )}
            <Button onPress={onErrors}>
              <Trans>Back to the form</Trans>
            </Button>
          </>
        }
      />
    </FailurePlace>
  );
}
