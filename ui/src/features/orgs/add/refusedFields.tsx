/** Which of client ID and secret is marked after a refusal, with which words, and which is looked at first. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AnyFailure } from "../../../backend/backend";

/** A failure that is about what was typed as client ID and secret. */
export type Refused = Extract<AnyFailure, { kind: "wrongCredentials" | "credentials" }>;

/** The failure, if it is about client ID and secret. */
export function refusedOf(failure: AnyFailure | null): Refused | null {
  return failure?.kind === "wrongCredentials" || failure?.kind === "credentials" ? failure : null;
}

interface Marked {
  clientId: ReactNode;
  secret: ReactNode;
  first: "clientId" | "secret";
}

export function refusedFields(refused: Refused): Marked {
  if (refused.kind === "wrongCredentials") {
    return refused.unknownClient
      ? { clientId: <Trans>The region has no client with this ID.</Trans>, secret: null, first: "clientId" }
      : {
          clientId: <Trans>This client ID and this secret do not belong together.</Trans>,
          secret: <Trans>Check the secret first: copy it again, all of it.</Trans>,
          first: "secret",
        };
  }
  const missing = <Trans>Nothing is left without spaces, quotes and labels.</Trans>;
  switch (refused.problem) {
    case "swapped":
      return {
        clientId: <Trans>This does not look like a client ID.</Trans>,
        secret: <Trans>This looks like a client ID.</Trans>,
        first: "clientId",
      };
    case "idTwice":
      return { clientId: null, secret: <Trans>This is the client ID again.</Trans>, first: "secret" };
    case "noId":
      return { clientId: missing, secret: null, first: "clientId" };
    case "noSecret":
      return { clientId: null, secret: missing, first: "secret" };
  }
}
