/** The page of a client: its parts, by keyboard and by address. */
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { ClientChange, HistoryEntry } from "../../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../../testing/axe";
import { entries } from "../../../testing/history";
import type { Answers } from "../../../testing/mockBackend";
import { detail, practiceOrg, provisioning, softphone } from "../../../testing/org";
import { showApp, usePseudoLocale } from "../../../testing/show";
import { diagnosis, ferry, profiles, signInAnswers } from "../../../testing/signIn";
import { untranslated } from "../../../testing/untranslated";

const tab = (name: string) => page.getByRole("tab", { name, exact: true });
const tabs = () =>
  page
    .getByRole("tab")
    .elements()
    .map((one) => one.textContent);

async function open(id: string, part = "", answers: Answers = {}) {
  const { backend } = await showApp({
    hash: `#/clients/${id}${part}`,
    answers: { diagnose: () => diagnosis, prepare_form: () => facts, ...answers },
  });
  await expect.element(tab("Overview")).toBeVisible();
  return (name: string) => backend.asked.flatMap(([command, args]) => (command === name ? [args] : []));
}

const facts = {
  roles: [],
  divisions: [],
  scopes: [],
  clientNames: [],
  permissions: null,
  hipaa: false,
  refusesImplicit: false,
};

const changes: ClientChange[] = [
  {
    entry: { ...(entries[0] as HistoryEntry), kind: "update", remembers: true },
    differences: [
      { kind: "description", asked: "Second", held: "First" },
      { kind: "scopes", missing: ["users"], added: ["presence"] },
      { kind: "roles", missing: [{ roleId: "scim", divisionId: "*" }], added: [] },
    ],
    putBack: true,
  },
  { entry: { ...(entries[2] as HistoryEntry), kind: "deactivate" }, differences: [], putBack: false },
];

describe("the parts of the page", () => {
  test("are those for which there is something to show", async () => {
    await open(softphone.id);
    expect(tabs()).toContain("Redirect addresses and scopes");
    expect(tabs()).not.toContain("Roles and divisions");
  });

  test("are reached by keyboard, are in the address, and Back leads past them", async () => {
    await open(provisioning.id);
    const before = window.history.length;
    (tab("Overview").element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(tab("Roles and divisions")).toHaveAttribute("aria-selected", "true");
    expect(window.location.hash).toBe(`#/clients/${provisioning.id}?tab=roles`);
    expect(window.history.length).toBe(before);
    await expect.element(tab("Roles and divisions")).toHaveFocus();
  });

  test("that do not exist lead to the overview", async () => {
    await open(softphone.id, "?tab=roles");
    await expect.element(tab("Overview")).toHaveAttribute("aria-selected", "true");
  });
});

test("roles stand against divisions", async () => {
  await open(provisioning.id, "?tab=roles");
  const row = (name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect.element(row("All divisions, now and in future")).toHaveTextContent(/granted.*not granted$/);
  await expect.element(row("France")).toHaveTextContent(/granted.*granted$/);
  await expect.element(page.getByRole("columnheader", { name: "Supervisor" })).toBeVisible();
});

describe("the history of a client", () => {
  const show = () => open(softphone.id, "?tab=history", { list_client_changes: () => changes });
  const back = () => page.getByRole("button", { name: /^Put it back as it was before/ });

  test("shows what each change made different, and puts back", async () => {
    const asked = await show();
    await expect.element(page.getByRole("row", { name: "Description First Second" })).toBeVisible();
    expect(asked("list_client_changes")).toEqual([{ org: practiceOrg.id, id: softphone.id }]);
    await inBothThemes(() => expectNoViolations());
    expect(back().elements()).toHaveLength(1);
    await back().click();
    const { id } = (changes[0] as ClientChange).entry;
    await expect.poll(() => window.location.hash).toBe(`#/clients/${softphone.id}/edit?put-back=${id}`);
  });

  test("leads to the whole history", async () => {
    const asked = await show();
    await page.getByRole("button", { name: "Show it in the history" }).click();
    await expect
      .poll(() => asked("list_history"))
      .toEqual([{ search: softphone.id, part: "all", offset: 0, limit: 50 }]);
  });

  test("has no untranslated text", async () => {
    await show();
    await expect.element(back()).toBeVisible();
    usePseudoLocale();
    const names =
      "CRM softphone Alex Martin First Second scim Embeddable Framework customer relations tool the";
    await expect.poll(() => untranslated(names.split(" "))).toEqual([]);
  });
});

test("a client with implicit grant can get a PKCE twin", async () => {
  await open(softphone.id);
  await page.getByRole("button", { name: "Make a PKCE twin…" }).click();
  await expect.poll(() => window.location.hash).toBe(`#/create?like=${softphone.id}&twin=1`);
});

test("roles that the person does not hold are said before anything is tried", async () => {
  const read_client = () => ({ ...detail(provisioning.id), rolesNotHeld: ["Supervisor"] });
  await open(provisioning.id, "", { read_client });
  await expect.element(page.getByText("You do not hold every role of this client")).toBeVisible();
  await inBothThemes(() => expectNoViolations());
});

describe("copying", () => {
  const begin = async (answers: Answers = {}) => {
    const asked = await open(softphone.id, "", { ...signInAnswers(profiles), ...answers });
    await page.getByRole("button", { name: "Copy…" }).click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    return asked;
  };
  const go = () => page.getByRole("button", { name: "Go on to the form" }).click();

  test("stays in the organization unless another one is chosen", async () => {
    await begin();
    await inBothThemes(() => expectNoViolations());
    await go();
    await expect.poll(() => window.location.hash).toBe(`#/create?like=${softphone.id}`);
  });

  test("opens another organization first, and says where the client is from", async () => {
    const start_copy = () => ({ draft: null, gaps: [] });
    const training = { ...ferry, id: "9f100000-0000-4000-8000-000000000003", name: "Harbour Training" };
    const asked = await begin({ open_profile: () => training, start_copy });
    await page.getByText(training.name).click();
    await go();
    await expect
      .poll(() => window.location.hash)
      .toBe(`#/create?like=${softphone.id}&from=${practiceOrg.id}`);
    await expect
      .poll(() => asked("start_copy"))
      .toEqual([{ from: practiceOrg.id, id: softphone.id, to: training.id, twin: false }]);
    expect(asked("open_profile")).toEqual([{ id: training.id }]);
  });
});

test("clients that were deleted can be created again", async () => {
  const entry = { ...(entries[5] as HistoryEntry), kind: "delete" as const };
  await showApp({ hash: "#/deleted", answers: { list_deleted: () => [entry] } });
  await expect.element(page.getByRole("heading", { level: 2, name: entry.clientName })).toBeVisible();
  await inBothThemes(() => expectNoViolations());
  await page.getByRole("button", { name: /^Create it again/ }).click();
  await expect.poll(() => window.location.hash).toBe(`#/create?deleted=${entry.id}`);
});
