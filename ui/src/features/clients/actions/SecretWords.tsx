/** The honest word about the secret: it cannot be read again, and where it went if that was said. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClientDetail, Destination, OauthClient } from "../../../backend/bindings";

const places: Record<Destination, ReactNode> = {
  passwordManager: <Trans>You said that you put it into a password manager.</Trans>,
  program: <Trans>You said that you put it into the program that uses it.</Trans>,
  receiver: <Trans>You said that you gave it to the person who asked for it.</Trans>,
  nobody: <Trans>You said that nobody needs it.</Trans>,
};

/** Whether anybody can use a secret of this client. */
export function hasSecret({ grantType }: OauthClient): boolean {
  return grantType.kind !== "offered" || grantType.grantType !== "implicit";
}

export function SecretWords({ detail }: { detail: ClientDetail }) {
  return (
    <>
      <p>
        {hasSecret(detail.client) ? (
          <Trans>
            Genesys Cloud shows a client secret only once, when it is made. Nobody can read it again, Latchkey
            included. If it is lost, it has to be replaced by a new one.
          </Trans>
        ) : (
          <Trans>A client with implicit grant needs no secret.</Trans>
        )}
      </p>
      {detail.secretPlaced && <p>{places[detail.secretPlaced]}</p>}
    </>
  );
}
