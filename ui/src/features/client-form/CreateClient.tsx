/** The wizard that creates a client: choose, fill in, check, created. Nothing typed is lost on the way. */
import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { useOrg } from "../../app/open-org";
import type { Beginning } from "../../app/routes";
import { factsQuery } from "../../backend/backend";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { Steps } from "../../components/Steps";
import "./client-form.css";
import { languageOf } from "../../locales/i18n";
import { ClientRoom } from "../../words/ClientRoom";
import { AfterTwin } from "./like-another/AfterTwin";
import { LikeAnother } from "./like-another/LikeAnother";
import { PurposeBadge } from "./PurposeBadge";
import { type Begun, useBeginning } from "./state/useBeginning";
import { type Step, useWizard } from "./state/useWizard";
import { WizardStep } from "./WizardStep";

const titles: Record<Step, ReactNode> = {
  choose: <Trans>What is the client for?</Trans>,
  fillIn: <Trans>Fill in the form</Trans>,
  check: <Trans>Check before it is created</Trans>,
  created: <Trans>The client was created</Trans>,
};

const texts: Partial<Record<Step, ReactNode>> = {
  choose: <Trans>Choose one. Nothing is created before you have seen exactly what will be sent.</Trans>,
  check: <Trans>Nothing has been sent yet.</Trans>,
};

const steps: { key: Step; title: ReactNode }[] = [
  { key: "choose", title: <Trans>Choose</Trans> },
  { key: "fillIn", title: <Trans>Fill in</Trans> },
  { key: "check", title: <Trans context="step: what will be sent is looked at">Check</Trans> },
  { key: "created", title: <Trans>Client created</Trans> },
];

export function CreateClient({ beginning }: { beginning: Beginning }) {
  const { data, error, isFetching, refetch } = useBeginning(beginning);
  if (error) {
    return (
      <Page width="form" title={<Trans>Create a client</Trans>}>
        <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      </Page>
    );
  }
  if (data === undefined) return <Loading />;
  return <CreateWizard begun={data} beginning={beginning} />;
}

function CreateWizard({ begun, beginning }: { begun: Begun | null; beginning: Beginning }) {
  const org = useOrg();
  const { i18n } = useLingui();
  const language = languageOf(i18n.locale);
  const facts = useQuery({ ...factsQuery(org.id, language), placeholderData: keepPreviousData });
  const wizard = useWizard(org.id, begun);
  const { step, draft } = wizard;
  return (
    <Page
      width="form"
      title={titles[step]}
      text={wizard.hasSent ? undefined : texts[step]}
      badge={step !== "choose" && draft && <PurposeBadge draft={draft} />}
      focusKey={step}
    >
      <Steps steps={steps} current={step} />
      {step !== "created" && <ClientRoom />}
      {step === "fillIn" && begun?.gaps && draft && (
        <LikeAnother beginning={beginning} gaps={begun.gaps} draft={draft} onChange={wizard.change} />
      )}
      {step === "created" && beginning.twin && beginning.copyOf && <AfterTwin old={beginning.copyOf} />}
      {facts.error && !facts.data && (
        <FailurePanel
          failure={facts.error}
          onRetry={() => void facts.refetch()}
          isRetrying={facts.isFetching}
        />
      )}
      {facts.isPending && (
        <Loading>
          <Trans>Reading roles, divisions and scopes of {org.name}…</Trans>
        </Loading>
      )}
      {wizard.failure !== null && <FailurePanel failure={wizard.failure} />}
      {facts.data && (
        <WizardStep
          wizard={wizard}
          org={org}
          language={language}
          facts={facts.data}
          refreshFacts={async () => {
            await facts.refetch();
            await wizard.checkNow();
          }}
        />
      )}
    </Page>
  );
}
