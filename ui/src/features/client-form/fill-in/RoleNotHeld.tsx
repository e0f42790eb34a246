/**
 * The signed-in person does not hold the role that a SCIM client needs: they give it to themselves where they may, or
 * send a sentence to somebody who can; and look again.
 */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import type { GrantedRole, GrantPreview, Role } from "../../../backend/bindings";
import { commands } from "../../../backend/bindings";
import { permissionInUi } from "../../../backend/permissions";
import { Button } from "../../../components/Button";
import { CopyButton } from "../../../components/CopyButton";
import { DefinitionList } from "../../../components/DefinitionList";
import { AlertDialog } from "../../../components/Dialog";
import { Notice } from "../../../components/Notice";
import { RegionPlace } from "../../../words/RegionPlace";
import { Id } from "../../../words/Values";
import { useForm } from "./FormContext";

type RoleNotHeldProps = {
  known: Role;
  /** What came of giving it to oneself; it may not have arrived yet. */
  given: GrantedRole | null;
  onGiven: (given: GrantedRole) => void;
};

export function RoleNotHeld({ known, given, onGiven }: RoleNotHeldProps) {
  const { org, refreshFacts } = useForm();
  const { t } = useLingui();
  const [isLooking, setLooking] = useState(false);
  const role = known.name;
  const preview = useQuery({
    queryKey: ["grant", org.id, known.id],
    queryFn: () => commands.previewGrant(org.id, known.id),
    gcTime: 0,
  });
  const may = preview.data?.give.may;
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
      title={may === "yes" ? <Trans>You need the role first</Trans> : <Trans>Ask for the role first</Trans>}
      actions={
        <>
          {preview.data && may !== "no" && !given && (
            <GiveToMyself preview={preview.data} known={known} onGiven={onGiven} />
          )}
          <Button onPress={() => void look()} isPending={isLooking}>
            <Trans>Look again</Trans>
          </Button>
          <CopyButton onCopy={copy}>{t`Copy the sentence`}</CopyButton>
        </>
      }
    >
      {given && (
        <p>
          <Trans>
            You gave yourself the role, and Genesys Cloud does not show it yet. Look again in a moment.
          </Trans>
        </p>
      )}
      {may === "yes" && !given && (
        <p>
          <Trans>
            You have the permission <strong>{permission}</strong>, so you can give it to yourself.
          </Trans>
        </p>
      )}
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

type GiveProps = { preview: GrantPreview; known: Role; onGiven: (given: GrantedRole) => void };

/** Gives the person the role, after a question that says exactly what it does. */
function GiveToMyself({ preview, known, onGiven }: GiveProps) {
  const { org, language, refreshFacts } = useForm();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { production } = org.marking;
  const { division } = preview;
  const role = known.name;
  const give = async () => {
    setPending(true);
    setFailure(null);
    try {
      onGiven(await commands.grantRole(org.id, language, known.id, production));
      await refreshFacts();
    } catch (reason) {
      setFailure(reason);
    } finally {
      setPending(false);
      setOpen(false);
    }
  };
  return (
    <>
      <Button variant="primary" onPress={() => setOpen(true)}>
        <Trans>Give it to myself…</Trans>
      </Button>
      {failure !== null && <FailurePanel failure={failure} />}
      <AlertDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={<Trans>Give yourself the role {role}?</Trans>}
        confirmLabel={production ? <Trans>Do it in production</Trans> : <Trans>Give me the role</Trans>}
        onConfirm={() => void give()}
        isPending={isPending}
        details={
          <DefinitionList
            rows={[
              { key: "request", label: <Trans>Request</Trans>, value: <Id>{preview.request ?? ""}</Id> },
              {
                key: "permission",
                label: <Trans>Permission</Trans>,
                value: permissionInUi(preview.give.permission),
              },
            ]}
          />
        }
      >
        {production && (
          <p>
            <Trans>
              People work with this organization (<RegionPlace region={org.region} />,{" "}
              <Id>{org.region.domain}</Id>).
            </Trans>
          </p>
        )}
        <p>
          <Trans>
            You will hold the role in the division {division}, and may do there what it allows. Your other
            roles stay as they are. Latchkey then waits some ten seconds, until Genesys Cloud shows it.
          </Trans>
        </p>
        <p>
          {preview.takeBack.may === "no" ? (
            <Trans>
              You do not have the permission to take it back: another administrator would have to.
            </Trans>
          ) : (
            <Trans>You can take it back here afterwards.</Trans>
          )}
        </p>
      </AlertDialog>
    </>
  );
}
