/** Opens a file that somebody sealed: chosen or pasted, with its passphrase or with one's own key. */
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { FolderOpen, LockKeyholeOpen } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { BackToOrganizations } from "../../app/BackToOrganizations";
import { FailurePanel } from "../../app/FailurePanel";
import { useOpenOrg } from "../../app/open-org";
import { commands, toFailure } from "../../backend/backend";
import type { OpenedFile } from "../../backend/bindings";
import { sealedFileWords } from "../../backend/failures-sealed-file";
import { Arrival } from "../../components/Arrival";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Page } from "../../components/Page";
import { SecretField } from "../../components/SecretField";
import { TextArea } from "../../components/TextField";
import { Opened } from "./Opened";
import { PublicKeyCard } from "./PublicKeyCard";

/** No sealed client is nearly as long. */
const MOST = 512 * 1024;

export function ReceivePage() {
  const { org } = useOpenOrg();
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  useEffect(() => letGo, []);
  const close = () => {
    setOpened(null);
    letGo();
  };
  return (
    <Page
      width="form"
      title={<Trans>Open a sealed file</Trans>}
      text={<Trans>Somebody sealed an OAuth client for you, with its secret.</Trans>}
      crumb={!org && <BackToOrganizations />}
    >
      {opened ? (
        <Arrival key="opened" className="stack">
          <Opened file={opened} onClose={close} />
        </Arrival>
      ) : (
        <Arrival key="open" to="control">
          <OpenCard onOpened={setOpened} />
        </Arrival>
      )}
      <PublicKeyCard />
    </Page>
  );
}

/** Rust holds what was opened only while it is looked at; should it not answer, it holds nothing any more. */
function letGo(): void {
  commands.closeSealedFile().catch(() => {});
}

function isWrongPassphrase(reason: unknown): boolean {
  const failure = reason ? toFailure(reason) : null;
  return failure?.kind === "sealedFile" && failure.reason === "wrongPassphrase";
}

function WrongPassphrase() {
  const { i18n } = useLingui();
  const { title, explanation } = sealedFileWords.wrongPassphrase;
  return (
    <>
      {i18n._(title)}. {i18n._(explanation)}
    </>
  );
}

function OpenCard({ onOpened }: { onOpened: (file: OpenedFile) => void }) {
  const [text, setText] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [needsIt, setNeedsIt] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const opening = useMutation({
    mutationFn: async () => {
      const needsPassphrase = await commands.needsPassphrase(text);
      setNeedsIt(needsPassphrase);
      if (needsPassphrase && passphrase === "") return null;
      return commands.openSealedFile(text, needsPassphrase ? passphrase : null);
    },
    onSuccess: (file) => file && onOpened(file),
    onError: (reason) => isWrongPassphrase(reason) && field.current?.focus(),
  });
  const another = (next: string) => {
    setText(next);
    setNeedsIt(false);
    opening.reset();
  };
  const isWrong = isWrongPassphrase(opening.error);
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") opening.mutate();
  };
  return (
    <Card title={<Trans>The sealed file</Trans>}>
      <form className="stack" onSubmit={open}>
        <div className="row">
          <FileTrigger
            acceptedFileTypes={[".age", ".txt"]}
            onSelect={(files) => void files?.[0]?.slice(0, MOST).text().then(another)}
          >
            <Button icon={FolderOpen}>
              <Trans>Choose the file…</Trans>
            </Button>
          </FileTrigger>
        </div>
        <TextArea
          label={<Trans>Or paste its text</Trans>}
          placeholder="-----BEGIN AGE ENCRYPTED FILE-----"
          value={text}
          onChange={another}
          rows={5}
        />
        {needsIt && (
          <SecretField
            label={<Trans>Passphrase</Trans>}
            description={<Trans>The sender tells it to you by another way than the file.</Trans>}
            value={passphrase}
            onChange={setPassphrase}
            messages={isWrong ? [{ severity: "error", text: <WrongPassphrase /> }] : []}
            inputRef={field}
            autoFocus
          />
        )}
        <div className="row">
          <Button
            type="submit"
            variant="primary"
            icon={LockKeyholeOpen}
            isPending={opening.isPending}
            isDisabled={text.trim() === ""}
          >
            <Trans context="button: opens a sealed file">Open</Trans>
          </Button>
        </div>
      </form>
      {opening.error && !isWrong && <FailurePanel failure={opening.error} />}
    </Card>
  );
}
