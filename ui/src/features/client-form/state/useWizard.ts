/** Which step is shown, and how one gets to the next. What was typed is in the draft and outlives every step. */
import { useEffect, useRef, useState } from "react";
import { useKeptDrafts } from "../../../app/kept-drafts";
import { commands } from "../../../backend/backend";
import type { Created, DraftCheck, Finding, Purpose } from "../../../backend/bindings";
import { carryOver } from "./carryOver";
import type { Begun } from "./useBeginning";
import { useDraft } from "./useDraft";
import { useShown } from "./useShown";

export type Step = "choose" | "fillIn" | "check" | "created";

export type Wizard = ReturnType<typeof useWizard>;

/** `begun`: a draft that was made elsewhere, and the step with which it begins. */
export function useWizard(org: string, begun: Begun | null = null) {
  const kept = useKeptDrafts(org);
  const intended = begun?.draft ?? null;
  const state = useDraft(org, intended ?? kept.latest() ?? null);
  const { draft } = state;
  const [step, setStep] = useState<Step>(begun?.step ?? "choose");
  const [created, setCreated] = useState<Created | null>(begun?.created ?? null);
  const [hasSent, setSent] = useState(begun?.hasSent ?? false);
  const [failure, setFailure] = useState<unknown>(null);
  // These take a moment only; a second press meanwhile must not count.
  const busy = useRef(false);
  const [hasBegun, setBegun] = useState(false);
  const form = useShown(state.check);

  // Nothing that was created may come back as unfinished; what was intended is kept elsewhere until it is changed.
  const isKept = created === null && draft !== intended;
  useEffect(() => {
    if (draft && isKept) kept.put(draft);
  }, [draft, kept, isKept]);

  const choose = async (purpose: Purpose) => {
    if (busy.current) return;
    busy.current = true;
    setFailure(null);
    try {
      const fresh = await commands.startDraft(org, purpose);
      const before = kept.of(fresh.preset);
      if (!before) form.reset();
      // A name is taken over between presets while one is choosing, not from an unfinished client of an earlier visit.
      state.replace(carryOver(fresh, before, hasBegun ? draft : null));
      setBegun(true);
      await state.checkNow();
      setStep("fillIn");
    } catch (reason) {
      setFailure(reason);
    } finally {
      busy.current = false;
    }
  };

  const resume = async () => {
    await state.checkNow();
    setBegun(true);
    setStep("fillIn");
  };

  const inSight = (check: DraftCheck) => errorsInSight(check, draft?.embedding?.deployment ?? null);

  const next = async () => {
    const answer = await state.checkNow();
    if (answer && form.showAll(inSight(answer))) setStep("check");
  };

  /** Back after a failure: what was refused may have changed in the organization, so its facts are read anew. */
  const backToErrors = async (refreshFacts: () => Promise<void>) => {
    setStep("fillIn");
    await refreshFacts();
    const answer = await state.checkNow();
    if (answer) form.showAll(inSight(answer));
  };

  const finish = (created: Created) => {
    setCreated(created);
    kept.forget();
    setStep("created");
  };

  return {
    ...state,
    step,
    setStep,
    created,
    /** Whether something may have been sent already, whatever became of it. */
    hasSent,
    send: () => setSent(true),
    failure,
    form,
    errorsInSight: state.check ? inSight(state.check) : [],
    choose,
    resume,
    next,
    backToErrors,
    finish,
  };
}

/** While the first question of Embeddable Framework is open, nothing else is shown, so nothing else is counted. */
function errorsInSight(check: DraftCheck, deployment: string | null): Finding[] {
  const errors = check.findings.filter((finding) => finding.severity === "error");
  if (!check.asks.embedding || deployment !== null) return errors;
  return errors.filter((finding) => finding.field === "deployment");
}
