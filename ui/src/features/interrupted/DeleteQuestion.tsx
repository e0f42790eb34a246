/** Asks for the name of a client before it is deleted; Rust compares. */
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import type { Message } from "../../components/Findings";
import { TextField } from "../../components/TextField";
import { Id } from "../../words/Values";

interface DeleteQuestionProps {
  client: { id: string; name: string };
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onDelete: (typedName: string) => void;
  isPending: boolean;
  /** What was typed last is not the name. */
  isWrong: boolean;
}

export function DeleteQuestion(props: DeleteQuestionProps) {
  const { client, isOpen, onOpenChange, onDelete, isPending, isWrong } = props;
  const [typed, setTyped] = useState("");
  const messages: Message[] = isWrong
    ? [{ severity: "error", text: <Trans>This is not the name of the client. Nothing was deleted.</Trans> }]
    : [];
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={
        <Trans>
          Delete the client <span translate="no">{client.name}</span>?
        </Trans>
      }
      actions={
        <>
          <Button onPress={() => onOpenChange(false)} isDisabled={isPending}>
            <Trans>Cancel</Trans>
          </Button>
          <Button variant="danger" onPress={() => onDelete(typed)} isPending={isPending}>
            <Trans>Delete it</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          The client <Id>{client.id}</Id> is made inactive, then deleted. This cannot be undone. Another
          client of the same name is not touched.
        </Trans>
      </p>
      <TextField
        label={<Trans>Type the name of the client</Trans>}
        description={<Id>{client.name}</Id>}
        value={typed}
        onChange={setTyped}
        messages={messages}
        autoFocus
      />
    </Dialog>
  );
}
