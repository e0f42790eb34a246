/** The history: searching, more of it, one entry with its steps, and saving it as a file. */
import { i18n } from "@lingui/core";
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { activate } from "../../locales/i18n";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { entries, historyAnswers, notes } from "../../testing/history";
import { type Answers, fails } from "../../testing/mockBackend";
import { showApp, usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";
import {
  badgeWords,
  destinationWords,
  eventWords,
  isInterrupted,
  kindWords,
  noteWords,
  stageWords,
} from "../../words/operations";

const button = (name: string | RegExp) => page.getByRole("button", { name });
const search = () => page.getByRole("searchbox");
const rows = () => page.getByRole("row", { name: /Client \d/ });

async function open(answers: Answers = {}, hash = "#/history") {
  const { backend } = await showApp({ hash, answers });
  await expect.element(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
  const asked = (name: string) =>
    backend.asked.flatMap(([command, args]) => (command === name ? [args as Record<string, unknown>] : []));
  return { asked };
}

/** Opens the entry of a client. */
async function openEntry(name: string) {
  await page.getByRole("rowheader", { name: new RegExp(`^${name}( |$)`) }).click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
}

describe("the list", () => {
  test("has 50 entries, and 50 more each time", async () => {
    const { asked } = await open();
    await expect.element(page.getByText("50 of 120 entries")).toBeVisible();
    await button("Show more").click();
    await expect.element(page.getByText("100 of 120 entries")).toBeVisible();
    await button("Show more").click();
    await expect.element(page.getByText("120 entries", { exact: true })).toBeVisible();
    await expect.element(button("Show more")).not.toBeInTheDocument();
    await expect.poll(() => rows().elements().length).toBe(120);
    expect(asked("list_history").map(({ offset }) => offset)).toEqual([0, 50, 100]);
  });

  test("shows an entry once although a newer one has moved the parts", async () => {
    let all = entries.slice(1);
    await open({ list_history: (args) => historyAnswers(all).list_history?.(args) });
    await expect.element(page.getByText("50 of 119 entries")).toBeVisible();
    all = entries;
    await button("Show more").click();
    await expect.poll(() => rows().elements().length).toBe(99);
  });

  test("is searched once typing has stopped", async () => {
    const { asked } = await open();
    await expect.element(rows().first()).toBeVisible();
    await search().click();
    await userEvent.keyboard("client 7");
    await expect.element(page.getByText("11 entries")).toBeVisible();
    const sought = asked("list_history").map(({ search }) => search);
    expect(sought.at(-1)).toBe("client 7");
    expect(sought.length).toBeLessThan(1 + "client 7".length);
    await expect.element(search()).toHaveFocus();
  });

  test("begins with the search of its address", async () => {
    const { asked } = await open({}, `#/history?search=${entries[3]?.clientId}`);
    await expect.element(page.getByText("1 entry")).toBeVisible();
    await expect.element(search()).toHaveValue(entries[3]?.clientId ?? "");
    expect(asked("list_history")).toHaveLength(1);
    await page.getByRole("link", { name: "History" }).click();
    await expect.element(search()).toHaveValue("");
  });

  test("says that there is nothing yet", async () => {
    await open(historyAnswers([]));
    await expect.element(page.getByRole("heading", { name: "Nothing yet" })).toBeVisible();
    await inBothThemes(() => expectNoViolations());
  });

  test("says that nothing was found, and takes the search back", async () => {
    await open();
    await search().fill("nobody");
    await expect.element(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
    await expect.element(button("CSV for a spreadsheet")).toBeDisabled();
    await inBothThemes(() => expectNoViolations());
    await button("Clear the search").last().click();
    await expect.element(page.getByText("50 of 120 entries")).toBeVisible();
  });

  test("works without an open organization", async () => {
    await showApp({ hash: "#/history", org: null });
    await expect.element(rows().first()).toBeVisible();
    await button("Organizations").click();
    await expect.poll(() => window.location.hash).toBe("#/");
  });

  test("has no accessibility fault, light and dark", async () => {
    await open();
    await expect.element(rows().first()).toBeVisible();
    await inBothThemes(() => expectNoViolations());
  });

  test("that cannot be read can be read again", async () => {
    let isShut = true;
    const answers = historyAnswers();
    const shut = fails({ kind: "journal", reason: "inUse" });
    await open({ list_history: (args) => (isShut ? shut(args) : answers.list_history?.(args)) });
    await expect.element(page.getByRole("alert")).toBeVisible();
    isShut = false;
    await button("Try again").click();
    await expect.element(rows().first()).toBeVisible();
  });
});

describe("an entry", () => {
  test("shows its steps, and what support asks for can be copied", async () => {
    const { asked } = await open();
    await openEntry("Client 5");
    await expect.element(page.getByText("Genesys Cloud refused the request.")).toBeVisible();
    await expect.element(page.getByText("bad.client.state")).toBeVisible();
    await button("Copy the correlation ID, for Genesys support").click();
    await expect.poll(() => asked("copy_text")).toEqual([{ text: "5f1f7a52-2c0d-4f0e-9a34-1c9c1c7b5f10" }]);
    expect(asked("list_history_steps")).toEqual([{ operation: entries[5]?.id }]);
    await expect.element(button("Look what became of it")).not.toBeInTheDocument();
    await inBothThemes(() => expectNoViolations());
  });

  test("is opened and closed with the keyboard, and its row has the focus again", async () => {
    await open();
    const row = page.getByRole("row", { name: /Client 5 / });
    await expect.element(row).toBeVisible();
    (row.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("dialog", { name: "Delete a client: Client 5" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await expect.element(row).toHaveFocus();
  });

  test.each(entries.slice(0, 11).filter(isInterrupted))(
    "that is interrupted ($stage) leads to what can be done about it",
    async ({ id, clientName }) => {
      await open();
      await openEntry(clientName);
      await inBothThemes(() => expectNoViolations());
      await button("Look what became of it").click();
      await expect.poll(() => window.location.hash).toBe(`#/interrupted?operation=${id}`);
    },
  );

  test("of a role that was given to oneself is the way back", async () => {
    const given = { id: "0b5e-given", kind: "grantRole", stage: "done", clientName: "Client 900" };
    const [first] = entries;
    if (!first) throw new Error("no entries");
    const answers = historyAnswers([{ ...first, ...given, orgName: "Harbour Practice" } as typeof first]);
    const { asked } = await open({ ...answers, take_back_role: () => null });
    await openEntry("Client 900");
    await button("Take it back…").click();
    expect(asked("take_back_role")).toEqual([]);
    await page.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
    await expect
      .poll(() => asked("take_back_role").map(({ operation }) => operation))
      .toEqual(["0b5e-given"]);
  });

  test("has no untranslated text", async () => {
    await open();
    await openEntry("Client 2");
    usePseudoLocale();
    await expect.poll(() => untranslated()).toEqual([]);
  });
});

describe("what changed nothing", () => {
  const answers = historyAnswers([...notes, ...entries]);

  test("can be shown alone, and left out", async () => {
    const { asked } = await open(answers);
    const choose = async (name: string) => {
      await button(/Entries to show/).click();
      await page.getByRole("option", { name }).click();
    };
    await choose("Tests, sealed files and tokens");
    await expect.element(page.getByText("9 entries")).toBeVisible();
    await choose("Changes only");
    await expect.element(page.getByText("50 of 120 entries")).toBeVisible();
    expect(asked("list_history").map(({ part }) => part)).toEqual(["all", "notes", "changes"]);
    await inBothThemes(() => expectNoViolations());
  });

  test.each(notes)("$kind, $stage: says what it means, and has nothing to decide", async (note) => {
    const { asked } = await open(answers);
    await openEntry(note.clientName);
    await expect.element(page.getByText("What happened")).toBeVisible();
    await expect.element(button("Look what became of it")).not.toBeInTheDocument();
    if (note.stage === "failed") await expect.element(page.getByText("invalid_client")).toBeVisible();
    expect(asked("list_history_steps")).toEqual([]);
    await inBothThemes(() => expectNoViolations());
  });

  test("has no untranslated text", async () => {
    await open(answers);
    await openEntry("test failed");
    usePseudoLocale();
    await expect
      .poll(() => untranslated(notes.flatMap(({ clientName }) => clientName.split(" "))))
      .toEqual([]);
  });
});

describe("saved as a file", () => {
  test.each([
    ["CSV for a spreadsheet", "csv"],
    ["JSON for a program", "json"],
  ])("%s: what is searched for, and where it is", async (name, format) => {
    const { asked } = await open();
    await search().fill("client 1");
    await button(name).click();
    const path = `/data/exports/latchkey-history-2026-11-22.${format}`;
    await expect.element(page.getByText(path)).toBeVisible();
    expect(asked("export_history")).toEqual([{ search: "client 1", part: "all", format }]);
    await button("Copy path of the file").click();
    await expect.poll(() => asked("copy_text")).toEqual([{ text: path }]);
    await inBothThemes(() => expectNoViolations());
    usePseudoLocale();
    await expect.poll(() => untranslated(["home", "camille"])).toEqual([]);
  });

  test("says so when it cannot be written", async () => {
    await open({ export_history: fails({ kind: "notExported" }) });
    await button("CSV for a spreadsheet").click();
    await expect.element(page.getByRole("alert")).toBeVisible();
  });
});

test("every word has its French", () => {
  activate("fr");
  const words = [
    ...Object.values(kindWords),
    ...Object.values(stageWords).flatMap(({ name, says }) => [name, says]),
    ...Object.values(badgeWords).map(({ name }) => name),
    ...Object.values(noteWords).flatMap((words) => Object.values(words)),
    ...Object.values(eventWords),
    ...Object.values(destinationWords),
  ];
  for (const word of words) expect(i18n._(word)).not.toBe(word.message);
});
