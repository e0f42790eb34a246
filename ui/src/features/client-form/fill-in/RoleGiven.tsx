/** The person gave themselves a role: it is said as long as the form is open, with the way back. */
import { Trans } from "@lingui/react/macro";
import { TakeBackRole } from "../../../app/TakeBackRole";
import { Notice } from "../../../components/Notice";
import { useForm } from "./FormContext";

type RoleGivenProps = {
  role: string;
  /** The operation that gave it. */
  operation: string;
  onTakenBack: () => void;
};

export function RoleGiven({ role, operation, onTakenBack }: RoleGivenProps) {
  const { org, refreshFacts } = useForm();
  const takenBack = async () => {
    onTakenBack();
    await refreshFacts();
  };
  return (
    <Notice
      tone="success"
      title={<Trans>You hold the role {role} now</Trans>}
      actions={<TakeBackRole org={org} role={role} operation={operation} onTakenBack={takenBack} />}
    >
      <p>
        <Trans>
          Whoever changes this client later needs the role too. If you do not want to keep it, take it back
          once the client is created: the history offers it.
        </Trans>
      </p>
    </Notice>
  );
}
