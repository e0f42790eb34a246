/** The grant type, where there is still a choice. Changing it keeps what the other one needs. */
import { Trans } from "@lingui/react/macro";
import type { GrantType } from "../../../backend/bindings";
import { RadioCards } from "../../../components/RadioCards";
import { grantTypeWords } from "../../../words/purposes";
import { LegacyBadge } from "../words/LegacyBadge";
import { useFieldMessages, useForm } from "./FormContext";

export function GrantTypeField() {
  const { draft, check, change } = useForm();
  const messages = useFieldMessages("grantType");
  const options = check.asks.grantTypes.map((grantType) => ({
    value: grantType,
    title: grantTypeWords[grantType].name,
    text: grantTypeWords[grantType].says,
    ...(grantType === "implicit" ? { badge: <LegacyBadge /> } : {}),
  }));
  return (
    <div data-field="grantType" className="grant-types">
      <RadioCards<GrantType>
        label={<Trans>Grant type</Trans>}
        isLabelHidden
        value={draft.grantType}
        onChange={(grantType) => change((draft) => ({ ...draft, grantType }))}
        options={options}
        messages={messages}
      />
    </div>
  );
}
