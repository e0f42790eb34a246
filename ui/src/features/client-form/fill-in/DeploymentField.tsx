/** "Is a client needed at all?": the first question for Embeddable Framework, and the answer that none is. */
import { Trans } from "@lingui/react/macro";
import { ArrowLeft } from "lucide-react";
import { commands, type Deployment, type Embedding } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Notice } from "../../../components/Notice";
import { RadioCards, type RadioOption } from "../../../components/RadioCards";
import { GenesysLinks } from "../../../genesys-pages/GenesysLink";
import { Id } from "../../../words/Values";
import { RuleText } from "../words/rules";
import { toMessages, useForm } from "./FormContext";

/** Answers of a draft that has none yet. */
export function embeddingOf(embedding: Embedding | null): Embedding {
  return embedding ?? { deployment: null, regions: [], dedicatedLoginWindow: false };
}

export function DeploymentField() {
  const { draft, changeThrough, findings, touch } = useForm();
  // That none is needed has its own panel.
  const messages = toMessages(
    findings("deployment").filter((finding) => finding.rule.code !== "noClientNeeded"),
  );
  const options: RadioOption<Deployment>[] = [
    {
      value: "public",
      title: <Trans>Public deployment</Trans>,
      text: (
        <Trans>Genesys hosts the framework for a product that many customers use. A client is needed.</Trans>
      ),
    },
    {
      value: "privateWithToken",
      title: (
        <span>
          <Trans>
            Private, with <Id>getAuthToken</Id>
          </Trans>
        </span>
      ),
      text: (
        <Trans>
          Your own <Id>framework.js</Id> asks for the agent's token with <Id>getAuthToken</Id>. A client is
          needed.
        </Trans>
      ),
    },
    {
      value: "privateWithoutToken",
      title: (
        <span>
          <Trans>
            Private, without <Id>getAuthToken</Id>
          </Trans>
        </span>
      ),
      text: (
        <Trans>
          Your own <Id>framework.js</Id> never asks for a token. No client is needed.
        </Trans>
      ),
    },
  ];
  const choose = (deployment: Deployment) => {
    touch("deployment");
    void changeThrough((draft) =>
      commands.chooseEmbedding(draft, { ...embeddingOf(draft.embedding), deployment }),
    );
  };
  return (
    <Card
      title={<Trans>Is a client needed at all?</Trans>}
      text={<Trans>Ask the developers of the CRM integration if you are not sure.</Trans>}
    >
      <div data-field="deployment">
        <RadioCards<Deployment>
          label={<Trans>Kind of deployment</Trans>}
          isLabelHidden
          layout="rows"
          value={draft.embedding?.deployment ?? null}
          onChange={choose}
          options={options}
          messages={messages}
        />
        {draft.embedding?.deployment === "public" && (
          <p className="description">
            <Trans>
              When Genesys has published a public deployment, it gives you a new address. Add it to the
              redirect URIs then.
            </Trans>
          </p>
        )}
        <GenesysLinks pages={["embeddableFramework", "frameworkConfiguration"]} />
      </div>
    </Card>
  );
}

/** The end of the way for those who need no client, unless they want one all the same. */
export function NoClientNeeded({ onBack, onAnyway }: { onBack: () => void; onAnyway: () => void }) {
  return (
    <Notice
      tone="success"
      role="status"
      title={<Trans>You do not need a client</Trans>}
      actions={
        <>
          <Button icon={ArrowLeft} onPress={onBack}>
            <Trans>Back to the choice</Trans>
          </Button>
          <Button variant="quiet" onPress={onAnyway}>
            <Trans>Create one anyway</Trans>
          </Button>
        </>
      }
    >
      <p>
        <RuleText rule={{ code: "noClientNeeded" }} />
      </p>
      <p>
        <Trans>
          If the developers add <Id>getAuthToken</Id> later, come back then.
        </Trans>
      </p>
    </Notice>
  );
}
