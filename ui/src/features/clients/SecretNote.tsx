/** The honest word about the secret: it cannot be read again, and where it went if that was said. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClientDetail, Destination } from "../../backend/bindings";
import { Card } from "../../components/Card";

const places: Record<Destination, ReactNode> = {
  passwordManager: <Trans>You said that you put it into a password manager.</Trans>,
  program: <Trans>You said that you put it into the program that uses it.</Trans>,
  receiver: <Trans>You said that you gave it to the person who asked for it.</Trans>,
  nobody: <Trans>You said that nobody needs it.</Trans>,
};

export function SecretNote({ detail }: { detail: ClientDetail }) {
  const { grantType } = detail.client;
  const isUnused = grantType.kind === "offered" && grantType.grantType === "implicit";
  return (
    <Card title={<Trans>Client secret</Trans>}>
      <div className="stack stack--tight">
        {isUnused ? (
          <p>
            <Trans>A client with implicit grant needs no secret.</Trans>
          </p>
        ) : (
          <p>
            <Trans>
              Genesys Cloud shows a client secret only once, when it is made. Nobody can read it again,
              Latchkey included. If it is lost, it has to be replaced by a new one.
            </Trans>
          </p>
        )}
        {detail.secretPlaced && <p>{places[detail.secretPlaced]}</p>}
      </div>
    </Card>
  );
}
