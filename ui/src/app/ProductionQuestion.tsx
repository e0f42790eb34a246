/** Asks once more before something is changed in a production organization. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { OrgView } from "../backend/bindings";
import { AlertDialog } from "../components/Dialog";
import { RegionPlace } from "../words/RegionPlace";
import { Id } from "../words/Values";

interface ProductionQuestionProps {
  org: OrgView;
  /** The question, with the name of the organization. */
  title: ReactNode;
  confirmLabel: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => void;
  /** One sentence: what will be different there at once. */
  children: ReactNode;
}

export function ProductionQuestion({ org, children, ...dialog }: ProductionQuestionProps) {
  return (
    <AlertDialog {...dialog}>
      <p>
        <Trans>
          People work with this organization (<RegionPlace region={org.region} />,{" "}
          <Id>{org.region.domain}</Id>).
        </Trans>{" "}
        {children}
      </p>
    </AlertDialog>
  );
}
