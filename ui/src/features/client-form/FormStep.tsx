/** The step in which the form is filled in, for a new client and for one that is changed. */
import { useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import type { Finding, Language, OrgFacts, OrgView } from "../../backend/bindings";
import { Loading } from "../../components/Loading";
import { FillIn } from "./fill-in/FillIn";
import { type Form, FormProvider } from "./fill-in/FormContext";
import type { DraftState } from "./state/useDraft";
import type { ShownState } from "./state/useShown";

type FormStepProps = {
  form: DraftState & { form: ShownState; errorsInSight: Finding[] };
  org: OrgView;
  language: Language;
  facts: OrgFacts;
  refreshFacts: () => Promise<void>;
  onBack: () => void;
  onNext: () => void;
};

export function FormStep({ form: state, org, language, facts, refreshFacts, onBack, onNext }: FormStepProps) {
  const [isWantedAnyway, setWantedAnyway] = useState(false);
  const { draft, check, form } = state;
  if (!draft || !check) {
    if (state.checkFailure === null) return <Loading />;
    return <FailurePanel failure={state.checkFailure} onRetry={() => void state.checkNow()} />;
  }
  const shared: Form = {
    org,
    language,
    facts,
    draft,
    check,
    change: state.change,
    changeThrough: state.changeThrough,
    mend: (fix) => void state.mend(fix),
    refreshFacts,
    touch: form.touch,
    findings: form.shown.of,
  };
  return (
    <FormProvider value={shared}>
      {state.checkFailure !== null && (
        <FailurePanel failure={state.checkFailure} onRetry={() => void state.checkNow()} />
      )}
      <FillIn
        isWantedAnyway={isWantedAnyway}
        onAnyway={() => setWantedAnyway(true)}
        onBack={onBack}
        onNext={onNext}
        errorCount={form.all ? state.errorsInSight.length : null}
      />
    </FormProvider>
  );
}
