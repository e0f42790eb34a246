/** My rights: what is missing can be asked for in both languages. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { showApp } from "../../testing/show";
import { diagnosis, ferry } from "../../testing/signIn";

test("each permission is held, missing or unknown, in words", async () => {
  await showApp({ hash: "#/rights", org: ferry });
  const row = (name: string) => page.getByRole("row", { name });
  await expect.element(row("See the clients")).toHaveTextContent("OAuth > Client > View");
  await expect.element(row("See the clients")).toHaveTextContent("Held");
  await expect.element(row("Delete clients")).toHaveTextContent("Missing");
  await expect.element(row("Give roles to people")).toHaveTextContent("Cannot be known");
});

test("the message names what is missing, and is copied in either language", async () => {
  const { backend } = await showApp({ hash: "#/rights", org: ferry });
  await page.getByRole("button", { name: "Copy the message" }).click();
  await page.getByRole("button", { name: "Copy it in French" }).click();
  const copied = () =>
    backend.asked.flatMap(([command, args]) =>
      command === "copy_text" ? [(args as { text: string }).text] : [],
    );
  await expect.poll(copied).toHaveLength(2);
  const [english = "", french = ""] = copied();
  for (const text of [english, french]) {
    expect(text).toContain("oauth:client:add");
    expect(text).toContain("Ferry Lines");
    expect(text).not.toContain("oauth:client:view");
  }
  expect(english).toMatch(/^Hello/);
  expect(french).toMatch(/^Bonjour/);
  expect(french).toContain("Supprimer des clients");
});

test("a partner sees whose organization it is", async () => {
  await showApp({
    hash: "#/rights",
    org: ferry,
    answers: { diagnose: () => ({ ...diagnosis, homeOrgName: "Helpful Partner" }) },
  });
  await expect.element(page.getByText("You work in the organization of somebody else")).toBeVisible();
  await expect.element(page.getByText("Helpful Partner").first()).toBeVisible();
});

test("with everything held there is nothing to ask for", async () => {
  const needs = diagnosis.needs.map((need) => ({ ...need, holding: "held" as const }));
  await showApp({ hash: "#/rights", org: ferry, answers: { diagnose: () => ({ ...diagnosis, needs }) } });
  await expect.element(page.getByRole("table")).toBeVisible();
  expect(page.getByText("Ask for what is missing").elements()).toHaveLength(0);
});
