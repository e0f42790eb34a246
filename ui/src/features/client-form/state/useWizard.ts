/** Which step is shown, and how one gets to the next. What was typed is in the draft and outlives every step. */
import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useRef, useState } from "react";
import { commands } from "../../../backend/backend";
import type { Created, DraftCheck, Field, Finding, Purpose } from "../../../backend/bindings";
import { useAnnounce } from "../../../components/LiveRegion";
import { focusField } from "../fill-in/focusField";
import { firstWrongField, shownFindings } from "./findings";
import { carryOver, useKeptDrafts } from "./keptDrafts";
import { useDraft } from "./useDraft";

export type Step = "choose" | "fillIn" | "check" | "created";

/** A field is left by pressing a button below it: an error must not move that button away under the hand. */
const AFTER_CLICK_MS = 300;

export type Wizard = ReturnType<typeof useWizard>;

export function useWizard(org: string) {
  const kept = useKeptDrafts(org);
  const state = useDraft(org, kept.latest() ?? null);
  const { draft } = state;
  const [step, setStep] = useState<Step>("choose");
  const [created, setCreated] = useState<Created | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  // These take a moment only; a second press meanwhile must not count.
  const busy = useRef(false);
  const [hasBegun, setBegun] = useState(false);
  const form = useShown(state.check);

  // Nothing that was created may come back as unfinished.
  const isDone = created !== null;
  useEffect(() => {
    if (draft && !isDone) kept.put(draft);
  }, [draft, kept, isDone]);

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

/** Which fields were touched, and whether all errors are to be shown. */
function useShown(check: DraftCheck | null) {
  const announce = useAnnounce();
  const { t } = useLingui();
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  const [all, setAll] = useState(false);
  const [wrong, setWrong] = useState<Finding | null>(null);

  const touch = useCallback((field: Field) => {
    const add = (before: ReadonlySet<Field>) => (before.has(field) ? before : new Set([...before, field]));
    setTimeout(() => setTouched(add), AFTER_CLICK_MS);
  }, []);

  // The field may only be drawn after the step has changed.
  useEffect(() => {
    if (!wrong) return;
    focusField(wrong.field, wrong.row);
    setWrong(null);
  }, [wrong]);

  /** Shows every error and goes to the first; true when there is none. */
  const showAll = (errors: Finding[]): boolean => {
    const first = firstWrongField(errors);
    setAll(true);
    if (!first) return true;
    setWrong(first);
    announce(t`Things to correct: ${errors.length}`);
    return false;
  };

  const reset = () => {
    setTouched(new Set());
    setAll(false);
  };

  return { shown: shownFindings(check, touched, all), all, touch, showAll, reset };
}
