/** Deleting a client: what that means, and its name to be typed. Rust compares. */
import { Trans } from "@lingui/react/macro";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import type { Message } from "../../../components/Findings";
import { TextField } from "../../../components/TextField";
import { BlastRadius } from "../blast/BlastRadius";
import { DeletionWords } from "../blast/DeletionWords";
import { type ActionProps, SignedInThrough } from "./ActionDialogs";

const wrongName: Message[] = [
  { severity: "error", text: <Trans>This is not the name of the client. Nothing was changed.</Trans> },
];

export function DeleteDialog(props: ActionProps) {
  const { client, actions } = props;
  const isPending = actions.running === "delete";
  const agree = () => actions.agree("delete");
  return (
    <Dialog
      isOpen
      size="wide"
      onOpenChange={(isOpen) => !isOpen && !isPending && actions.cancel()}
      isDismissable={!isPending}
      title={
        <Trans>
          Delete <span translate="no">{client.name}</span>?
        </Trans>
      }
      actions={
        <>
          <Button onPress={actions.cancel} isDisabled={isPending}>
            <Trans>Cancel</Trans>
          </Button>
          <Button variant="danger" onPress={agree} isPending={isPending}>
            <Trans>Delete the client</Trans>
          </Button>
        </>
      }
    >
      <SignedInThrough {...props} />
      {client.state === "active" && (
        <p>
          <Trans>
            This takes two steps: the client is made inactive first, then it is deleted. Should the second
            step not work, the client stays there, inactive.
          </Trans>
        </p>
      )}
      <DeletionWords id={client.id} />
      <BlastRadius id={client.id} cutsOthers />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) agree();
        }}
      >
        <TextField
          label={<Trans>Name of the client</Trans>}
          description={
            <Trans>
              To go on, type: <strong translate="no">{client.name}</strong>
            </Trans>
          }
          value={actions.typedName}
          onChange={actions.typeName}
          messages={actions.isNameWrong ? wrongName : []}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
