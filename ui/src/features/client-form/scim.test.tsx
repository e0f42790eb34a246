/** The role of a SCIM client: chosen, missing and restored, not held and given to oneself. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { sceneOf } from "./testing/scenes";
import { choosePurpose, fillName, goToCheck, goToCreated, openWizard, press } from "./testing/walk";

describe("the role for SCIM", () => {
  test("a missing SCIM role is restored after a question", async () => {
    const { asked } = await openWizard(sceneOf("scimMissing"));
    await choosePurpose(/^SCIM/);
    await press("Restore default roles…");
    await expect.element(page.getByRole("alertdialog")).toHaveTextContent("none is reset");
    expect(asked.some(([command]) => command === "restore_default_roles")).toBe(false);
    await page.getByRole("alertdialog").getByRole("button", { name: "Restore default roles" }).click();
    await expect.element(page.getByText("This role and no other")).toBeVisible();
  });

  test("whoever may not restore roles gets the API Explorer's address and a sentence", async () => {
    const { asked } = await openWizard(sceneOf("scimMissingForbidden"));
    await choosePurpose(/^SCIM/);
    await expect
      .element(page.getByText("https://developer.mypurecloud.de/developer-tools/#/api-explorer").first())
      .toBeVisible();
    expect(page.getByRole("button", { name: "Restore default roles…" }).elements()).toEqual([]);
    await press("Copy the sentence");
    const copied = asked.find(([command]) => command === "copy_text");
    expect(JSON.stringify(copied)).toContain("Authorization > Role > Edit");
  });

  test("a role that is not held is given to oneself after a question, and taken back", async () => {
    const { asked } = await openWizard(sceneOf("scimSelfGrant"));
    const sent = (name: string) => asked.filter(([command]) => command === name).length;
    await choosePurpose(/^SCIM/);
    await press("Give it to myself…");
    await expect.element(page.getByRole("alertdialog")).toHaveTextContent("in the division Home");
    expect(sent("grant_role")).toBe(0);
    await page.getByRole("alertdialog").getByRole("button", { name: "Give me the role" }).click();
    await expect.element(page.getByText("You hold the role SCIM Integration now")).toBeVisible();
    await press("Take it back…");
    expect(sent("take_back_role")).toBe(0);
    await page.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
    await expect.element(page.getByRole("button", { name: "Give it to myself…" })).toBeVisible();
    expect([sent("grant_role"), sent("take_back_role")]).toEqual([1, 1]);
  });

  test("whoever may not give it looks again, and the role has come", async () => {
    const scene = sceneOf("scimNotHeld");
    const { asked } = await openWizard(scene);
    await choosePurpose(/^SCIM/);
    await expect.element(page.getByText("Ask for the role first")).toBeVisible();
    expect(page.getByRole("button", { name: "Give it to myself…" }).elements()).toEqual([]);
    const reads = () => asked.filter(([command]) => command === "prepare_form").length;
    const before = reads();
    await press("Look again");
    await expect.poll(reads).toBeGreaterThan(before);
  });

  test("a role of the organization's own is chosen instead", async () => {
    const { asked } = await openWizard(sceneOf("scimOwnRole"));
    await choosePurpose(/^SCIM/);
    await page.getByText("Joiners and Leavers").first().click();
    await fillName("Okta");
    await goToCheck();
    await goToCreated();
    const created = asked.find(([command]) => command === "create_client");
    expect(JSON.stringify(created)).toContain("5a1e0000-0000-4000-8000-000000000008");
  });
});
