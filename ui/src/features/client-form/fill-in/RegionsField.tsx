/** The regions of an embedded deployment, by part of the world, and whether signing in has its own window. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { regionsQuery } from "../../../backend/backend";
import { commands, type Embedding } from "../../../backend/bindings";
import { Switch } from "../../../components/Checkbox";
import { CheckList, type CheckListOption } from "../../../components/CheckList";
import { GenesysLinks } from "../../../genesys-pages/GenesysLink";
import { regionGroupWords } from "../../../words/regions";
import { chosenFirst } from "./chosenFirst";
import { embeddingOf } from "./DeploymentField";
import { useFieldMessages, useForm } from "./FormContext";

export function RegionsField() {
  const { draft, changeThrough, touch } = useForm();
  const { t, i18n } = useLingui();
  const messages = useFieldMessages("regions");
  const regions = useQuery(regionsQuery);
  const [first] = useState(() => new Set(draft.embedding?.regions));
  const options = (regions.data ?? []).map(
    (region): CheckListOption => ({
      id: region.domain,
      title: region.place,
      text: `${region.domain} · ${region.code}`,
      badge: <span className="option__group">{i18n._(regionGroupWords[region.group])}</span>,
    }),
  );
  const embedding = embeddingOf(draft.embedding);
  const choose = (change: Partial<Embedding>) => {
    void changeThrough((draft) =>
      commands.chooseEmbedding(draft, { ...embeddingOf(draft.embedding), ...change }),
    );
  };
  return (
    <>
      <div data-field="regions" className="regions">
        <CheckList
          label={<Trans>Regions</Trans>}
          description={
            <Trans>
              Where the organizations are whose agents use it. The redirect addresses follow from it.
            </Trans>
          }
          searchLabel={t`Filter regions`}
          options={chosenFirst(options, first)}
          value={embedding.regions}
          onChange={(regions) => {
            touch("regions");
            choose({ regions });
          }}
          messages={messages}
        />
        <GenesysLinks pages={["regions"]} />
      </div>
      <Switch
        isSelected={embedding.dedicatedLoginWindow}
        onChange={(dedicatedLoginWindow) => choose({ dedicatedLoginWindow })}
        text={
          <Trans>
            For companies whose sign-in page refuses to be shown inside another page. Adds one address per
            region.
          </Trans>
        }
      >
        <Trans>Sign in through a window of its own</Trans>
      </Switch>
    </>
  );
}
