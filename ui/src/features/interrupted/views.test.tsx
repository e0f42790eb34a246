/** Every situation: no accessibility fault in light and dark, and no text that escaped translation. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { answersWith, interrupted, situations } from "../../testing/interrupted";
import { provisioning } from "../../testing/org";
import { showApp, usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";

const NAMES = ["Entra", "provisioning", "CRM", "softphone", "Harbour", "Practice"];

describe.each(situations)("$situation.kind of $kind", ({ kind, situation }) => {
  test("has no accessibility fault in light and dark, and no untranslated text", async () => {
    const clientId = kind === "create" ? null : provisioning.id;
    const operation = interrupted({ kind, situation, clientId });
    await showApp({ hash: "#/interrupted", answers: answersWith(operation) });
    await expect.element(page.getByRole("heading", { level: 2 })).toBeVisible();
    await expect.element(page.getByText(/Looking in/)).not.toBeInTheDocument();
    await inBothThemes(() => expectNoViolations());
    usePseudoLocale();
    await expect.poll(() => untranslated(NAMES)).toEqual([]);
  });
});
