/** Names of grant types and purposes, and the sentence that says what each is for. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { GrantType, HeldGrantType, Purpose } from "../backend/bindings";
import { Id } from "./Values";

type Words = { name: ReactNode; says: ReactNode };

export const grantTypeWords: Record<GrantType, Words> = {
  clientCredentials: {
    name: <Trans>Client credentials</Trans>,
    says: <Trans>A program works by itself, for example a nightly report. Nobody signs in.</Trans>,
  },
  authorizationCode: {
    name: <Trans>Authorization code / PKCE</Trans>,
    says: (
      <Trans>
        People sign in with their Genesys Cloud account, in a web site, a page or an app. The usual choice.
      </Trans>
    ),
  },
  saml2Bearer: {
    name: <Trans>SAML2 bearer</Trans>,
    says: (
      <Trans>
        People have already signed in to the company's identity provider, and its answer is exchanged for a
        token.
      </Trans>
    ),
  },
  implicit: {
    name: <Trans>Implicit (browser)</Trans>,
    says: <Trans>The older way for pages in the browser. Only where a program knows no other.</Trans>,
  },
};

export const presetWords: Record<Exclude<Purpose["kind"], "plain">, Words> = {
  embeddableFramework: {
    name: <Trans>Embeddable Framework</Trans>,
    says: <Trans>The Genesys Cloud phone and conversations inside the pages of your CRM.</Trans>,
  },
  scim: {
    name: <Trans>SCIM</Trans>,
    says: (
      <Trans>
        An identity system, such as Entra ID, Okta or OneLogin, creates and updates your Genesys Cloud users.
      </Trans>
    ),
  },
};

export function purposeWords(purpose: Purpose): Words {
  return purpose.kind === "plain" ? grantTypeWords[purpose.grantType] : presetWords[purpose.kind];
}

/** The name of a grant type that a client holds, which may be one that is never created here. */
export function HeldGrantTypeName({ held }: { held: HeldGrantType }) {
  if (held.kind === "offered") return <>{grantTypeWords[held.grantType].name}</>;
  if (held.kind === "password") return <Trans>Password (legacy)</Trans>;
  // The list of some organizations leaves it out; the page of the client has it.
  if (held.value === "") return <Trans>Not said</Trans>;
  return <Id>{held.value}</Id>;
}
