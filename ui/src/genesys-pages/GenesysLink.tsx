/** A page of Genesys that explains what stands beside it. Rust opens it in the browser; the page knows no address. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { commands, copyText } from "../backend/backend";
import type { GenesysPage } from "../backend/bindings";
import { Button } from "../components/Button";
import { CopyButton } from "../components/CopyButton";
import { Id } from "../words/Values";
import "./genesys-pages.css";

const titles: Record<GenesysPage, MessageDescriptor> = {
  createClient: msg`Genesys help: Create an OAuth client`,
  manageClients: msg`Genesys help: Manage OAuth clients`,
  authorizeClient: msg`Genesys help: Authorize an OAuth client`,
  embeddedClientRequirements: msg`Genesys help: Requirements of embedded clients`,
  regions: msg`Genesys help: Regions`,
  embeddableFramework: msg`Genesys help: Embeddable Framework`,
  frameworkConfiguration: msg`Genesys developers: framework.js`,
  salesforcePermissions: msg`Genesys help: Permissions for Salesforce`,
  scim: msg`Genesys help: SCIM`,
  pkce: msg`Genesys developers: Authorization code with PKCE`,
};

/** A button that opens the page, and shows its address where the browser could not be opened. */
export function GenesysLink({ page, describedBy }: { page: GenesysPage; describedBy?: string }) {
  const { t, i18n } = useLingui();
  const [address, setAddress] = useState<string | null>(null);
  const title = i18n._(titles[page]);
  const open = () => {
    commands.openGenesysPage(page).then(
      (page) => setAddress(page.opened ? null : page.address),
      () => setAddress(null),
    );
  };
  return (
    <span className="genesys-link">
      <Button
        size="small"
        variant="quiet"
        icon={ExternalLink}
        onPress={open}
        label={t`${title} (opens in the browser)`}
        {...(describedBy ? { describedBy } : {})}
      >
        {title}
      </Button>
      {address !== null && (
        <span role="status" className="genesys-link__address">
          <Trans>The browser could not be opened. Open this address yourself:</Trans> <Id>{address}</Id>
          <CopyButton size="small" variant="quiet" onCopy={() => copyText(address)} />
        </span>
      )}
    </span>
  );
}

/** Several pages in a row. */
export function GenesysLinks({ pages }: { pages: GenesysPage[] }) {
  return (
    <p className="genesys-links">
      {pages.map((page) => (
        <GenesysLink key={page} page={page} />
      ))}
    </p>
  );
}
