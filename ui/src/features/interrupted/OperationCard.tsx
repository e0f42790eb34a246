/** One interrupted operation: what it was, what is known, and what can be done. It looks by itself where it can. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { useOpenOrg } from "../../app/open-org";
import { ProductionQuestion } from "../../app/ProductionQuestion";
import { useCountdown } from "../../app/useCountdown";
import { commands, profilesQuery, toFailure } from "../../backend/backend";
import type { Interrupted, OrgView } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { DefinitionList } from "../../components/DefinitionList";
import { Loading } from "../../components/Loading";
import { spellDateTime } from "../../locales/format";
import { Choices, ClosedChoices, clientIdRow } from "./Choices";
import { DeleteQuestion } from "./DeleteQuestion";
import { type Decisions, type Outcome, useDecisions } from "./useDecisions";
import { changeWords, kindWords, sentenceOf } from "./words";

interface OperationCardProps {
  operation: Interrupted;
  /** The one that somebody asked to see. */
  isAsked: boolean;
  /** A look showed that it is over; it is not listed again. */
  onOver: (operation: Interrupted) => void;
  onGone: (outcome: Outcome) => void;
}

/** Situations that are over: only this screen still knows them. */
const OVER: Interrupted["situation"]["kind"][] = ["notThere", "carriedOut", "notCarriedOut"];

export function OperationCard({ operation: listed, isAsked, onOver, onGone }: OperationCardProps) {
  const { i18n } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  const look = useLook(listed);
  // Whether it is open is known from the list; everything else from the last look.
  const operation = look.data ? { ...look.data, open: listed.open } : listed;
  const { situation, open, orgName } = operation;
  const org = useOrgOf(operation.profileId);
  const again = () => look.refetch();
  const decisions = useDecisions({
    operation,
    isProduction: org?.marking.production ?? false,
    look: again,
    onGone,
  });
  const isOver = OVER.includes(situation.kind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that a look shows
  useEffect(() => {
    if (isOver) onOver(operation);
  }, [isOver, situation.kind]);
  useEffect(() => {
    if (isAsked) place.current?.focus();
  }, [isAsked]);
  const [asksName, setAsksName] = useState(false);
  const failure = decisions.error && toFailure(decisions.error);
  const isWrongName = failure?.kind === "nameNotTyped";
  const when = spellDateTime(operation.beganAt, i18n.locale);
  const isFirstLook = look.isFetching && !look.data && !look.error;
  return (
    <div ref={place} tabIndex={-1} className="operation">
      <Card
        title={<span translate="no">{operation.clientName}</span>}
        text={
          <>
            {kindWords[operation.kind]} · <span translate="no">{orgName}</span> · {when}
          </>
        }
      >
        <div role="status">
          <p>{sentenceOf(operation)}</p>
          {situation.kind === "notLooked" && <NotLooked operation={operation} isLooked={!!look.data} />}
        </div>
        {operation.clientId && situation.kind !== "found" && (
          <DefinitionList rows={[clientIdRow(operation.clientId)]} />
        )}
        {isFirstLook && (
          <Loading>
            <Trans>
              Looking in <span translate="no">{orgName}</span>…
            </Trans>
          </Loading>
        )}
        {look.error && (
          <FailurePanel
            failure={look.error}
            profile={operation.profileId}
            onRetry={() => void again()}
            isRetrying={look.isFetching}
          />
        )}
        {situation.kind === "stillLooking" && !look.error && (
          <Waits key={look.dataUpdatedAt} situation={situation} onOver={() => void again()} />
        )}
        {failure && !isWrongName && <FailurePanel failure={failure} profile={operation.profileId} />}
        {!open && !isOver && <ClosedChoices operation={operation} decisions={decisions} />}
        {(open || isOver) && !isFirstLook && !look.error && (
          <Choices
            operation={operation}
            decisions={decisions}
            onLook={() => void again()}
            isLooking={look.isFetching}
            onDelete={() => {
              decisions.forgetError();
              setAsksName(true);
            }}
          />
        )}
      </Card>
      <DeleteQuestion
        client={{ id: operation.clientId ?? "", name: operation.clientName }}
        isOpen={asksName && (failure === null || isWrongName)}
        onOpenChange={setAsksName}
        onDelete={decisions.remove}
        isPending={decisions.isBusy("delete")}
        isWrong={isWrongName}
      />
      {org && <Question org={org} operation={operation} decisions={decisions} />}
    </div>
  );
}

/** Looks at once, if nobody has and the organization is open. */
function useLook({ id, open, situation }: Interrupted) {
  return useQuery({
    queryKey: ["look", id],
    queryFn: () => commands.lookFor(id),
    enabled: open && situation.kind === "notLooked",
    gcTime: 0,
  });
}

/** The organization of an operation, while it is open. */
function useOrgOf(profile: string): OrgView | null {
  const { org } = useOpenOrg();
  const { data: profiles } = useQuery(profilesQuery);
  if (org?.id === profile) return org;
  return profiles?.find(({ id }) => id === profile)?.open ?? null;
}

function NotLooked({ operation, isLooked }: { operation: Interrupted; isLooked: boolean }) {
  const { open, orgName } = operation;
  if (!open) {
    return (
      <p>
        <Trans>
          To find out, <span translate="no">{orgName}</span> has to be open.
        </Trans>
      </p>
    );
  }
  if (!isLooked) return null;
  return (
    <p>
      <Trans>The list of clients did not arrive whole, so this look says nothing. Look once more.</Trans>
    </p>
  );
}

type WaitsProps = {
  situation: Extract<Interrupted["situation"], { kind: "stillLooking" }>;
  onOver: () => void;
};

/** How often was looked, and when the next look comes; counted silently. */
function Waits({ situation, onOver }: WaitsProps) {
  const left = useCountdown(situation.lookAgainInSeconds, situation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the time is up
  useEffect(() => {
    if (left === 0) onOver();
  }, [left]);
  return (
    <p className="muted waits">
      <Plural value={situation.looks} one="Looked # time." other="Looked # times." />{" "}
      <Plural value={left} one="Looks again in # second." other="Looks again in # seconds." />
    </p>
  );
}

interface QuestionProps {
  org: OrgView;
  operation: Interrupted;
  decisions: Decisions;
}

/** Once more, where people work with the organization. */
function Question({ org, operation, decisions }: QuestionProps) {
  const { asked, dismiss } = decisions;
  const name = <strong translate="no">{operation.clientName}</strong>;
  return (
    <ProductionQuestion
      org={org}
      title={
        <Trans>
          Change the production organization <span translate="no">{org.name}</span>?
        </Trans>
      }
      confirmLabel={<Trans>Do it in production</Trans>}
      isOpen={asked !== null}
      onOpenChange={dismiss}
      onConfirm={() => asked?.go()}
    >
      {asked && changeWords[asked.change](name)}
    </ProductionQuestion>
  );
}
