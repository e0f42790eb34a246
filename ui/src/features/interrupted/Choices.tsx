/** The buttons of each situation, the usual one first: a total table. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Interrupted, OauthClient, Situation } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { type Definition, DefinitionList } from "../../components/DefinitionList";
import { spellDateTime } from "../../locales/format";
import { CopyClientId } from "../../words/CopyClientId";
import { Id } from "../../words/Values";
import type { Decisions } from "./useDecisions";

interface ChoicesProps {
  operation: Interrupted;
  decisions: Decisions;
  /** Looks once more. */
  onLook: () => void;
  isLooking: boolean;
  /** Asks for the name of the client before it is deleted. */
  onDelete: () => void;
}

type Table = {
  [Kind in Situation["kind"]]: (
    props: ChoicesProps,
    situation: Extract<Situation, { kind: Kind }>,
  ) => ReactNode;
};

const choices: Table = {
  // After a look this means that the list did not arrive whole.
  notLooked: (props) => (
    <div className="row">
      <LookButton {...props} />
    </div>
  ),
  stillLooking: (props) => (
    <div className="row">
      <LookButton {...props} isNow />
    </div>
  ),
  found: (props, { client, needsSecret }) => (
    <>
      <ClientRows client={client} />
      <div className="row">
        <AdoptButton {...props} client={client} needsSecret={needsSecret} />
        <LeaveButton {...props}>
          <Trans>Leave it as it is</Trans>
        </LeaveButton>
      </div>
    </>
  ),
  foundSeveral: (props, { clients, needsSecret }) => (
    <>
      <ul className="candidates">
        {clients.map((client) => (
          <li key={client.id}>
            <ClientRows client={client} isOneOfSeveral />
            <AdoptButton {...props} client={client} needsSecret={needsSecret} isOneOfSeveral />
          </li>
        ))}
      </ul>
      <div className="row">
        <LeaveButton {...props}>
          <Trans>Leave them as they are</Trans>
        </LeaveButton>
      </div>
    </>
  ),
  notThere: (props) => (
    <div className="row">
      <LookButton {...props} />
      <Button onPress={props.decisions.again} isPending={props.decisions.isBusy("again")}>
        <Trans>Create it again</Trans>
      </Button>
      <LeaveButton {...props}>
        <Trans>Leave it</Trans>
      </LeaveButton>
    </div>
  ),
  twin: (props) => (
    <div className="row">
      <Button variant="primary" onPress={props.onDelete} isPending={props.decisions.isBusy("delete")}>
        <Trans>Delete it…</Trans>
      </Button>
      <Button onPress={props.decisions.finish} isPending={props.decisions.isBusy("finish")}>
        <Trans>Make a new secret for it</Trans>
      </Button>
      <LeaveButton {...props}>
        <Trans>Leave it as it is</Trans>
      </LeaveButton>
    </div>
  ),
  secretLost: (props) => (
    <div className="row">
      <Button variant="primary" onPress={props.decisions.finish} isPending={props.decisions.isBusy("finish")}>
        <Trans>Make a new secret</Trans>
      </Button>
      <LeaveButton {...props}>
        <Trans>Leave it as it is (I have the secret)</Trans>
      </LeaveButton>
    </div>
  ),
  halfDeleted: (props) => (
    <div className="row">
      <Button variant="primary" onPress={props.decisions.finish} isPending={props.decisions.isBusy("finish")}>
        <Trans>Finish deleting</Trans>
      </Button>
      <Button onPress={props.decisions.reactivate} isPending={props.decisions.isBusy("reactivate")}>
        <Trans>Make it active again</Trans>
      </Button>
      <LeaveButton {...props}>
        <Trans>Leave it inactive</Trans>
      </LeaveButton>
    </div>
  ),
  carriedOut: (props) => <SeenButton {...props} />,
  notCarriedOut: (props) => <SeenButton {...props} />,
};

export function Choices(props: ChoicesProps) {
  const { situation } = props.operation;
  return (choices[situation.kind] as (props: ChoicesProps, situation: Situation) => ReactNode)(
    props,
    situation,
  );
}

/** Where the organization is closed: nothing but opening it leads on. */
export function ClosedChoices({ operation, decisions }: Pick<ChoicesProps, "operation" | "decisions">) {
  return (
    <div className="row">
      <Button variant="primary" onPress={decisions.open} isPending={decisions.isBusy("open")}>
        <Trans>
          Open <span translate="no">{operation.orgName}</span>
        </Trans>
      </Button>
    </div>
  );
}

function LookButton({ onLook, isLooking, isNow = false }: ChoicesProps & { isNow?: boolean }) {
  return (
    <Button variant={isNow ? "secondary" : "primary"} onPress={onLook} isPending={isLooking}>
      {isNow ? <Trans>Look now</Trans> : <Trans>Look again</Trans>}
    </Button>
  );
}

function LeaveButton({ decisions, children }: ChoicesProps & { children: ReactNode }) {
  return (
    <Button variant="quiet" onPress={decisions.leave} isPending={decisions.isBusy("leave")}>
      {children}
    </Button>
  );
}

function SeenButton({ decisions }: ChoicesProps) {
  return (
    <div className="row">
      <Button variant="primary" onPress={decisions.seen}>
        <Trans>OK</Trans>
      </Button>
    </div>
  );
}

type AdoptProps = ChoicesProps & { client: OauthClient; needsSecret: boolean; isOneOfSeveral?: boolean };

function AdoptButton({ decisions, client, needsSecret, isOneOfSeveral = false }: AdoptProps) {
  const { t } = useLingui();
  const { id } = client;
  const name = needsSecret ? t`Take it and make a new secret: ${id}` : t`Take it as mine: ${id}`;
  return (
    <Button
      variant={isOneOfSeveral ? "secondary" : "primary"}
      onPress={() => decisions.adopt(id, needsSecret)}
      isPending={decisions.isBusy("adopt", id)}
      {...(isOneOfSeveral ? { label: name } : {})}
    >
      {needsSecret ? <Trans>Take it and make a new secret</Trans> : <Trans>Take it as mine</Trans>}
    </Button>
  );
}

/** What tells a client from another. */
function ClientRows({ client, isOneOfSeveral = false }: { client: OauthClient; isOneOfSeveral?: boolean }) {
  const { i18n } = useLingui();
  const rows: Definition[] = [];
  if (isOneOfSeveral)
    rows.push({ key: "name", label: <Trans>Name</Trans>, value: <Name name={client.name} /> });
  rows.push(clientIdRow(client.id));
  if (client.createdAt) {
    const at = spellDateTime(client.createdAt, i18n.locale);
    rows.push({ key: "at", label: <Trans>Created</Trans>, value: at });
  }
  if (client.createdBy) {
    rows.push({ key: "by", label: <Trans>Created by</Trans>, value: <Id>{client.createdBy}</Id> });
  }
  return <DefinitionList rows={rows} />;
}

function Name({ name }: { name: string }) {
  return <strong translate="no">{name}</strong>;
}

/** The client ID with its copy button. */
export function clientIdRow(id: string): Definition {
  return {
    key: "id",
    label: <Trans>Client ID</Trans>,
    value: <Id>{id}</Id>,
    action: <CopyClientId id={id} />,
  };
}
