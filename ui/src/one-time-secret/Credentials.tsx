/** Client ID and one-time secret of a client, and how the secret is kept meanwhile. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { commands } from "../backend/backend";
import type { OrgView, SecretKept } from "../backend/bindings";
import { Card } from "../components/Card";
import { type Definition, DefinitionList } from "../components/DefinitionList";
import { SealButton } from "../hand-over/SealButton";
import { CopyClientId } from "../words/CopyClientId";
import { Id } from "../words/Values";
import { KeptNotice } from "./KeptNotice";
import { SecretValue } from "./SecretValue";

interface CredentialsProps {
  org: OrgView;
  client: { id: string; name: string };
  /** Null: there is no secret to show. */
  kept: SecretKept | null;
  /** In place of a secret: why there is none. */
  none?: ReactNode;
  /** Below: a sentence about the secret. */
  children?: ReactNode;
}

export function Credentials({ org, client, kept, none, children }: CredentialsProps) {
  const rows: Definition[] = [
    {
      key: "id",
      label: <Trans>Client ID</Trans>,
      value: <Id>{client.id}</Id>,
      action: <CopyClientId id={client.id} variant="secondary" />,
    },
    {
      key: "secret",
      label: <Trans>Client secret</Trans>,
      value: kept ? (
        <SecretValue
          onReveal={() => commands.revealSecret(org.id, client.id)}
          onCopy={() => commands.copySecret(org.id, client.id)}
        >
          <SealButton org={org.id} id={client.id} />
        </SecretValue>
      ) : (
        none
      ),
    },
  ];
  return (
    <Card title={client.name} text={<Trans>In the organization {org.name}</Trans>}>
      <DefinitionList rows={rows} />
      {children}
      {kept && <KeptNotice kept={kept} />}
    </Card>
  );
}
