/** The step of the wizard that is shown, with what it needs. */
import { useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { navigate } from "../../app/navigation";
import type { Language, OrgFacts, OrgView } from "../../backend/bindings";
import { Loading } from "../../components/Loading";
import { Check } from "./check/Check";
import { Choose } from "./choose/Choose";
import { CreatedStep } from "./created/CreatedStep";
import { FillIn } from "./fill-in/FillIn";
import { type Form, FormProvider } from "./fill-in/FormContext";
import type { Wizard } from "./state/useWizard";

type WizardStepProps = {
  wizard: Wizard;
  org: OrgView;
  language: Language;
  facts: OrgFacts;
  refreshFacts: () => Promise<void>;
};

export function WizardStep(props: WizardStepProps) {
  const { wizard, org, facts } = props;
  const { draft, created } = wizard;
  if (wizard.step === "choose" || !draft) {
    return (
      <Choose
        unfinished={draft}
        onResume={() => void wizard.resume()}
        onChoose={(purpose) => void wizard.choose(purpose)}
      />
    );
  }
  if (wizard.step === "fillIn") return <FormStep {...props} />;
  if (wizard.step === "created" && created) {
    return (
      <CreatedStep
        org={org}
        facts={facts}
        draft={draft}
        created={created}
        onDone={(id) => navigate({ page: "clients", fresh: id })}
      />
    );
  }
  return (
    <Check
      org={org}
      facts={facts}
      draft={draft}
      onBack={() => wizard.setStep("fillIn")}
      onErrors={() => void wizard.backToErrors(props.refreshFacts)}
      onMend={wizard.mend}
      onCreated={wizard.finish}
    />
  );
}

function FormStep({ wizard, org, language, facts, refreshFacts }: WizardStepProps) {
  const [isWantedAnyway, setWantedAnyway] = useState(false);
  const { draft, check, form } = wizard;
  if (!draft || !check) {
    if (wizard.checkFailure === null) return <Loading />;
    return <FailurePanel failure={wizard.checkFailure} onRetry={() => void wizard.checkNow()} />;
  }
  const shared: Form = {
    org,
    language,
    facts,
    draft,
    check,
    change: wizard.change,
    changeThrough: wizard.changeThrough,
    mend: (fix) => void wizard.mend(fix),
    refreshFacts,
    touch: form.touch,
    findings: form.shown.of,
  };
  return (
    <FormProvider value={shared}>
      {wizard.checkFailure !== null && (
        <FailurePanel failure={wizard.checkFailure} onRetry={() => void wizard.checkNow()} />
      )}
      <FillIn
        isWantedAnyway={isWantedAnyway}
        onAnyway={() => setWantedAnyway(true)}
        onBack={() => wizard.setStep("choose")}
        onNext={() => void wizard.next()}
        errorCount={form.all ? wizard.errorsInSight.length : null}
      />
    </FormProvider>
  );
}
