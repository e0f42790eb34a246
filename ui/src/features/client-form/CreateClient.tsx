/** The wizard that creates a client: choose, fill in, check, created. Nothing typed is lost on the way. */
import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { useOrg } from "../../app/open-org";
import { commands, factsQuery } from "../../backend/backend";
import type { ClientDraft } from "../../backend/bindings";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { Steps } from "../../components/Steps";
import "./client-form.css";
import { languageOf } from "../../locales/i18n";
import { PurposeBadge } from "./PurposeBadge";
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
  { key: "check", title: <Trans>Check</Trans> },
  { key: "created", title: <Trans>Client created</Trans> },
];

export function CreateClient({ again }: { again?: string }) {
  const org = useOrg();
  const intended = useQuery({
    queryKey: ["intended", again],
    queryFn: () => commands.readIntendedDraft(again ?? ""),
    enabled: again !== undefined,
    // What was intended does not change.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (again === undefined) return <CreateWizard intended={null} />;
  if (intended.error) return <FailurePanel failure={intended.error} />;
  if (!intended.data) return <Loading />;
  // Roles and divisions of another organization mean nothing here.
  const { profileId, draft } = intended.data;
  return <CreateWizard intended={profileId === org.id ? draft : null} />;
}

function CreateWizard({ intended }: { intended: ClientDraft | null }) {
  const org = useOrg();
  const { i18n } = useLingui();
  const language = languageOf(i18n.locale);
  const facts = useQuery({ ...factsQuery(org.id, language), placeholderData: keepPreviousData });
  const wizard = useWizard(org.id, intended);
  const { step, draft } = wizard;
  return (
    <Page
      width="form"
      title={titles[step]}
      text={texts[step]}
      badge={step !== "choose" && draft && <PurposeBadge draft={draft} />}
      focusKey={step}
    >
      <Steps steps={steps} current={step} />
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
