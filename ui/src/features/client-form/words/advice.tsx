/** Words of "Help me choose": the three questions, their answers, and why something is advised. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Reason, WhatItDoes, WhereItRuns, WhoSignsIn } from "../../../backend/bindings";

export const whoWords: Record<WhoSignsIn, ReactNode> = {
  people: <Trans>Each person, with their own Genesys Cloud account</Trans>,
  nobody: <Trans>Nobody: a program works by itself</Trans>,
  peopleThroughSaml: (
    <Trans>People who have already signed in to the company's identity provider (SAML2)</Trans>
  ),
};

export const placeWords: Record<WhereItRuns, ReactNode> = {
  server: <Trans>On a server</Trans>,
  browser: <Trans>In a web page, in the browser</Trans>,
  device: <Trans>On a computer or a phone</Trans>,
  otherCloud: <Trans>In another vendor's cloud, for example an identity provider</Trans>,
};

export const taskWords: Record<WhatItDoes, ReactNode> = {
  embedInCrm: <Trans>Show the Genesys Cloud phone inside a CRM</Trans>,
  provisionUsers: <Trans>Create, change and remove users from an identity system</Trans>,
  useData: <Trans>Read or change data of Genesys Cloud</Trans>,
};

export const reasonWords: Record<Reason, ReactNode> = {
  embeddedInCrm: (
    <Trans>
      This preset was made for exactly that: it fills in the duration, the addresses and the scopes.
    </Trans>
  ),
  provisionsUsers: (
    <Trans>
      Identity systems manage users through SCIM. This preset gives the client the one role that it needs, and
      the long token duration that goes with it.
    </Trans>
  ),
  noPersonSignsIn: (
    <Trans>
      Where nobody signs in, only client credentials work: the program shows its own ID and secret.
    </Trans>
  ),
  samlAssertion: (
    <Trans>People have already proved who they are. Their SAML2 answer is exchanged for a token.</Trans>
  ),
  serverKeepsSecret: (
    <Trans>People sign in themselves, and a server can keep the client's secret safe.</Trans>
  ),
  cannotKeepSecret: (
    <Trans>
      People sign in themselves, and neither a page nor a device can keep a secret. With PKCE none is needed.
    </Trans>
  ),
};
