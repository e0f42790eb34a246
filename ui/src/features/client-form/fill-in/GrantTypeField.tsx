/** The grant type, where there is still a choice. Changing it keeps what the other one needs. */
import { Trans } from "@lingui/react/macro";
import type { GenesysPage, GrantType } from "../../../backend/bindings";
import { Findings } from "../../../components/Findings";
import { RadioCards } from "../../../components/RadioCards";
import { GenesysLinks } from "../../../genesys-pages/GenesysLink";
import { grantTypeWords } from "../../../words/purposes";
import { LegacyBadge } from "../words/LegacyBadge";
import { toMessages, useFieldMessages, useForm } from "./FormContext";
import { FrameworkSignIn } from "./FrameworkSignIn";

export function GrantTypeField() {
  const { check } = useForm();
  if (check.asks.embedding) return <FrameworkSignIn />;
  return <GrantTypes />;
}

function GrantTypes() {
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
      {draft.grantType === "implicit" && (
        <p className="description">
          <Trans>
            Implicit grant is less secure than authorization code with PKCE: the token comes back in an
            address.
          </Trans>
        </p>
      )}
      <GenesysLinks pages={pagesOf[draft.grantType]} />
    </div>
  );
}

/** Where Genesys explains each grant type. */
const pagesOf: Record<GrantType, GenesysPage[]> = {
  clientCredentials: ["createClient"],
  authorizationCode: ["pkce", "createClient"],
  implicit: ["pkce", "createClient"],
  saml2Bearer: ["createClient"],
};

/** The grant type of a client that exists: said, with what there is to say of it, but not to be changed. */
export function FixedGrantType() {
  const { draft, findings } = useForm();
  // What would be mended by another grant type is not offered; a hint for those who choose is of no use either.
  const loud = findings("grantType").filter((finding) => finding.severity !== "hint");
  return (
    <div data-field="grantType" className="field">
      <p>
        <strong>{grantTypeWords[draft.grantType].name}</strong>
      </p>
      <p className="description">
        <Trans>It cannot be changed here. For another grant type, create a new client.</Trans>
      </p>
      <Findings messages={toMessages(loud)} />
    </div>
  );
}
