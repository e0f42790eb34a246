/** The grant type of Embeddable Framework, asked in the words of those who know: how `framework.js` signs in. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { copyText } from "../../../backend/backend";
import type { GrantType } from "../../../backend/bindings";
import { CopyButton } from "../../../components/CopyButton";
import { Disclosure } from "../../../components/Disclosure";
import { RadioCards } from "../../../components/RadioCards";
import { Id } from "../../../words/Values";
import { useFieldMessages, useForm } from "./FormContext";

/** Only these two are ever asked for. */
const answers: Partial<Record<GrantType, { title: ReactNode; text: ReactNode }>> = {
  implicit: {
    title: <Trans>With implicit grant</Trans>,
    text: (
      <Trans>
        The way of the Genesys help page. Choose it if <Id>framework.js</Id> does not set{" "}
        <Id>usePKCEAuthFlow</Id>.
      </Trans>
    ),
  },
  authorizationCode: {
    title: <Trans>With authorization code + PKCE</Trans>,
    text: (
      <Trans>
        Choose it if <Id>framework.js</Id> sets <Id>usePKCEAuthFlow: true</Id>.
      </Trans>
    ),
  },
};

export function FrameworkSignIn() {
  const { draft, check, change } = useForm();
  const messages = useFieldMessages("grantType");
  const options = check.asks.grantTypes.map((value) => ({ value, title: value, ...answers[value] }));
  return (
    <div data-field="grantType" className="grant-types">
      <RadioCards<GrantType>
        label={
          <Trans>
            How does the <Id>framework.js</Id> of your developers sign in?
          </Trans>
        }
        value={draft.grantType}
        onChange={(grantType) => change((draft) => ({ ...draft, grantType }))}
        options={options}
        messages={messages}
      />
      <AskDevelopers />
    </div>
  );
}

/** A message for those who know, to be sent by whatever means the person uses. */
function AskDevelopers() {
  const { t } = useLingui();
  const message = t`We are creating the OAuth client for Genesys Cloud Embeddable Framework. Does your framework.js set usePKCEAuthFlow: true? If it does, the client uses authorization code with PKCE. If it does not, the client uses implicit grant, which Genesys is withdrawing. Please also tell us whether the deployment is public or private, and whether framework.js calls getAuthToken.`;
  return (
    <Disclosure title={<Trans>Ask the developers</Trans>}>
      <div className="stack">
        <blockquote className="message-to-copy">{message}</blockquote>
        <div className="row">
          <CopyButton onCopy={() => copyText(message)}>
            <Trans>Copy the message</Trans>
          </CopyButton>
        </div>
      </div>
    </Disclosure>
  );
}
