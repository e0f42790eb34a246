/** The screen never says what is not so, and never lets go of the focus. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { sceneOf } from "./testing/scenes";
import { address, choosePurpose, fillName, goToCheck, openWizard, press } from "./testing/walk";

test.each(["implicitRefused", "rateLimited", "answerLost", "unreachable"])(
  "%s: what was sent is not said to be unsent, here or back in the form",
  async (scene) => {
    const unsent = () => page.getByText("Nothing has been sent yet.").elements();
    await openWizard(sceneOf(scene));
    await choosePurpose(/^Implicit/);
    await fillName("Old page");
    await address(1).fill("https://old.example/cb");
    await goToCheck();
    expect(unsent()).toHaveLength(1);
    await press("Create in Harbour Practice");
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(unsent()).toEqual([]);
    await press("Back to the form");
    await goToCheck();
    expect(unsent()).toEqual([]);
  },
);

test("help me choose begins at its first question, and gives the focus back", async () => {
  await openWizard();
  await press("Help me choose");
  await expect.element(page.getByRole("radio", { name: /^Each person, with their own/ })).toHaveFocus();
  await press("Close the help");
  await expect.element(page.getByRole("button", { name: "Help me choose" })).toHaveFocus();
});
