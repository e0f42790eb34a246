/** Adds the default roles that an organization lacks, after a question that says exactly what it does. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { AlertDialog } from "../../../components/Dialog";
import { useAnnounce } from "../../../components/LiveRegion";
import { Notice } from "../../../components/Notice";
import { RegionPlace } from "../../../words/RegionPlace";
import { Id } from "../../../words/Values";
import { RuleText } from "../words/rules";
import { useForm } from "./FormContext";

export function RestoreRoles() {
  const form = useForm();
  const { t } = useLingui();
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { org } = form;
  const { production } = org.marking;

  const restore = async () => {
    setPending(true);
    setFailure(null);
    try {
      const { roles } = await commands.restoreDefaultRoles(org.id, form.language, form.draft, production);
      form.change((draft) => ({ ...draft, roles }));
      await form.refreshFacts();
      announce(t`Default roles restored`);
    } catch (reason) {
      setFailure(reason);
    } finally {
      setPending(false);
      setOpen(false);
    }
  };

  return (
    <div className="field">
      <Notice
        tone="warning"
        title={<Trans>A role is missing in this organization</Trans>}
        actions={
          <Button onPress={() => setOpen(true)}>
            <Trans>Restore default roles…</Trans>
          </Button>
        }
      >
        <p>
          <RuleText rule={{ code: "scimRoleMissing", role: "SCIM Integration" }} />
        </p>
      </Notice>
      {failure !== null && <FailurePanel failure={failure} />}
      <AlertDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={
          production ? (
            <Trans>
              Restore default roles in the production organization <span translate="no">{org.name}</span>?
            </Trans>
          ) : (
            <Trans>Restore default roles in {org.name}?</Trans>
          )
        }
        confirmLabel={
          production ? <Trans>Restore them in production</Trans> : <Trans>Restore default roles</Trans>
        }
        onConfirm={() => void restore()}
        isPending={isPending}
      >
        {production && (
          <p>
            <Trans>
              People work with this organization (<RegionPlace region={org.region} />,{" "}
              <Id>{org.region.domain}</Id>). The roles will exist there at once.
            </Trans>
          </p>
        )}
        <p>
          <Trans>
            This adds the default roles of Genesys Cloud that the organization lacks. It changes the
            organization, not only this form.
          </Trans>
        </p>
        <p>
          <Trans>
            Roles that exist stay exactly as they are: none is reset, and nobody gains or loses a role.
          </Trans>
        </p>
      </AlertDialog>
    </div>
  );
}
