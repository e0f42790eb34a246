/** Accessibility rules of WCAG 2.0 to 2.2 A and AA, and good practice, over what is shown. */
import axe from "axe-core";
import { expect } from "vitest";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with every violation and where it is. `without` names rules that only make sense on a whole page. */
export async function expectNoViolations(without: string[] = []): Promise<void> {
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: TAGS }, rules });
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ""}`).join("\n  ")}`,
  );
  expect(found).toEqual([]);
}

/** Light and dark, one after the other. */
export async function inBothThemes(look: () => Promise<void>): Promise<void> {
  for (const theme of ["light", "dark"]) {
    document.documentElement.dataset.theme = theme;
    await look();
  }
}
