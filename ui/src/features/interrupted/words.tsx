/** What was being done, and what is known about it: a sentence for each situation; total tables. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Interrupted, OperationKind, Situation } from "../../backend/bindings";

/** What was being done. */
export const kindWords: Record<OperationKind, ReactNode> = {
  create: <Trans>Create the client</Trans>,
  regenerateSecret: <Trans>Make a new secret</Trans>,
  update: <Trans>Change the client</Trans>,
  deactivate: <Trans>Make the client inactive</Trans>,
  reactivate: <Trans>Make the client active again</Trans>,
  delete: <Trans>Delete the client</Trans>,
  restoreRoles: <Trans>Restore default roles</Trans>,
  grantRole: <Trans>Give yourself the role</Trans>,
  takeBackRole: <Trans>Take the role back from yourself</Trans>,
};

/** It was carried out after all. */
const done: Record<OperationKind, ReactNode> = {
  create: <Trans>The client was created. Nothing is left to do.</Trans>,
  regenerateSecret: <Trans>The client has its new secret. Nothing is left to do.</Trans>,
  update: <Trans>The client was changed as asked. Nothing is left to do.</Trans>,
  deactivate: <Trans>The client is inactive, as asked. Nothing is left to do.</Trans>,
  reactivate: <Trans>The client is active again, as asked. Nothing is left to do.</Trans>,
  delete: <Trans>The client was deleted. Nothing is left to do.</Trans>,
  restoreRoles: <Trans>The default roles were restored. Nothing is left to do.</Trans>,
  grantRole: <Trans>You hold the role now. Nothing is left to do.</Trans>,
  takeBackRole: <Trans>You no longer hold the role. Nothing is left to do.</Trans>,
};

/** It was not carried out. */
const undone: Record<OperationKind, ReactNode> = {
  create: <Trans>Nothing was created.</Trans>,
  regenerateSecret: <Trans>The client is no longer there, so it has no new secret.</Trans>,
  update: <Trans>The client was not changed. You can change it again.</Trans>,
  deactivate: <Trans>The client was not made inactive. You can do it again.</Trans>,
  reactivate: <Trans>The client was not made active again. You can do it again.</Trans>,
  delete: <Trans>The client was not deleted. You can delete it again.</Trans>,
  restoreRoles: <Trans>No role was added. You can restore the default roles again.</Trans>,
  grantRole: <Trans>You did not get the role. You can give it to yourself again.</Trans>,
  takeBackRole: <Trans>You still hold the role. You can take it back again.</Trans>,
};

/** What is about roles, and about no client. */
const ROLE_KINDS: OperationKind[] = ["restoreRoles", "grantRole", "takeBackRole"];

type Sentences = {
  [Kind in Situation["kind"]]: (
    operation: Interrupted,
    situation: Extract<Situation, { kind: Kind }>,
  ) => ReactNode;
};

const sentences: Sentences = {
  notLooked: () => (
    <Trans>
      The request was sent, and no answer came back. It is not known yet whether it was carried out.
    </Trans>
  ),
  stillLooking: ({ kind, orgName }) =>
    ROLE_KINDS.includes(kind) ? (
      <Trans>
        <span translate="no">{orgName}</span> does not show the change yet. A change of roles takes some ten
        seconds, so it is not certain yet that nothing was changed.
      </Trans>
    ) : (
      <Trans>
        The list of <span translate="no">{orgName}</span> does not show the client. Genesys Cloud can take a
        while to show a new one, so it is not certain yet that nothing was created.
      </Trans>
    ),
  found: (_, { needsSecret }) =>
    needsSecret ? (
      <Trans>
        The client was created. Nobody has seen its secret, so it needs a new one; the unseen one stops
        working, which hurts nobody.
      </Trans>
    ) : (
      <Trans>The client was created, and it needs no secret.</Trans>
    ),
  foundSeveral: () => (
    <Trans>
      Each of these clients can be the one that was created. Take the one that you want to use; the others
      come back here, so that you can delete them.
    </Trans>
  ),
  notThere: ({ orgName }) => (
    <Trans>
      Nothing was created: the list of <span translate="no">{orgName}</span> was looked at until that was
      certain.
    </Trans>
  ),
  twin: () => (
    <Trans>
      This is a second client out of one request: something on the network sent the request twice. Nobody has
      its secret.
    </Trans>
  ),
  secretLost: () => (
    <Trans>
      The client is there, but the secret that was made for it is lost. When you make a new one, any secret of
      this client that is in use stops working at once.
    </Trans>
  ),
  halfDeleted: () => <Trans>The client is inactive, but it is not deleted yet.</Trans>,
  carriedOut: ({ kind }) => done[kind],
  notCarriedOut: ({ kind }) => undone[kind],
};

/** One plain sentence or two. */
export function sentenceOf(operation: Interrupted): ReactNode {
  const say = sentences[operation.situation.kind] as (
    operation: Interrupted,
    situation: Situation,
  ) => ReactNode;
  return say(operation, operation.situation);
}

/** A change that a production organization asks about once more. */
export type Change = "adopt" | "adoptWithSecret" | "finishDelete" | "newSecret" | "reactivate" | "delete";

/** What will be different there at once; the name of the client comes before. */
export const changeWords: Record<Change, (name: ReactNode) => ReactNode> = {
  adopt: (name) => <Trans>The client {name} is taken as the one that you created.</Trans>,
  adoptWithSecret: (name) => <Trans>The client {name} gets a new secret at once.</Trans>,
  finishDelete: (name) => <Trans>The client {name} is deleted at once. This cannot be undone.</Trans>,
  newSecret: (name) => (
    <Trans>The client {name} gets a new secret at once; one that is in use stops working.</Trans>
  ),
  reactivate: (name) => <Trans>The client {name} is active again at once.</Trans>,
  delete: (name) => <Trans>The client {name} is deleted at once. This cannot be undone.</Trans>,
};
