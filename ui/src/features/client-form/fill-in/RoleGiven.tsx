/** The person gave themselves a role: it is said as long as the form is open, with the way back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { AlertDialog } from "../../../components/Dialog";
import { useAnnounce } from "../../../components/LiveRegion";
import { Notice } from "../../../components/Notice";
import { useForm } from "./FormContext";

type RoleGivenProps = {
  role: string;
  /** The operation that gave it. */
  operation: string;
  onTakenBack: () => void;
};

export function RoleGiven({ role, operation, onTakenBack }: RoleGivenProps) {
  const { org, language, refreshFacts } = useForm();
  const { t } = useLingui();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { production } = org.marking;
  const takeBack = async () => {
    setPending(true);
    setFailure(null);
    try {
      await commands.takeBackRole(org.id, language, operation, production);
      onTakenBack();
      await refreshFacts();
      announce(t`The role was taken back`);
    } catch (reason) {
      setFailure(reason);
    } finally {
      setPending(false);
      setOpen(false);
    }
  };
  return (
    <>
      <Notice
        tone="success"
        title={<Trans>You hold the role {role} now</Trans>}
        actions={
          <Button onPress={() => setOpen(true)}>
            <Trans>Take it back…</Trans>
          </Button>
        }
      >
        <p>
          <Trans>
            Whoever changes this client later needs the role too. If you do not want to keep it, take it back
            once the client is created.
          </Trans>
        </p>
      </Notice>
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
