/** The list of clients: by keyboard alone, what is selected, filters, views, columns, export. */
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { OauthClient } from "../../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../../testing/axe";
import { listAnswers } from "../../../testing/clientList";
import { type Answers, fails } from "../../../testing/mockBackend";
import { clients, softphone } from "../../../testing/org";
import { showApp, usePseudoLocale } from "../../../testing/show";
import { untranslated } from "../../../testing/untranslated";

const many: OauthClient[] = Array.from({ length: 10_000 }, (_, number) => ({
  ...softphone,
  id: `c11e0000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  name: `Client ${String(number).padStart(5, "0")}`,
}));

const grid = () => page.getByRole("grid", { name: "Clients" });
const element = () => grid().element() as HTMLElement;
/** What a screen reader is told of: the active row, or the active column of the head. */
const active = () => document.getElementById(element().getAttribute("aria-activedescendant") ?? "");
const button = (name: string | RegExp) => page.getByRole("button", { name });
const selected = () => document.querySelectorAll('[role="row"][aria-selected="true"]').length;

async function open(list: readonly OauthClient[] = clients, answers: Answers = {}) {
  const { backend } = await showApp({ hash: "#/clients", answers: { ...listAnswers(list), ...answers } });
  await expect.element(page.getByRole("rowheader").first()).toBeVisible();
  const asked = (name: string) =>
    backend.asked.flatMap(([command, args]) => (command === name ? [args as Record<string, unknown>] : []));
  return { asked };
}

describe("ten thousand clients", () => {
  test("are no more than a screen of rows in the page, and every one can be reached", async () => {
    await open(many);
    await expect.element(grid()).toHaveAttribute("aria-rowcount", "10001");
    element().focus();
    await expect.poll(() => active()?.textContent).toContain("Client 00000");
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    await expect.poll(() => active()?.textContent).toContain("Client 00002");
    await userEvent.keyboard("{PageDown}");
    await expect.poll(() => Number(active()?.getAttribute("aria-rowindex"))).toBeGreaterThan(10);
    await userEvent.keyboard("{End}");
    await expect.poll(() => active()?.textContent).toContain("Client 09999");
    await expect.poll(() => active()?.getAttribute("aria-rowindex")).toBe("10001");
    expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(60);
    await userEvent.keyboard("{Control>}{Home}{/Control}");
    await expect.poll(() => active()?.textContent).toContain("Client 00000");
    await inBothThemes(() => expectNoViolations());
  });

  test("are all selected with one key, and let go with another", async () => {
    await open(many);
    element().focus();
    await userEvent.keyboard("{Control>}a{/Control}");
    await expect.element(page.getByText("10,000 clients selected")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByText("10,000 clients selected")).not.toBeInTheDocument();
  });

  test("open where one was when one comes back", async () => {
    await open(many);
    element().focus();
    await userEvent.keyboard("{End}");
    await expect.poll(() => active()?.textContent).toContain("Client 09999");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => window.location.hash).toContain("000000009999");
    window.history.back();
    await expect.element(page.getByRole("rowheader", { name: "Client 09999" })).toBeVisible();
  });
});

describe("keys and clicks", () => {
  test("Space selects, Shift extends, Enter opens", async () => {
    await open();
    element().focus();
    await userEvent.keyboard("{ArrowDown} ");
    await expect.poll(selected).toBe(1);
    await userEvent.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    await expect.poll(selected).toBe(3);
    await expect.element(page.getByText("3 clients selected")).toBeVisible();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => window.location.hash).toMatch(/^#\/clients\/c11e/);
  });

  test("the head sorts by keyboard", async () => {
    const { asked } = await open();
    element().focus();
    await userEvent.keyboard("{ArrowUp}");
    await expect.poll(() => active()?.textContent).toBe("Name");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => active()?.getAttribute("aria-sort")).toBe("descending");
    expect(asked("look_at_clients").at(-1)?.query).toMatchObject({ sort: "name", direction: "descending" });
    await userEvent.keyboard("{ArrowRight}{Enter}");
    await expect
      .poll(() => asked("look_at_clients").at(-1)?.query)
      .toMatchObject({ sort: "grantType", direction: "ascending" });
  });

  test("a click on a box selects, with Shift a range, and on a name opens", async () => {
    await open();
    const box = (row: number) =>
      document.querySelector(`[aria-rowindex="${row}"] > .grid__box`) as HTMLElement;
    await userEvent.click(box(2));
    await expect.poll(selected).toBe(1);
    await userEvent.keyboard("{Shift>}");
    await userEvent.click(box(5));
    await userEvent.keyboard("{/Shift}");
    await expect.poll(selected).toBe(4);
    await userEvent.click(page.getByRole("rowheader", { name: "Wallboard" }));
    await expect.poll(() => window.location.hash).toContain("000000000002");
  });
});

describe("filters", () => {
  test("say how many they would show, narrow the list, and are taken away", async () => {
    const { asked } = await open();
    await button("Grant type").click();
    const implicit = page.getByRole("menuitemcheckbox", { name: /Implicit/ });
    await expect.element(implicit).toHaveTextContent("1");
    await inBothThemes(() => expectNoViolations());
    await implicit.click();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByText("1 of 9 clients")).toBeVisible();
    expect(asked("look_at_clients").at(-1)?.query).toMatchObject({ grantTypes: ["implicit"] });
    await button("Implicit (browser): take away").click();
    await expect.element(page.getByText("9 clients")).toBeVisible();
  });

  test("that could not be asked say why; what was typed and the rows before stay, and one can try again", async () => {
    let isBroken = false;
    const answers = listAnswers(clients);
    const look = answers.look_at_clients as NonNullable<Answers[string]>;
    const details = { request: "", status: 503, code: null, message: null, correlationId: null };
    await open(clients, {
      look_at_clients: (args) => (isBroken ? fails({ kind: "serverTrouble", details })(args) : look(args)),
    });
    isBroken = true;
    await page.getByRole("searchbox").fill("wall");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Genesys Cloud has a problem");
    await expect.element(page.getByRole("searchbox")).toHaveValue("wall");
    await expect.element(page.getByRole("rowheader").first()).toBeVisible();
    isBroken = false;
    await button("Try again").click();
    await expect.element(page.getByText("1 of 9 clients")).toBeVisible();
    expect(page.getByRole("alert").elements()).toEqual([]);
  });

  test("and search that fit nothing say so, and how to go on", async () => {
    await open();
    await page.getByRole("searchbox").fill("nobody has this");
    await expect.element(page.getByRole("heading", { name: "No client matches" })).toBeVisible();
    await inBothThemes(() => expectNoViolations());
    await button("Show all clients").first().click();
    await expect.element(page.getByRole("rowheader", { name: "Wallboard" })).toBeVisible();
  });
});

describe("views and columns", () => {
  test("a view is saved, shown again, renamed and deleted", async () => {
    const { asked } = await open();
    await page.getByRole("searchbox").fill("wall");
    await button("Views").click();
    await page.getByRole("menuitem", { name: "Save this view…" }).click();
    await page.getByRole("textbox", { name: "Name of the view" }).fill("Screens");
    await inBothThemes(() => expectNoViolations());
    await button("Save").click();
    await expect.poll(() => asked("save_list_view").length).toBe(1);
    await button("Show all clients").click();
    await button("Views").click();
    await page.getByRole("menuitem", { name: "Screens" }).click();
    await expect.element(page.getByText("1 of 9 clients")).toBeVisible();
    await button("Views").click();
    await page.getByRole("menuitem", { name: "Change views…" }).click();
    await button("Rename Screens").click();
    await page.getByRole("textbox", { name: "New name" }).fill("Hall");
    await button("Rename").click();
    await inBothThemes(() => expectNoViolations());
    await button("Delete Hall").click();
    await expect.element(page.getByText("No view is saved.")).toBeVisible();
  });

  test("columns are chosen, and kept", async () => {
    const { asked } = await open();
    await expect.element(page.getByRole("columnheader", { name: "Scopes" })).not.toBeInTheDocument();
    await button("Columns").click();
    await page.getByRole("menuitemcheckbox", { name: "Scopes" }).click();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("columnheader", { name: "Scopes" })).toBeVisible();
    expect(asked("keep_list_columns").at(-1)?.columns).toContain("scopes");
  });
});

test("what is selected is exported, also when it is out of sight", async () => {
  const { asked } = await open();
  element().focus();
  await userEvent.keyboard(" ");
  await page.getByRole("searchbox").fill("wallboard");
  await expect.element(page.getByText("1 of 9 clients")).toBeVisible();
  await button("Export the selected…").click();
  await inBothThemes(() => expectNoViolations());
  await page.getByText("CSV", { exact: true }).click();
  await button("Save the file").click();
  await expect.element(page.getByText("The file was saved, with 1 client")).toBeVisible();
  const one = asked("export_clients").at(-1)?.asked as Record<string, unknown>;
  expect(one).toMatchObject({ format: "csv", query: { search: "" } });
  expect(one.only).toHaveLength(1);
});

test("no text of the list, its menus and its dialogs escapes translation", async () => {
  await open();
  usePseudoLocale();
  await expect.poll(() => untranslated([])).toEqual([]);
});
