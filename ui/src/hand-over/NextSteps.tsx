/** What the receiver needs, by purpose: a fragment, the SCIM settings, or plain addresses. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { copyText } from "../backend/backend";
import type { HandOver, ScimSettings } from "../backend/bindings";
import { Card } from "../components/Card";
import { CodeBlock } from "../components/Code";
import { CopyButton } from "../components/CopyButton";
import { type Definition, DefinitionList } from "../components/DefinitionList";
import { GenesysLinks } from "../genesys-pages/GenesysLink";
import { Id } from "../words/Values";
import "./hand-over.css";

export function NextSteps({ handOver, clientId }: { handOver: HandOver; clientId: string }) {
  switch (handOver.kind) {
    case "frameworkJs":
      return <FrameworkJs {...handOver} />;
    case "scim":
      return <Scim settings={handOver.settings} clientId={clientId} />;
    case "addresses":
      return <Addresses addresses={handOver} />;
  }
}

function FrameworkJs({ fragment, pkce, frame }: Extract<HandOver, { kind: "frameworkJs" }>) {
  return (
    <Card
      title={<Trans>What to do next</Trans>}
      text={<Trans>Send this to the developers of the CRM integration. It contains no secret.</Trans>}
    >
      <CodeBlock title={<Id>framework.js</Id>} code={fragment} onCopy={() => copyText(fragment)} />
      <ol className="numbered">
        <li>
          <Trans>
            Take <Id>clientIds</Id> over into <Id>config</Id> of your own <Id>framework.js</Id>; keep what is
            there already.
          </Trans>
        </li>
        {pkce && (
          <li>
            <Trans>
              Take <Id>usePKCEAuthFlow: true</Id> over too. Without it the framework asks for implicit grant,
              and signing in fails. Genesys does not document this setting, so test it.
            </Trans>
          </li>
        )}
        {frame === "needed" && (
          <li>
            <Trans>
              Add <Id>enableFrameworkClientId=true</Id> to the address of the frame: this is a private
              deployment.
            </Trans>
          </li>
        )}
        {frame === "ifPrivate" && (
          <li>
            <Trans>
              For a private deployment, add <Id>enableFrameworkClientId=true</Id> to the address of the frame.
            </Trans>
          </li>
        )}
        <li>
          <Trans>
            Publish the file, sign in once as an agent, and see that the sign-in window closes by itself.
          </Trans>
        </li>
      </ol>
      <GenesysLinks pages={["frameworkConfiguration", "embeddableFramework"]} />
    </Card>
  );
}

/** An address with its copy button. */
function useAddressRow() {
  const { t } = useLingui();
  return (key: string, label: ReactNode, address: string): Definition => ({
    key,
    label,
    value: <Id>{address}</Id>,
    action: (
      <CopyButton size="small" variant="quiet" label={t`Copy ${address}`} onCopy={() => copyText(address)} />
    ),
  });
}

function Scim({ settings, clientId }: { settings: ScimSettings; clientId: string }) {
  const row = useAddressRow();
  return (
    <Card
      title={<Trans>What to do next</Trans>}
      text={<Trans>The people of the identity system need these values, and the secret.</Trans>}
    >
      <DefinitionList
        rows={[
          row("base", <Trans>SCIM base URL</Trans>, settings.baseUrl),
          row("older", <Trans>Older SCIM base URL</Trans>, settings.olderBaseUrl),
          row("token", <Trans>Token URL</Trans>, settings.tokenUrl),
          row("login", <Trans>Authorization URL</Trans>, settings.loginUrl),
          row("id", <Trans>Client ID</Trans>, clientId),
        ]}
      />
      <IdentitySystems />
    </Card>
  );
}

function IdentitySystems() {
  const rows: Definition[] = [
    {
      key: "entra",
      label: "Microsoft Entra ID",
      value: (
        <Trans>
          Tenant URL: the SCIM base URL. Secret token: an access token, not the secret. It is fetched at the
          token URL with client ID and secret.
        </Trans>
      ),
    },
    {
      key: "okta",
      label: "Okta",
      value: <Trans>Base URL: the SCIM base URL. API token: an access token, fetched in the same way.</Trans>,
    },
    {
      key: "onelogin",
      label: "OneLogin",
      value: (
        <Trans>
          SCIM base URL: the older one. It takes client ID and secret themselves, and the authorization URL.
        </Trans>
      ),
    },
  ];
  return (
    <div>
      <h3>
        <Trans>What each identity system asks for</Trans>
      </h3>
      <DefinitionList rows={rows} />
      <p className="muted">
        <Trans>
          An access token that was pasted stops at the end of the token duration. Note that day: a new one has
          to be fetched before.
        </Trans>
      </p>
    </div>
  );
}

function Addresses({ addresses }: { addresses: Extract<HandOver, { kind: "addresses" }> }) {
  const row = useAddressRow();
  const { authorizeUrl, tokenUrl, apiUrl } = addresses;
  const rows = [
    ...(authorizeUrl ? [row("authorize", <Trans>Authorization URL</Trans>, authorizeUrl)] : []),
    ...(tokenUrl ? [row("token", <Trans>Token URL</Trans>, tokenUrl)] : []),
    row("api", <Trans>Address of the Platform API</Trans>, apiUrl),
  ];
  return (
    <Card
      title={<Trans>What to do next</Trans>}
      text={<Trans>The developers of the program need these addresses, and what is above.</Trans>}
    >
      <DefinitionList rows={rows} />
    </Card>
  );
}
