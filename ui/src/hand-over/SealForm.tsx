/** With what a file is sealed, a word to the receiver, and the file. */
import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Dices, LockKeyhole } from "lucide-react";
import { type FormEvent, useState } from "react";
import { FailurePanel } from "../app/FailurePanel";
import { SaveOutcome } from "../app/SaveOutcome";
import { commands, toFailure } from "../backend/backend";
import { NOTE_MAX, PASSPHRASE_MIN, type SealedWith } from "../backend/bindings";
import { wordsFor } from "../backend/failures";
import { Button } from "../components/Button";
import type { Message } from "../components/Findings";
import { RadioCards } from "../components/RadioCards";
import { SecretField } from "../components/SecretField";
import { TextArea, TextField } from "../components/TextField";

export function SealForm({ org, id }: { org: string; id: string }) {
  const { i18n } = useLingui();
  const [using, setUsing] = useState<SealedWith>("passphrase");
  const [passphrase, setPassphrase] = useState("");
  const [publicKey, setPublicKey] = useState("");
  const [note, setNote] = useState("");
  const making = useMutation({
    mutationFn: () => commands.proposePassphrase(),
    // Not to be found in memory once it is taken over.
    gcTime: 0,
    onSuccess: ({ text }) => setPassphrase(text),
  });
  const key = using === "passphrase" ? passphrase : publicKey;
  const sealing = useMutation({ mutationFn: () => commands.sealHandOver(org, id, using, key, note) });
  const ofField = aboutField(sealing.error);
  const messages: Message[] = ofField ? [{ severity: "error", text: i18n._(ofField) }] : [];
  const seal = (event: FormEvent) => {
    event.preventDefault();
    sealing.mutate();
  };
  const other = (change: () => void) => {
    change();
    sealing.reset();
  };
  return (
    <form className="stack" onSubmit={seal}>
      <p>
        <Trans>
          The file holds the client ID, the secret, and what the receiver needs. Only the receiver can open
          it: with Latchkey, or with any program for files of the age format.
        </Trans>
      </p>
      <RadioCards<SealedWith>
        label={<Trans>Who can open it</Trans>}
        value={using}
        onChange={(next) => other(() => setUsing(next))}
        options={[
          {
            value: "passphrase",
            title: <Trans>Whoever has a passphrase</Trans>,
            text: <Trans>Tell it by another way than the file: by telephone, for example.</Trans>,
          },
          {
            value: "publicKey",
            title: <Trans>Whoever has a key</Trans>,
            text: <Trans>The receiver sends you a public key. Nothing secret has to be told.</Trans>,
          },
        ]}
      />
      {using === "passphrase" ? (
        <>
          <SecretField
            label={<Trans>Passphrase</Trans>}
            description={<Trans>At least {PASSPHRASE_MIN} characters. Latchkey does not keep it.</Trans>}
            value={passphrase}
            onChange={(next) => other(() => setPassphrase(next))}
            messages={messages}
          />
          <div className="row">
            <Button icon={Dices} onPress={() => other(() => making.mutate())} isPending={making.isPending}>
              <Trans>Make a passphrase</Trans>
            </Button>
          </div>
        </>
      ) : (
        <TextField
          label={<Trans>Public key of the receiver</Trans>}
          description={
            <Trans>It begins with age1. Latchkey shows it to the receiver under “Open a sealed file”.</Trans>
          }
          value={publicKey}
          onChange={(next) => other(() => setPublicKey(next))}
          messages={messages}
          isCode
        />
      )}
      <TextArea
        label={<Trans>A word to the receiver</Trans>}
        value={note}
        onChange={(next) => other(() => setNote(next.slice(0, NOTE_MAX)))}
        rows={3}
        isOptional
      />
      <div className="row">
        <Button type="submit" variant="primary" icon={LockKeyhole} isPending={sealing.isPending}>
          <Trans>Save the sealed file</Trans>
        </Button>
      </div>
      {making.error && <FailurePanel failure={making.error} />}
      {ofField ? null : (
        <SaveOutcome saving={sealing}>
          {() => (
            <Trans>The sealed file was saved. Send it, then say that the secret went to the receiver:</Trans>
          )}
        </SaveOutcome>
      )}
    </form>
  );
}

/** What is said at the field itself. */
function aboutField(error: unknown): MessageDescriptor | null {
  if (!error) return null;
  const failure = toFailure(error);
  return failure.kind === "sealedFile" ? wordsFor(failure).title : null;
}
