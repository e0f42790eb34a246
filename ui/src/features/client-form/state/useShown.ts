/** Which fields were touched, and whether all errors are to be shown. */
import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useState } from "react";
import type { DraftCheck, Field, Finding } from "../../../backend/bindings";
import { useAnnounce } from "../../../components/LiveRegion";
import { focusField } from "../fill-in/focusField";
import { firstWrongField, shownFindings } from "./findings";

/** A field is left by pressing a button below it: an error must not move that button away under the hand. */
const AFTER_CLICK_MS = 300;

export type ShownState = ReturnType<typeof useShown>;

/** `allAtFirst`: errors that nobody made by typing may be there from the beginning. */
export function useShown(check: DraftCheck | null, allAtFirst = false) {
  const announce = useAnnounce();
  const { t } = useLingui();
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  const [all, setAll] = useState(allAtFirst);
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
