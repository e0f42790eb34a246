/** Moves the focus to a field of the form, after "Next" found it wrong. */
import type { Field } from "../../../backend/bindings";

/** The first thing in a field that can be changed. Radio groups offer their chosen or first option. */
const CONTROLS = [
  "input:not([type='radio']):not([disabled])",
  "textarea",
  "input[type='radio']:checked",
  "input[type='radio']",
  "[role='listbox']",
  "button",
].join(", ");

export function focusField(field: Field, row: number | null): void {
  const whole = document.querySelector<HTMLElement>(`[data-field="${field}"]`);
  const part = row === null ? null : whole?.querySelector<HTMLElement>(`[data-row="${row}"]`);
  const target = (part ?? whole)?.querySelector<HTMLElement>(CONTROLS);
  target?.focus();
  target?.scrollIntoView({ block: "center" });
}
