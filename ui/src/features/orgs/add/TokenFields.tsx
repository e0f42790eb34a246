/** A pasted access token, and how to get one. */
import { Trans } from "@lingui/react/macro";
import { Disclosure } from "../../../components/Disclosure";
import { SecretField } from "../../../components/SecretField";
import type { Typed } from "./typed";

export function TokenFields({ typed, change }: { typed: Typed; change: (part: Partial<Typed>) => void }) {
  return (
    <>
      <SecretField
        label={<Trans>Access token</Trans>}
        description={
          <Trans>Spaces, quotes and the word Bearer around it do no harm: Latchkey takes them away.</Trans>
        }
        value={typed.token}
        onChange={(token) => change({ token })}
      />
      <Disclosure title={<Trans>How do I get an access token?</Trans>}>
        <ol className="guide">
          <li>
            <Trans>
              Open the Developer Center of Genesys Cloud in your browser, and choose the region of your
              organization.
            </Trans>
          </li>
          <li>
            <Trans>Add an account there: you sign in to your organization as always.</Trans>
          </li>
          <li>
            <Trans>Copy the access token of that account, and paste it here.</Trans>
          </li>
        </ol>
      </Disclosure>
    </>
  );
}
