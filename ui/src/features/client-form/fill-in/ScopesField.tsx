/** The scopes: a filterable list with the server's descriptions, and "readonly instead?" for the wide ones. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { CheckList, type CheckListOption } from "../../../components/CheckList";
import { GenesysLinks } from "../../../genesys-pages/GenesysLink";
import { chosenFirst } from "./chosenFirst";
import { useFieldMessages, useForm } from "./FormContext";
import { MoreFindings } from "./MoreFindings";

export function ScopesField() {
  const { draft, facts, check, change, touch } = useForm();
  const { t } = useLingui();
  const messages = useFieldMessages("scopes");
  // What is chosen already comes first, so that it is in sight; it does not move while one chooses.
  const [first] = useState(() => new Set(draft.scopes));
  const options = useMemo(() => {
    const known = facts.scopes.map(
      (scope): CheckListOption => ({ id: scope.id, title: scope.id, isCode: true, text: scope.description }),
    );
    const unknown = draft.scopes
      .filter((id) => !facts.scopes.some((scope) => scope.id === id))
      .map(
        (id): CheckListOption => ({ id, title: id, isCode: true, text: t`Not known to this organization` }),
      );
    return [...unknown, ...chosenFirst(known, first)];
  }, [facts.scopes, draft.scopes, first, t]);
  const errors = messages.filter((message) => message.severity === "error");
  const others = messages.filter((message) => message.severity !== "error");
  return (
    <div data-field="scopes" className="field">
      <CheckList
        label={<Trans>Scopes</Trans>}
        searchLabel={t`Filter scopes`}
        options={options}
        value={draft.scopes}
        onChange={(scopes) => {
          touch("scopes");
          change((draft) => ({ ...draft, scopes }));
        }}
        messages={errors}
      />
      <MoreFindings messages={others} />
      <GenesysLinks
        pages={check.asks.embedding ? ["embeddedClientRequirements", "authorizeClient"] : ["authorizeClient"]}
      />
    </div>
  );
}
