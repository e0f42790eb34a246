/** Asks once more before a client is created in a production organization. */
import { Trans } from "@lingui/react/macro";
import type { OrgView } from "../../../backend/bindings";
import { AlertDialog } from "../../../components/Dialog";
import { Id } from "../../../words/Values";

interface ProductionQuestionProps {
  org: OrgView;
  /** Name of the client. */
  name: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => void;
}

export function ProductionQuestion({ org, name, isOpen, onOpenChange, onConfirm }: ProductionQuestionProps) {
  return (
    <AlertDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={
        <Trans>
          Create in the production organization <span translate="no">{org.name}</span>?
        </Trans>
      }
      confirmLabel={<Trans>Create it in production</Trans>}
      onConfirm={onConfirm}
    >
      <p>
        <Trans>
          People work with this organization (<span translate="no">{org.region.place}</span>,{" "}
          <Id>{org.region.domain}</Id>). The client <strong translate="no">{name}</strong> will exist there at
          once.
        </Trans>
      </p>
    </AlertDialog>
  );
}
