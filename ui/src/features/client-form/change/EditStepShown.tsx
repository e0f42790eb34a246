/** The step of a change that is shown, with what it needs. */
import type { Language, OrgFacts, OrgView } from "../../../backend/bindings";
import { FormStep } from "../FormStep";
import type { Edit } from "../state/useEdit";
import { ChangeCheck } from "./ChangeCheck";
import { SavedStep } from "./SavedStep";

type EditStepProps = {
  edit: Edit;
  org: OrgView;
  language: Language;
  facts: OrgFacts;
  refreshFacts: () => Promise<void>;
  /** To the page of the client. */
  onLeave: () => void;
};

export function EditStepShown({ edit, onLeave, ...shared }: EditStepProps) {
  const { org, facts } = shared;
  const { draft, updated } = edit;
  if (edit.step === "fillIn" || !draft) {
    return <FormStep {...shared} form={edit} onBack={onLeave} onNext={() => void edit.next()} />;
  }
  if (edit.step === "saved" && updated) {
    return <SavedStep org={org} facts={facts} draft={draft} updated={updated} onDone={onLeave} />;
  }
  return (
    <ChangeCheck
      org={org}
      facts={facts}
      draft={draft}
      seconds={edit.check?.seconds ?? null}
      onBack={() => edit.setStep("fillIn")}
      onErrors={() => void edit.backToErrors(shared.refreshFacts)}
      onRebased={edit.rebase}
      onSend={edit.send}
      onSaved={edit.finish}
    />
  );
}
