/** What a change hits: said before it is made, as far as it can be known, and never in its way. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { BlastRadius, UsageReading } from "../../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../../testing/axe";
import { type Answers, details, fails } from "../../../testing/mockBackend";
import { provisioning } from "../../../testing/org";
import { showApp, usePseudoLocale } from "../../../testing/show";
import { diagnosis } from "../../../testing/signIn";
import { untranslated } from "../../../testing/untranslated";
import { busy, quiet, radius } from "../../../testing/usage";

const button = (name: string) => page.getByRole("button", { name, exact: true });
const question = () => page.getByRole("alertdialog");
const dialog = () => page.getByRole("dialog");

/** The rights of somebody who may do everything. */
const everything = {
  ...diagnosis,
  needs: diagnosis.needs.map((need) => ({ ...need, holding: "held" as const })),
};

/** Roles and divisions of the example organization, inside sentences. */
const NAMES = ["SCIM", "Integration", "Supervisor", "France", "Germany", "and"];

async function open(action: string, answers: Answers = {}) {
  const { backend } = await showApp({
    hash: `#/clients/${provisioning.id}`,
    answers: { diagnose: () => everything, ...answers },
  });
  await button(action).click();
  return backend;
}

const listed = (namedAfter: string[], others: number): BlastRadius => ({
  ...radius,
  credentials: { kind: "listed", namedAfter, others },
});

test("the calls of the last 30 days and the integrations stand in the question", async () => {
  await open("New secret…", { read_blast_radius: () => listed(["Entra ID provisioning (flows)"], 1) });
  await expect.element(question()).toHaveTextContent(/calls, the last on Nov 29, 2026/);
  await expect.element(question()).toHaveTextContent("GET /api/v2/users/{userId}");
  await expect.element(question()).toHaveTextContent("and 7 other endpoints");
  await expect.element(question()).toHaveTextContent("Entra ID provisioning (flows)");
  await expect.element(question()).toHaveTextContent("1 credential with another name may hold it too.");
  // A new secret does not cut other organizations off by itself.
  await expect.element(question()).not.toHaveTextContent("Other organizations");
  await inBothThemes(() => expectNoViolations());
});

test("no call does not mean that nobody uses it", async () => {
  await open("Make inactive…", { read_usage: () => quiet, read_blast_radius: () => listed([], 0) });
  await expect.element(question()).toHaveTextContent("No call was counted in the last 30 days.");
  await expect.element(question()).toHaveTextContent("Somebody may use it all the same");
  await expect.element(question()).toHaveTextContent("No integration has a credential for an OAuth client.");
  await expect.element(question()).toHaveTextContent("does not say which organizations");
});

test("where 90 days show nothing, nobody waits for 30 of them", async () => {
  const never = new Promise<UsageReading>(() => {});
  const lastUse = { ...quiet.lastUse, days: 90, atOnce: true };
  await open("Delete…", { read_usage: () => never, read_blast_radius: () => ({ ...radius, lastUse }) });
  await expect.element(dialog()).toHaveTextContent("No call was counted in the last 90 days.");
  await expect.element(dialog()).toHaveTextContent("Salesforce, Chrome, Firefox and Zendesk");
  await expect.element(dialog()).toHaveTextContent("look at its own page");
  await expect.element(dialog()).not.toHaveTextContent("working them out");
  await expect.element(dialog()).not.toHaveTextContent("30 days are");
});

test("calls that come to light after all are shown", async () => {
  const lastUse = { ...quiet.lastUse, days: 90, atOnce: true };
  await open("Delete…", { read_blast_radius: () => ({ ...radius, lastUse }) });
  await expect.element(dialog()).toHaveTextContent(/calls, the last on Nov 29, 2026/);
  await expect.element(dialog()).not.toHaveTextContent("No call was counted");
});

test("flows that name it and others with its roles stand in the question", async () => {
  const dependents = ["Main reception", "Callbacks"].map((name) => ({
    id: name,
    name,
    kind: "flow" as const,
  }));
  const roles = [
    { role: "SCIM Integration", people: 1, groups: 0, clients: 2, more: false },
    { role: "Nobody’s role", people: 0, groups: 0, clients: 0, more: false },
  ];
  await open("Delete…", {
    read_blast_radius: () => ({
      ...radius,
      dependents: { kind: "listed", dependents, more: false },
      roleHolders: { kind: "listed", roles },
    }),
  });
  await expect.element(dialog()).toHaveTextContent("Main reception (flow)");
  await expect.element(dialog()).toHaveTextContent("SCIM Integration: 1 person, 2 other clients");
  await expect.element(dialog()).toHaveTextContent("Nobody’s role: nobody else");
  await inBothThemes(() => expectNoViolations());
});

test("what may not be seen says so, what the organization does not know is left out", async () => {
  const permissions = ["architect:dependencyTracking:view"];
  await open("Delete…", {
    read_blast_radius: () => ({
      ...radius,
      dependents: { kind: "notListed", failure: { kind: "permissionMissing", permissions, details } },
      roleHolders: { kind: "notListed", failure: { kind: "notFound", details } },
    }),
  });
  await expect.element(dialog()).toHaveTextContent("Architect > Dependency Tracking > View");
  await expect.element(dialog()).not.toHaveTextContent("Who else has its roles");
});

test("whoever is sure need not wait for the figures", async () => {
  const never = new Promise<UsageReading>(() => {});
  const inactive = { ...provisioning, state: "inactive" };
  const backend = await open("Make inactive…", {
    read_usage: () => never,
    deactivate_client: () => inactive,
  });
  await expect.element(question()).toHaveTextContent("you need not wait for it");
  await button("Make it inactive").click();
  await expect.element(question()).not.toBeInTheDocument();
  const commands = backend.asked.map(([command]) => command);
  expect(commands).toContain("deactivate_client");
  await expect.poll(() => backend.asked.map(([command]) => command)).toContain("stop_reading_usage");
});

test("a part that may not be seen says so and leaves the others", async () => {
  const permissions = ["integrations:integration:view"];
  const failure = { kind: "permissionMissing" as const, permissions, details };
  await open("Delete…", {
    read_usage: fails({ kind: "usageTakesTooLong" }),
    read_blast_radius: () => ({
      ...radius,
      credentials: { kind: "notListed", failure },
      lastUse: busy.lastUse,
    }),
  });
  await expect.element(dialog()).toHaveTextContent("Integrations > Integration > View");
  await expect.element(dialog()).toHaveTextContent("Last called on Nov 29, 2026.");
  await expect.element(dialog()).toHaveTextContent("Genesys Cloud is still working out the calls");
  await inBothThemes(() => expectNoViolations());
});

test("deleting tells one story", async () => {
  await open("Delete…");
  for (const words of ["What stops:", "What does not come back:", "What Latchkey can do:"]) {
    await expect.element(dialog()).toHaveTextContent(words);
  }
  await expect.element(dialog()).not.toHaveTextContent("undone");
});

test.each([
  ["atOnce", "removes it at once"],
  ["restorableForAWhile", "does not say whether that also holds"],
] as const)("deleting says what it means for a client: %s", async (deletion, words) => {
  await open("Delete…", { read_blast_radius: () => ({ ...radius, deletion }) });
  await expect.element(dialog()).toHaveTextContent(words);
  // The name to type is what the focus is on, whatever comes late.
  await expect.element(page.getByRole("textbox", { name: "Name of the client" })).toHaveFocus();
});

test("one may be signed in through it with a token that was pasted", async () => {
  await open("New secret…", { read_blast_radius: () => ({ ...radius, signedInThrough: true }) });
  await expect.element(page.getByText("You are signed in through this very client")).toBeVisible();
});

test.each(["New secret…", "Make inactive…", "Delete…"])("%s has no untranslated text", async (action) => {
  await open(action, { read_blast_radius: () => listed(["Data actions"], 2) });
  await expect.element(page.getByText("What uses it")).toBeVisible();
  usePseudoLocale();
  await expect.poll(() => untranslated(NAMES)).toEqual([]);
});
