/** Client ID and secret. */
import { Trans } from "@lingui/react/macro";
import { SecretField } from "../../../components/SecretField";
import { TextField } from "../../../components/TextField";
import type { Typed } from "./typed";

export function ClientFields({ typed, change }: { typed: Typed; change: (part: Partial<Typed>) => void }) {
  return (
    <>
      <TextField
        label={<Trans>Client ID</Trans>}
        description={<Trans>Of a client of the type “Client Credentials” in this organization.</Trans>}
        value={typed.clientId}
        onChange={(clientId) => change({ clientId })}
        isCode
      />
      <SecretField
        label={<Trans>Client secret</Trans>}
        description={
          <Trans>
            It is sent to Genesys Cloud and to nobody else. Roles that this client does not hold cannot be
            given to new clients.
          </Trans>
        }
        value={typed.secret}
        onChange={(secret) => change({ secret })}
      />
    </>
  );
}
