/** Changes a client: fill in, check, saved. Nothing typed is lost on the way, nor anything that somebody else changed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { useKeptEdit } from "../../app/kept-drafts";
import { navigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import { factsQuery, putBackQuery, startEditQuery, startMendedEditQuery } from "../../backend/backend";
import type { ClientDraft, HealthCode, Stays } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Loading } from "../../components/Loading";
import { Notice } from "../../components/Notice";
import { Page } from "../../components/Page";
import { Steps } from "../../components/Steps";
import { codeWords } from "../../findings/codes";
import { languageOf } from "../../locales/i18n";
import { EditStepShown } from "./change/EditStepShown";
import { PutBack } from "./change/PutBack";
import { PurposeBadge } from "./PurposeBadge";
import { type EditStep, useEdit } from "./state/useEdit";
import "./client-form.css";

/** `putBack`: makes it what it was before this operation; `mend`: the kind of finding that is mended in the draft. */
export function EditClient({ id, putBack, mend }: { id: string; putBack?: string; mend?: HealthCode }) {
  const org = useOrg();
  const kept = useKeptEdit(org.id, id);
  // To put it back is another change than one that was begun by hand.
  const [resumed, setResumed] = useState(() => (putBack ? null : (kept.read() ?? null)));
  const start = mend ? startMendedEditQuery(org.id, id, mend) : startEditQuery(org.id, id);
  const fresh = useQuery({ ...start, enabled: resumed === null && !putBack });
  const back = useQuery({ ...putBackQuery(org.id, putBack ?? ""), enabled: putBack !== undefined });
  const asked = putBack ? back : fresh;
  const initial = putBack ? back.data?.draft : (resumed ?? fresh.data);
  if (!initial) {
    return (
      <Page width="form" title={<Trans>Change a client</Trans>}>
        {asked.error ? (
          <FailurePanel
            failure={asked.error}
            onRetry={() => void asked.refetch()}
            isRetrying={asked.isFetching}
            actions={
              <Button icon={ArrowLeft} onPress={() => navigate({ page: "client", id })}>
                <Trans>Back to the client</Trans>
              </Button>
            }
          />
        ) : (
          <Loading>
            <Trans>Reading the client…</Trans>
          </Loading>
        )}
      </Page>
    );
  }
  const anew = () => {
    kept.forget();
    setResumed(null);
  };
  return (
    <EditForm
      key={resumed ? "resumed" : "fresh"}
      id={id}
      initial={initial}
      onAnew={resumed ? anew : null}
      stays={back.data?.stays ?? null}
      mended={resumed || putBack ? null : (mend ?? null)}
    />
  );
}

const texts: Partial<Record<EditStep, ReactNode>> = {
  fillIn: <Trans>Nothing is changed before you have seen exactly what will be different.</Trans>,
  check: <Trans>Nothing has been sent yet.</Trans>,
};

const steps: { key: EditStep; title: ReactNode }[] = [
  { key: "fillIn", title: <Trans>Fill in</Trans> },
  { key: "check", title: <Trans context="step: what will be sent is looked at">Check</Trans> },
  { key: "saved", title: <Trans>Change saved</Trans> },
];

/** `onAnew`: what was typed before is here again, and can be given up. */
type EditFormProps = {
  id: string;
  initial: ClientDraft;
  onAnew: (() => void) | null;
  /** What is not put back with the rest; null for an ordinary change. */
  stays: Stays[] | null;
  mended: HealthCode | null;
};

function EditForm({ id, initial, onAnew, stays, mended }: EditFormProps) {
  const org = useOrg();
  const { i18n } = useLingui();
  const language = languageOf(i18n.locale);
  const facts = useQuery({ ...factsQuery(org.id, language), placeholderData: keepPreviousData });
  // What was before needs no filling in: what will be different is shown at once.
  const edit = useEdit(org.id, id, initial, stays ? "check" : "fillIn");
  const { step } = edit;
  const refreshFacts = async () => {
    await facts.refetch();
    await edit.checkNow();
  };
  return (
    <Page
      width="form"
      title={<Title step={step} name={initial.editing?.name ?? initial.name} isPutBack={!!stays} />}
      text={edit.hasSent ? undefined : texts[step]}
      badge={<PurposeBadge draft={initial} />}
      focusKey={`${step} ${edit.rebases}`}
    >
      <Steps steps={steps} current={step} />
      {onAnew && step === "fillIn" && <Resumed onAnew={onAnew} />}
      {stays && step !== "saved" && <PutBack stays={stays} />}
      {mended && step === "fillIn" && !edit.hasSent && <Mended code={mended} />}
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
      {facts.data && (
        <EditStepShown
          edit={edit}
          org={org}
          language={language}
          facts={facts.data}
          refreshFacts={refreshFacts}
          onLeave={() => navigate({ page: "client", id })}
        />
      )}
    </Page>
  );
}

function Title({ step, name, isPutBack }: { step: EditStep; name: string; isPutBack: boolean }) {
  if (step === "check" && isPutBack) return <Trans>Restore the previous version: review</Trans>;
  if (step === "saved" && isPutBack) return <Trans>The previous version was restored</Trans>;
  if (step === "check") return <Trans>Check before it is saved</Trans>;
  if (step === "saved") return <Trans>The change was saved</Trans>;
  return (
    <Trans>
      Change <span translate="no">{name}</span>
    </Trans>
  );
}

function Mended({ code }: { code: HealthCode }) {
  const { i18n } = useLingui();
  return (
    <Notice tone="info" title={<Trans>The change is prepared: {i18n._(codeWords[code])}</Trans>}>
      <Trans>Look at what the form says now, then check. Nothing has been sent yet.</Trans>
    </Notice>
  );
}

function Resumed({ onAnew }: { onAnew: () => void }) {
  return (
    <Notice
      tone="info"
      title={<Trans>You have begun to change this client</Trans>}
      actions={
        <Button onPress={onAnew}>
          <Trans>Discard it and begin anew</Trans>
        </Button>
      }
    >
      <Trans>What you typed is still here.</Trans>
    </Notice>
  );
}
