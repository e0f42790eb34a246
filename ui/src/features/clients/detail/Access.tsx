/** Where people are sent back to after signing in, and the scopes: what a client may ask for. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { OauthClient } from "../../../backend/bindings";
import { Card } from "../../../components/Card";
import { Code } from "../../../components/Code";

export function Access({ client }: { client: OauthClient }) {
  return (
    <>
      <Identifiers
        title={<Trans>Redirect addresses (URIs)</Trans>}
        text={<Trans>Where people are sent back to after they have signed in.</Trans>}
        values={client.redirectUris}
      />
      <Identifiers
        title={<Plural value={client.scopes.length} one="# scope" other="# scopes" />}
        text={<Trans>What the client may ask for, at most.</Trans>}
        values={client.scopes}
        isWide
      />
    </>
  );
}

/** Whether a client has any of them. */
export function hasAccess({ redirectUris, scopes }: OauthClient): boolean {
  return redirectUris.length + scopes.length > 0;
}

interface IdentifiersProps {
  title: ReactNode;
  text: ReactNode;
  values: string[];
  /** Several side by side, as they are short. */
  isWide?: boolean;
}

function Identifiers({ title, text, values, isWide }: IdentifiersProps) {
  if (values.length === 0) return null;
  return (
    <Card title={title} text={text}>
      <ul className={isWide ? "identifiers identifiers--wide" : "identifiers"}>
        {values.map((value) => (
          <li key={value}>
            <Code>{value}</Code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
