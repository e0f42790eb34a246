/** Adds the default roles that an organization lacks, after a preview; or says what to send to somebody who may. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import type { RestorePreview } from "../../../backend/bindings";
import { commands } from "../../../backend/bindings";
import { permissionInUi } from "../../../backend/permissions";
import { Button } from "../../../components/Button";
import { CopyButton } from "../../../components/CopyButton";
import { DefinitionList } from "../../../components/DefinitionList";
import { AlertDialog } from "../../../components/Dialog";
import { useAnnounce } from "../../../components/LiveRegion";
import { Notice } from "../../../components/Notice";
import { RegionPlace } from "../../../words/RegionPlace";
import { Id, Names } from "../../../words/Values";
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
  const preview = useQuery({
    queryKey: ["restore-roles", org.id],
    queryFn: () => commands.previewRestoreRoles(org.id),
    gcTime: 0,
  });

  const restore = async () => {
    setPending(true);
    setFailure(null);
    try {
      const { draft } = await commands.restoreDefaultRoles(org.id, form.language, form.draft, production);
      form.change((now) => ({ ...now, roles: draft.roles }));
      await form.refreshFacts();
      announce(t`Default roles restored`);
    } catch (reason) {
      setFailure(reason);
    } finally {
      setPending(false);
      setOpen(false);
    }
  };

  const forbidden = preview.data?.rights.may === "no" ? preview.data : null;
  return (
    <div className="field">
      <Notice
        tone="warning"
        title={<Trans>A role is missing in this organization</Trans>}
        actions={
          forbidden ? (
            <Ask preview={forbidden} />
          ) : (
            <Button onPress={() => setOpen(true)} isDisabled={!preview.data}>
              <Trans>Restore default roles…</Trans>
            </Button>
          )
        }
      >
        <p>
          <RuleText rule={{ code: "scimRoleMissing", role: "SCIM Integration" }} />
        </p>
        {forbidden && <Forbidden preview={forbidden} />}
      </Notice>
      {preview.error && <FailurePanel failure={preview.error} onRetry={() => void preview.refetch()} />}
      {failure !== null && <FailurePanel failure={failure} />}
      {preview.data && (
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
          details={<Details preview={preview.data} />}
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
              Roles that are added cannot be taken away by Latchkey.
            </Trans>
          </p>
        </AlertDialog>
      )}
    </div>
  );
}

/** What would be sent, and what it would do as far as that is known. */
function Details({ preview }: { preview: RestorePreview }) {
  const rows = [
    { key: "request", label: <Trans>Request</Trans>, value: <Id>{preview.request}</Id> },
    {
      key: "added",
      label: <Trans>Added</Trans>,
      value: (
        <Trans>
          <Names names={preview.missing} />, and any default role that Genesys has made since
        </Trans>
      ),
    },
    { key: "kept", label: <Trans>Stay as they are</Trans>, value: <Names names={preview.kept} /> },
    {
      key: "permission",
      label: <Trans>Permission</Trans>,
      value: permissionInUi(preview.rights.permission),
    },
  ];
  return <DefinitionList rows={rows} />;
}

function useSentence(preview: RestorePreview): string {
  const { t } = useLingui();
  const { explorer } = preview.rights;
  const permission = permissionInUi(preview.rights.permission);
  const name = preview.org.name;
  return t`Please restore the missing default roles in the Genesys Cloud organization “${name}”: I need the role “SCIM Integration” for an OAuth client. In the API Explorer (${explorer}) it is POST /api/v2/authorization/roles/default, with “force” left at false: that adds missing roles and changes none. It needs the permission ${permission}.`;
}

function Forbidden({ preview }: { preview: RestorePreview }) {
  const permission = permissionInUi(preview.rights.permission);
  return (
    <>
      <p>
        <Trans>
          You do not have the permission <strong>{permission}</strong>. Somebody who has it can do it in the
          API Explorer of your region, <Id>{preview.rights.explorer}</Id>. Send them this:
        </Trans>
      </p>
      <blockquote className="quote">{useSentence(preview)}</blockquote>
    </>
  );
}

function Ask({ preview }: { preview: RestorePreview }) {
  const { t } = useLingui();
  const { refreshFacts } = useForm();
  const sentence = useSentence(preview);
  const copy = async () => {
    await commands.copyText(sentence);
  };
  return (
    <>
      <CopyButton onCopy={copy}>{t`Copy the sentence`}</CopyButton>
      <Button onPress={() => void refreshFacts()}>
        <Trans>Look again</Trans>
      </Button>
    </>
  );
}
