/** Takes back a role that somebody gave themselves through Latchkey, after a question: in the form, and in the history. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { commands } from "../backend/backend";
import type { OrgView } from "../backend/bindings";
import { Button } from "../components/Button";
import { AlertDialog } from "../components/Dialog";
import { useAnnounce } from "../components/LiveRegion";
import { languageOf } from "../locales/i18n";
import { FailurePanel } from "./FailurePanel";

type TakeBackRoleProps = {
  org: OrgView;
  role: string;
  /** The operation that gave it. */
  operation: string;
  onTakenBack: () => Promise<void> | void;
};

export function TakeBackRole({ org, role, operation, onTakenBack }: TakeBackRoleProps) {
  const { t, i18n } = useLingui();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { production } = org.marking;
  const takeBack = async () => {
    setPending(true);
    setFailure(null);
    try {
      await commands.takeBackRole(org.id, languageOf(i18n.locale), operation, production);
      announce(t`The role was taken back`);
      await onTakenBack();
    } catch (reason) {
      setFailure(reason);
    } finally {
      setPending(false);
      setOpen(false);
    }
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Trans>Take it back…</Trans>
      </Button>
      {failure !== null && <FailurePanel failure={failure} />}
      <AlertDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={<Trans>Take the role {role} back from yourself?</Trans>}
        confirmLabel={production ? <Trans>Do it in production</Trans> : <Trans>Take it back</Trans>}
        onConfirm={() => void takeBack()}
        isPending={isPending}
      >
        <p>
          <Trans>
            You lose what the role allows, in {org.name}. Clients keep it. Without it you can neither create
            nor change a client that has it.
          </Trans>
        </p>
      </AlertDialog>
    </>
  );
}
