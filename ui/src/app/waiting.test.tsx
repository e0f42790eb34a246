/** What waits for a decision: in sight above every page and on the first screen, one line each. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { JournalState } from "../backend/bindings";
import { expectNoViolations, inBothThemes } from "../testing/axe";
import { interrupted } from "../testing/interrupted";
import type { Answers } from "../testing/mockBackend";
import { practiceOrg } from "../testing/org";
import { showApp, usePseudoLocale } from "../testing/show";
import { ferry, museum, profiles, signInAnswers } from "../testing/signIn";
import { untranslated } from "../testing/untranslated";

const secret = (orgId: string, clientName: string) => ({
  orgId,
  clientId: `id-of-${clientName}`,
  clientName,
  kept: { kind: "sealed", until: "2026-11-29T18:00:00Z" },
});

const waiting: Answers = {
  ...signInAnswers(),
  list_interrupted: () => [interrupted(), interrupted({ id: "other" })],
  list_unplaced_secrets: () => [secret(practiceOrg.id, "Okta"), secret(museum.id, "Tickets")],
  look_for: () => interrupted({ situation: { kind: "notThere" } }),
};
const lines = () => page.getByRole("region", { name: "What waits for you" });
const journal = (state: Partial<JournalState>): Answers => ({
  read_journal_state: () => ({ closed: null, lost: null, ...state }),
});

test("nothing waits, nothing is shown", async () => {
  const { screen } = await showApp({ hash: "#/clients" });
  await expect.element(screen.getByRole("rowheader").first()).toBeVisible();
  expect(lines().elements()).toEqual([]);
});

test("interrupted changes lead to their page, which does not repeat it", async () => {
  await showApp({ hash: "#/clients", answers: waiting });
  await expect.element(lines()).toHaveTextContent("2 changes were interrupted");
  await lines().getByRole("button", { name: "See what happened" }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Interrupted changes" })).toBeVisible();
  expect(lines().elements()).toEqual([]);
});

test("on the first screen it comes with the rest, so that nothing moves", async () => {
  let answer: (state: JournalState) => void = () => {};
  const later = new Promise<JournalState>((resolve) => {
    answer = resolve;
  });
  const answers = { ...waiting, read_journal_state: () => later };
  await showApp({ hash: "#/", org: null, answers });
  await expect.element(page.getByRole("button", { name: "Settings" })).toBeVisible();
  expect(page.getByRole("heading", { level: 1 }).elements()).toEqual([]);
  answer({ closed: null, lost: null });
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(lines().elements()).toHaveLength(1);
});

test("a secret of another organization is shown there", async () => {
  await showApp({
    hash: "#/clients",
    answers: { ...waiting, reveal_secret: () => ({ text: "" }) },
  });
  await expect.element(lines()).toHaveTextContent("2 client secrets wait");
  await lines().getByRole("button", { name: "Show the client secrets that wait" }).click();
  await lines().getByRole("button", { name: "Go to the secret of Tickets" }).click();
  await expect.element(page.getByRole("heading", { level: 2, name: "Tickets" })).toBeVisible();
  await expect.element(page.getByRole("region", { name: "Organization" })).toHaveTextContent("City Museum");
});

test("an organization that is not open is opened on the way", async () => {
  const { backend } = await showApp({
    hash: "#/",
    org: null,
    answers: {
      ...waiting,
      list_profiles: () => profiles.map((profile) => ({ ...profile, open: null })),
      list_unplaced_secrets: () => [secret(ferry.id, "Timetable")],
      open_profile: () => ferry,
    },
  });
  await page.getByRole("button", { name: "Show the client secrets that wait" }).click();
  await page.getByRole("button", { name: "Go to the secret of Timetable" }).click();
  await expect.element(page.getByRole("heading", { level: 2, name: "Timetable" })).toBeVisible();
  expect(backend.asked).toContainEqual(["open_profile", { id: ferry.id }]);
});

test("a closed journal says why, and can be tried again", async () => {
  let closed: JournalState["closed"] = "inUse";
  await showApp({
    hash: "#/clients",
    answers: { read_journal_state: () => ({ closed, lost: null }) },
  });
  await expect.element(lines()).toHaveTextContent("Another Latchkey window has the journal open");
  closed = null;
  await lines().getByRole("button", { name: "Try again" }).click();
  await expect.element(lines()).not.toBeInTheDocument();
});

test("a journal that was put aside is spoken of once", async () => {
  const path = "/data/latchkey/journal-damaged.sqlite";
  await showApp({ hash: "#/clients", answers: journal({ lost: { kind: "damaged", path } }) });
  await expect.element(lines()).toHaveTextContent(path);
  await lines().getByRole("button", { name: "OK" }).click();
  await expect.element(lines()).not.toBeInTheDocument();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  expect(lines().elements()).toEqual([]);
});

test.each(["#/", "#/settings"])("everything at once on %s: no fault, no untranslated text", async (hash) => {
  await showApp({
    hash,
    answers: { ...waiting, ...journal({ closed: "full", lost: { kind: "damaged", path: "/aside" } }) },
  });
  await page.getByRole("button", { name: "Show the client secrets that wait" }).click();
  await expect.element(page.getByRole("button", { name: "Go to the secret of Okta" })).toBeVisible();
  await inBothThemes(() => expectNoViolations());
  usePseudoLocale();
  await expect.poll(() => untranslated(["Harbour", "Practice", "SCIM"])).toEqual([]);
});
