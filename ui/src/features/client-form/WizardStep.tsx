/** The step of the wizard that is shown, with what it needs. */
import { navigate } from "../../app/navigation";
import type { Language, OrgFacts, OrgView } from "../../backend/bindings";
import { Check } from "./check/Check";
import { Choose } from "./choose/Choose";
import { CreatedStep } from "./created/CreatedStep";
import { FormStep } from "./FormStep";
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
  if (wizard.step === "fillIn") {
    return (
      <FormStep
        {...props}
        form={wizard}
        onBack={() => wizard.setStep("choose")}
        onNext={() => void wizard.next()}
      />
    );
  }
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
      onSend={wizard.send}
      onCreated={wizard.finish}
    />
  );
}
