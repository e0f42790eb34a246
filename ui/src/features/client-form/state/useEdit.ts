/** A change to a client, step by step. What was typed is in the draft and outlives leaving the screen. */
import { useEffect, useState } from "react";
import { useKeptEdit } from "../../../app/kept-drafts";
import type { ClientDraft, DraftCheck, Updated } from "../../../backend/bindings";
import { useDraft } from "./useDraft";
import { useShown } from "./useShown";

export type EditStep = "fillIn" | "check" | "saved";

export type Edit = ReturnType<typeof useEdit>;

export function useEdit(org: string, id: string, initial: ClientDraft, first: EditStep = "fillIn") {
  const kept = useKeptEdit(org, id);
  const state = useDraft(org, initial);
  const { draft } = state;
  const [step, setStep] = useState<EditStep>(first);
  const [updated, setUpdated] = useState<Updated | null>(null);
  const [rebases, setRebases] = useState(0);
  const [hasSent, setSent] = useState(false);
  const form = useShown(state.check, true);

  // A change in which nothing was typed yet would only grow old.
  const isKept = updated === null && draft !== initial;
  useEffect(() => {
    if (draft && isKept) kept.put(draft);
  }, [draft, kept, isKept]);

  const next = async () => {
    const answer = await state.checkNow();
    if (answer && form.showAll(errorsOf(answer))) setStep("check");
  };

  /** Back after a failure: what was refused may have changed in the organization, so its facts are read anew. */
  const backToErrors = async (refreshFacts: () => Promise<void>) => {
    setStep("fillIn");
    await refreshFacts();
    const answer = await state.checkNow();
    if (answer) form.showAll(errorsOf(answer));
  };

  return {
    ...state,
    step,
    setStep,
    updated,
    /** Whether something may have been sent already, whatever became of it. */
    hasSent,
    send: () => setSent(true),
    form,
    errorsInSight: form.shown.errors,
    /** How often the change was begun anew from what somebody else made of the client. */
    rebases,
    rebase: (draft: ClientDraft) => {
      state.replace(draft);
      setRebases((before) => before + 1);
    },
    next,
    backToErrors,
    finish: (updated: Updated) => {
      setUpdated(updated);
      kept.forget();
      setStep("saved");
    },
  };
}

const errorsOf = (check: DraftCheck) => check.findings.filter((finding) => finding.severity === "error");
