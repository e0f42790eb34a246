/** What a change to a client will break, said before it is made. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { blastRadiusQuery, profilesQuery } from "../../../backend/backend";
import type { OauthClient, OrgView } from "../../../backend/bindings";
import { AlertDialog } from "../../../components/Dialog";
import { Notice } from "../../../components/Notice";
import { BlastRadius } from "../blast/BlastRadius";
import { OnceMore } from "./actions";
import { DeleteDialog } from "./DeleteDialog";
import type { useClientActions } from "./useClientActions";

export interface ActionProps {
  org: OrgView;
  client: OauthClient;
  actions: ReturnType<typeof useClientActions>;
}

export function ActionDialogs(props: ActionProps) {
  const { org, client, actions } = props;
  const { asked } = actions;
  return (
    <>
      <NewSecretQuestion {...props} />
      <InactiveQuestion {...props} />
      {asked === "delete" && <DeleteDialog {...props} />}
      {asked && (
        <OnceMore
          action={asked}
          org={org}
          client={client}
          isOpen={actions.asksOnceMore}
          onOpenChange={(isOpen) => !isOpen && actions.answerOnceMore(false)}
          onConfirm={() => actions.answerOnceMore(true)}
        />
      )}
    </>
  );
}

/** What both questions share. */
const answers = (action: "newSecret" | "deactivate", { actions }: ActionProps) => ({
  isOpen: actions.asked === action,
  onOpenChange: (isOpen: boolean) => !isOpen && actions.cancel(),
  onConfirm: () => actions.agree(action),
  isPending: actions.running === action,
});

function NewSecretQuestion(props: ActionProps) {
  return (
    <AlertDialog
      {...answers("newSecret", props)}
      title={
        <Trans>
          Make a new secret for <span translate="no">{props.client.name}</span>?
        </Trans>
      }
      variant="danger"
      confirmLabel={<Trans>Replace the secret</Trans>}
      details={<BlastRadius id={props.client.id} cutsOthers={false} />}
    >
      <SignedInThrough {...props} />
      <p>
        <Trans>
          The present secret stops working at once: from this moment on, no program that uses it can get a
          token until it has the new one. Tokens that were already given live until they expire.
        </Trans>
      </p>
    </AlertDialog>
  );
}

function InactiveQuestion(props: ActionProps) {
  return (
    <AlertDialog
      {...answers("deactivate", props)}
      title={
        <Trans>
          Make <span translate="no">{props.client.name}</span> inactive?
        </Trans>
      }
      variant="danger"
      confirmLabel={<Trans>Make it inactive</Trans>}
      details={<BlastRadius id={props.client.id} cutsOthers />}
    >
      <SignedInThrough {...props} />
      <p>
        <Trans>
          It gives no new tokens from this moment on. Whether tokens that were already given go on working,
          Genesys Cloud does not say.
        </Trans>
      </p>
      <p>
        <Trans>
          An inactive client is due for deletion. Where Genesys Cloud says when, Latchkey shows it on this
          page. As long as the client is there, it can be made active again.
        </Trans>
      </p>
    </AlertDialog>
  );
}

/** Somebody may be about to saw off the branch on which they sit. */
export function SignedInThrough({ org, client }: ActionProps) {
  const { data } = useQuery(profilesQuery);
  const { data: radius } = useQuery(blastRadiusQuery(org.id, client.id));
  const isOurs = data?.some((profile) => profile.id === org.id && profile.clientId === client.id);
  // A token that was pasted does not say through which client it came; Genesys Cloud may.
  if (!isOurs && !radius?.signedInThrough) return null;
  return (
    <Notice tone="warning" title={<Trans>You are signed in through this very client</Trans>}>
      <Trans>Afterwards, Latchkey may not be able to sign in to this organization in the same way.</Trans>
    </Notice>
  );
}
