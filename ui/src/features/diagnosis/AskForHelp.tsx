/** A message about what is missing, ready to send, in the shown language and in the other one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { copyText } from "../../backend/backend";
import type { Diagnosis, Need } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { CopyButton } from "../../components/CopyButton";
import { inLocale } from "../../locales/i18n";
import { requestText } from "./words";

export function AskForHelp({ diagnosis, missing }: { diagnosis: Diagnosis; missing: Need[] }) {
  const { i18n } = useLingui();
  const text = requestText(i18n, diagnosis, missing);
  const other = i18n.locale === "fr" ? "en" : "fr";
  const copyOther = () => copyText(requestText(inLocale(other), diagnosis, missing));
  return (
    <Card
      title={<Trans>Ask for what is missing</Trans>}
      text={<Trans>Send this to somebody who administers roles in your organization.</Trans>}
    >
      <blockquote className="request">{text}</blockquote>
      <div className="row">
        <CopyButton variant="primary" onCopy={() => copyText(text)}>
          <Trans>Copy the message</Trans>
        </CopyButton>
        <CopyButton onCopy={copyOther}>
          {other === "fr" ? <Trans>Copy it in French</Trans> : <Trans>Copy it in English</Trans>}
        </CopyButton>
      </div>
    </Card>
  );
}
