/** The client for signing in through the browser, and the guide for those who have none yet. */
import { Trans } from "@lingui/react/macro";
import { Disclosure } from "../../../components/Disclosure";
import { TextField } from "../../../components/TextField";
import { Guide } from "./Guide";
import { placeOf, type Typed } from "./typed";

export function BrowserFields({ typed, change }: { typed: Typed; change: (part: Partial<Typed>) => void }) {
  const place = placeOf(typed);
  return (
    <>
      <TextField
        label={<Trans>Client ID</Trans>}
        description={
          <Trans>
            Of the client that was created once for Latchkey in this organization. No secret is needed.
          </Trans>
        }
        value={typed.clientId}
        onChange={(clientId) => change({ clientId })}
        isCode
      />
      {place && (
        <Disclosure title={<Trans>You have no such client yet?</Trans>}>
          <Guide place={place} />
        </Disclosure>
      )}
    </>
  );
}
