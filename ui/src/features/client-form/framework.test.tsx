/** Embeddable Framework: the grant type is asked as the admin can answer it, and form and preview say the same. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";
import { org } from "./testing/facts";
import type { Scene } from "./testing/pretendBackend";
import { choosePurpose, fillName, goToCheck, heading, openWizard, press } from "./testing/walk";

const ENDS = /Genesys has accepted no new clients with implicit grant since May 25, 2026/;
const way = (name: RegExp) => page.getByRole("radio", { name });

async function toForm(scene: Scene = {}) {
  const opened = await openWizard(scene);
  await choosePurpose(/^Embeddable Framework/);
  await page.getByText("Public deployment").click();
  await fillName("CRM softphone");
  return opened;
}

describe("how framework.js signs in", () => {
  test("implicit grant is chosen, with one sentence in form and preview, and no all-clear beside it", async () => {
    await toForm();
    await expect.element(way(/^With implicit grant/)).toBeChecked();
    await expect.element(page.getByText(ENDS)).toBeVisible();
    await inBothThemes(() => expectNoViolations());
    await goToCheck();
    await expect.element(page.getByText(ENDS)).toBeVisible();
    expect(page.getByText(/If this organization refuses it/).elements()).toEqual([]);
    await press("Back to the form");
    await expect.element(page.getByText("Nothing blocks it. Read 1 warning.")).toBeVisible();
    expect(page.getByText("Nothing to correct").elements()).toEqual([]);
  });

  test("those who know can be asked: the message is there to copy", async () => {
    const { asked } = await toForm();
    await press("Ask the developers");
    await press("Copy the message");
    await expect.element(page.getByText("Copied")).toBeVisible();
    const copied = asked.filter(([command]) => command === "copy_text").map(([, args]) => args);
    expect(copied).toEqual([{ text: expect.stringContaining("usePKCEAuthFlow: true?") }]);
  });

  test("PKCE is one press away, and goes to framework.js", async () => {
    await toForm();
    await press("Switch to authorization code + PKCE");
    await expect.element(way(/^With authorization code/)).toBeChecked();
    await goToCheck();
    await press("Create in Harbour Practice");
    await expect.element(heading("The client was created")).toBeVisible();
    await expect.element(page.getByText(/usePKCEAuthFlow: true,/)).toBeVisible();
    expect(page.getByText(/enableFrameworkClientId/).elements()).toEqual([]);
  });

  test("a real organization says beforehand what follows a refusal", async () => {
    await toForm({ org: { ...org, practice: false } });
    await goToCheck();
    await expect.element(page.getByText(/If this organization refuses it/)).toBeVisible();
  });

  test("has no untranslated text", async () => {
    await toForm();
    await press("Ask the developers");
    usePseudoLocale();
    const names =
      "Harbour Practice Embeddable Framework framework.js usePKCEAuthFlow true getAuthToken CRM softphone";
    await expect.poll(() => untranslated(names.split(" "))).not.toContain("Ask the developers");
  });
});
