/** Client ID and secret; after a refusal both are marked, and the likelier one has the focus. */
import { Trans } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import type { Message } from "../../../components/Findings";
import { SecretField } from "../../../components/SecretField";
import { TextField } from "../../../components/TextField";
import { type Refused, refusedFields } from "./refusedFields";
import type { Typed } from "./typed";

interface ClientFieldsProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  /** Why the two were refused; null when they were not. */
  refused: Refused | null;
}

export function ClientFields({ typed, change, refused }: ClientFieldsProps) {
  const id = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const marked = refused && refusedFields(refused);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every refusal
  useEffect(() => {
    if (marked) (marked.first === "clientId" ? id : secret).current?.focus();
  }, [refused]);
  return (
    <>
      <TextField
        label={<Trans>Client ID</Trans>}
        description={<Trans>Of a client of the type “Client Credentials” in this organization.</Trans>}
        value={typed.clientId}
        onChange={(clientId) => change({ clientId })}
        isCode
        inputRef={id}
        messages={marked?.clientId ? [error(marked.clientId)] : []}
      />
      <SecretField
        label={<Trans>Client secret</Trans>}
        description={
          <Trans>
            It is sent to Genesys Cloud and to nobody else. Roles that this client does not hold cannot be
            given to new clients.
          </Trans>
        }
        value={typed.secret}
        onChange={(secret) => change({ secret })}
        inputRef={secret}
        messages={marked?.secret ? [error(marked.secret)] : []}
      />
    </>
  );
}

function error(text: Message["text"]): Message {
  return { severity: "error", text };
}
