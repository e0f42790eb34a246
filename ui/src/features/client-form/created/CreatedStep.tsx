/**
 * The client exists: its ID, its secret, what comes next. It does not close before the person has said where the
 * secret went, because Genesys Cloud shows it only once.
 */
import { Trans } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { ClientDraft, Created, OrgFacts, OrgView } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Notice } from "../../../components/Notice";
import { GenesysLinks } from "../../../genesys-pages/GenesysLink";
import { ClientTestCard } from "../../../hand-over/ClientTestCard";
import { NextSteps } from "../../../hand-over/NextSteps";
import { ScimTokenCard } from "../../../hand-over/ScimTokenCard";
import { Credentials } from "../../../one-time-secret/Credentials";
import { Placing } from "../../../one-time-secret/Placing";
import { ComparisonCard } from "./ComparisonCard";

type CreatedStepProps = {
  org: OrgView;
  facts: OrgFacts;
  draft: ClientDraft;
  created: Created;
  /** The list, with the new client marked. */
  onDone: (id: string) => void;
};

export function CreatedStep({ org, facts, draft, created, onDone }: CreatedStepProps) {
  const { client, secret, secretUse } = created;
  const done = () => onDone(client.id);
  const isOptional = secretUse === "optional";
  return (
    <>
      {org.practice && (
        <Notice tone="info" title={<Trans>This is the practice organization</Trans>}>
          <p>
            <Trans>These values work in it only. Nothing was created in the real Genesys Cloud.</Trans>
          </p>
        </Notice>
      )}
      <Credentials
        org={org}
        client={client}
        kept={secret}
        none={<NoSecret isNeeded={secretUse !== "notNeeded"} />}
      >
        {isOptional && secret && (
          <p className="muted">
            <Trans>
              A program on a server uses the secret. A page or an app uses PKCE instead, and then nobody needs
              it.
            </Trans>
          </p>
        )}
      </Credentials>
      <ComparisonCard org={org} facts={facts} draft={draft} id={client.id} comparison={created.comparison} />
      {draft.grantType === "clientCredentials" && secret && (
        <ClientTestCard org={org} client={client} hasKept />
      )}
      <NextSteps handOver={created.handOver} clientId={client.id} />
      {draft.scopes.length > 0 && draft.grantType !== "clientCredentials" && <AuthoriseIt />}
      {created.handOver.kind === "scim" && secret && <ScimTokenCard org={org} client={client} hasKept />}
      {secret ? (
        <Placing
          org={org.id}
          client={client.id}
          kept={secret}
          nowhere={isOptional && <Trans>Nowhere: the program uses PKCE and needs none</Trans>}
          onDone={done}
        />
      ) : (
        <footer className="wizard-foot">
          <span className="wizard-foot__status" />
          <Button variant="primary" icon={Check} onPress={done}>
            <Trans context="button: leaves a page that is finished">Done</Trans>
          </Button>
        </footer>
      )}
    </>
  );
}

/** What an organization that enforces scopes asks for before the client works. */
function AuthoriseIt() {
  return (
    <Card
      title={<Trans>If your organization enforces scopes</Trans>}
      text={
        <Trans>
          Then the client works only after an administrator has authorized it: Admin › Integrations ›
          Authorized Applications. Nobody has to do anything where scopes are not enforced.
        </Trans>
      }
    >
      <GenesysLinks pages={["authorizeClient"]} />
    </Card>
  );
}

function NoSecret({ isNeeded }: { isNeeded: boolean }) {
  if (isNeeded) return <Trans>Genesys Cloud did not send a secret.</Trans>;
  return <Trans>Nobody needs the secret: the browser signs in without it. It was not kept.</Trans>;
}
