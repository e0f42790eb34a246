/** Which findings are shown where, and when: errors only once a field was touched or "Next" was pressed. */
import type { DraftCheck, Field, Finding, Rule } from "../../../backend/bindings";

/** The order in which the form shows its fields; the first wrong one takes focus. */
export const FIELD_ORDER: Field[] = [
  "deployment",
  "name",
  "description",
  "grantType",
  "regions",
  "redirectUris",
  "scopes",
  "roles",
  "duration",
];

/** What a part of the form needs to know of the findings. */
export type Shown = {
  /** Findings on a field as a whole, and on rows if `row` is not given. */
  of: (field: Field, row?: number) => Finding[];
  /** Errors that stand in the way, whether shown yet or not. */
  errors: Finding[];
};

/** Errors that nobody made by typing: said at once, so that nobody fills in a form for nothing. */
const AT_ONCE: ReadonlySet<Rule["code"]> = new Set([
  "permissionMissing",
  "scimRoleMissing",
  "scimRoleNotHeld",
]);

/** What is to be shown now. */
export function shownFindings(check: DraftCheck | null, touched: ReadonlySet<Field>, all: boolean): Shown {
  const findings = check?.findings ?? [];
  const visible = findings.filter(
    (finding) =>
      finding.severity !== "error" || all || touched.has(finding.field) || AT_ONCE.has(finding.rule.code),
  );
  return {
    of: (field, row) =>
      visible.filter((finding) => finding.field === field && (row === undefined || finding.row === row)),
    errors: findings.filter((finding) => finding.severity === "error"),
  };
}

/** The first field with an error, in the order of the form. */
export function firstWrongField(errors: Finding[]): Finding | undefined {
  const place = (finding: Finding) => {
    const at = FIELD_ORDER.indexOf(finding.field);
    return (at < 0 ? FIELD_ORDER.length : at) * 1000 + (finding.row ?? 0);
  };
  return [...errors].sort((a, b) => place(a) - place(b))[0];
}
