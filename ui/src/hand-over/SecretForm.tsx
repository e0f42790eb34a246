/** Does something with the secret of a client: the one that waits, or one that is typed for this. */
import { Trans } from "@lingui/react/macro";
import type { LucideIcon } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../components/Button";
import { SecretField } from "../components/SecretField";

interface SecretFormProps {
  /** Whether the secret waits for somebody to say where it went. */
  hasKept: boolean;
  icon: LucideIcon;
  /** The words of the button. */
  children: ReactNode;
  isPending: boolean;
  /** Null: the one that waits. */
  onSubmit: (secret: string | null) => void;
}

export function SecretForm({ hasKept, icon, children, isPending, onSubmit }: SecretFormProps) {
  const [typed, setTyped] = useState("");
  const isMissing = !hasKept && typed.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) onSubmit(hasKept ? null : typed);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {!hasKept && (
        <SecretField
          label={<Trans>Client secret</Trans>}
          description={<Trans>Used for this only; it is not kept.</Trans>}
          value={typed}
          onChange={setTyped}
        />
      )}
      <div className="row">
        <Button type="submit" icon={icon} isPending={isPending} isDisabled={isMissing}>
          {children}
        </Button>
      </div>
    </form>
  );
}
