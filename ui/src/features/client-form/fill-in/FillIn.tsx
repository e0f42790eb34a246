/** The form: only what this kind of client needs, with a footer that says what is still wrong. */
import { Plural, Trans } from "@lingui/react/macro";
import { ArrowLeft, ArrowRight, CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Notice } from "../../../components/Notice";
import { RuleText } from "../words/rules";
import { AboutFields } from "./AboutFields";
import { DeploymentField, NoClientNeeded } from "./DeploymentField";
import { DurationField } from "./DurationField";
import { useForm } from "./FormContext";
import { FixedGrantType, GrantTypeField } from "./GrantTypeField";
import { RedirectList } from "./RedirectList";
import { RegionsField } from "./RegionsField";
import { RolesField } from "./RolesField";
import { ScimRole } from "./ScimRole";
import { ScopesField } from "./ScopesField";
import "./fill-in.css";

type FillInProps = {
  /** The person wants a client although none is needed. */
  isWantedAnyway: boolean;
  onAnyway: () => void;
  onBack: () => void;
  onNext: () => void;
  /** Errors counted beside "Next", once it was pressed. */
  errorCount: number | null;
};

export function FillIn(props: FillInProps) {
  const { draft, check, findings } = useForm();
  const deployment = draft.embedding?.deployment ?? null;
  const isUnanswered = check.asks.embedding && deployment === null;
  const isUnneeded = check.asks.embedding && deployment === "privateWithoutToken" && !props.isWantedAnyway;
  return (
    <>
      {findings("organization").map((finding) => (
        <Notice key={finding.rule.code} tone={finding.severity === "error" ? "danger" : "warning"}>
          <p>
            <RuleText rule={finding.rule} />
          </p>
        </Notice>
      ))}
      {check.asks.embedding && <DeploymentField />}
      {isUnneeded && <NoClientNeeded onBack={props.onBack} onAnyway={props.onAnyway} />}
      {!isUnanswered && !isUnneeded && <Fields />}
      {!isUnneeded && <Footer {...props} />}
    </>
  );
}

function Fields() {
  const { draft, check } = useForm();
  const { asks } = check;
  return (
    <>
      <Card title={<Trans>About the client</Trans>}>
        <AboutFields />
      </Card>
      {draft.editing && (
        <Card title={<Trans>Grant type</Trans>}>
          <FixedGrantType />
        </Card>
      )}
      {!draft.editing && asks.grantTypes.length > 1 && (
        <Card
          title={asks.embedding ? <Trans>How people sign in</Trans> : <Trans>Grant type</Trans>}
          text={<Trans>How the client gets a token. What you typed stays when you change it.</Trans>}
        >
          <GrantTypeField />
        </Card>
      )}
      {asks.embedding && (
        <Card title={<Trans>Where it is used</Trans>}>
          <RegionsField />
        </Card>
      )}
      {asks.redirectUris && (
        <Card
          title={<Trans>Redirect addresses (URI)</Trans>}
          text={
            <Trans>
              Where people return after signing in. Compared letter by letter. You can paste a whole list.
            </Trans>
          }
        >
          <RedirectList />
        </Card>
      )}
      {asks.scopes && (
        <Card
          title={<Trans>What it may do: scopes</Trans>}
          text={
            <Trans>
              Choose as little as possible. People can never do more through the client than by themselves.
            </Trans>
          }
        >
          <ScopesField />
        </Card>
      )}
      <RolesCard />
      <Card
        title={<Trans>How long a token lives</Trans>}
        text={<Trans>After that, the program has to get a new one.</Trans>}
      >
        <DurationField />
      </Card>
    </>
  );
}

function RolesCard() {
  const { asks } = useForm().check;
  const { draft } = useForm();
  if (draft.preset === "scim") {
    return (
      <Card
        title={<Trans>What it may do: role and divisions</Trans>}
        text={<Trans>Choose every division whose people the identity system manages.</Trans>}
      >
        <ScimRole />
      </Card>
    );
  }
  if (!asks.roles) return null;
  return (
    <Card
      title={<Trans>What it may do: roles and divisions</Trans>}
      text={
        <Trans>
          Choose as few roles as possible, and the smallest ones. You can give only roles that you hold
          yourself. The home division is chosen at first.
        </Trans>
      }
    >
      <RolesField />
    </Card>
  );
}

function Footer({ onBack, onNext, errorCount }: FillInProps) {
  const { findings } = useForm().check;
  const warnings = findings.filter((finding) => finding.severity === "warning").length;
  return (
    <footer className="wizard-foot">
      <Button icon={ArrowLeft} onPress={onBack}>
        <Trans>Back</Trans>
      </Button>
      <span className="wizard-foot__status" role="status">
        {errorCount !== null && errorCount > 0 && (
          <span className="wizard-foot__errors">
            <CircleAlert size={16} aria-hidden />
            <Plural value={errorCount} one="# thing to correct" other="# things to correct" />
          </span>
        )}
        {errorCount === 0 && warnings > 0 && (
          <span className="wizard-foot__warnings">
            <TriangleAlert size={16} aria-hidden />
            <Plural
              value={warnings}
              one="Nothing blocks it. Read # warning."
              other="Nothing blocks it. Read # warnings."
            />
          </span>
        )}
        {errorCount === 0 && warnings === 0 && (
          <span className="wizard-foot__fine">
            <CircleCheck size={16} aria-hidden />
            <Trans>Nothing to correct</Trans>
          </span>
        )}
      </span>
      <Button variant="primary" icon={ArrowRight} onPress={onNext}>
        <Trans>Next: check</Trans>
      </Button>
    </footer>
  );
}
