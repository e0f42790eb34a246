/** The signed-in person does not hold the role that a SCIM client needs: who can help, a sentence to send, another look. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Role } from "../../../backend/bindings";
import { commands } from "../../../backend/bindings";
import { permissionInUi } from "../../../backend/permissions";
import { Button } from "../../../components/Button";
import { CopyButton } from "../../../components/CopyButton";
import { Notice } from "../../../components/Notice";
import { useForm } from "./FormContext";

export function RoleNotHeld({ known }: { known: Role }) {
  const { org, refreshFacts } = useForm();
  const { t } = useLingui();
  const role = known.name;
  const [isLooking, setLooking] = useState(false);
  const permission = permissionInUi("authorization:grant:add");
  const path = "Admin > People & Permissions > People";
  const sentence = t`Please give me the role “${role}” in the Genesys Cloud organization “${org.name}”: I need it for the OAuth client for SCIM. It is under ${path}, on my profile, in the tab Roles.`;
  const copy = async () => {
    await commands.copyText(sentence);
  };
  const look = async () => {
    setLooking(true);
    try {
      await refreshFacts();
    } finally {
      setLooking(false);
    }
  };
  return (
    <Notice
      tone="warning"
      title={<Trans>Ask for the role first</Trans>}
      actions={
        <>
          <Button onPress={() => void look()} isPending={isLooking}>
            <Trans>Look again</Trans>
          </Button>
          <CopyButton onCopy={copy}>{t`Copy the sentence`}</CopyButton>
        </>
      }
    >
      <p>
        <Trans>
          An administrator with the permission <strong>{permission}</strong> can give it to you. Send them
          this:
        </Trans>
      </p>
      <blockquote className="quote">{sentence}</blockquote>
      <p className="muted">
        <Trans>
          What you fill in here stays. A new role takes some ten seconds to arrive: wait that long, then look
          again.
        </Trans>
      </p>
    </Notice>
  );
}
