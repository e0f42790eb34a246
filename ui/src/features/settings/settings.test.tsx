/** Settings that are saved as they are chosen, and the report for support. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { type Answers, fails } from "../../testing/mockBackend";
import { showApp, usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";

const button = (name: string | RegExp) => page.getByRole("button", { name });
const mark = () => page.getByRole("switch", { name: "Add a mark to the description of new clients" });
const REPORT = "/data/exports/latchkey-support-2026-11-22.json";

async function open(answers: Answers = {}, secretDays = 7) {
  const { backend } = await showApp({ hash: "#/settings", answers, settings: { secretDays } });
  await expect.element(mark()).toBeInTheDocument();
  const saved = () =>
    backend.asked.flatMap(([command, args]) =>
      command === "save_settings" ? [(args as { settings: object }).settings] : [],
    );
  return { backend, saved };
}

describe("the days for which a secret waits", () => {
  test("are seven, until others are chosen", async () => {
    const { saved } = await open();
    await button(/Wipe a secret that waits after/).click();
    await expect.element(page.getByRole("option", { name: "7 days", selected: true })).toBeVisible();
    await page.getByRole("option", { name: "1 day", exact: true }).click();
    await expect.poll(saved).toEqual([expect.objectContaining({ secretDays: 1 })]);
    await expect.element(button(/Wipe a secret that waits after/)).toHaveTextContent("1 day");
  });

  test("that are not among the offered ones are shown too", async () => {
    await open({}, 11);
    await expect.element(button(/Wipe a secret that waits after/)).toHaveTextContent("11 days");
  });
});

describe("the mark of new clients", () => {
  test("is off until it is switched on", async () => {
    const { saved } = await open();
    await expect.element(mark()).not.toBeChecked();
    await page.getByText("Add a mark to the description of new clients").click();
    await expect.element(mark()).toBeChecked();
    await expect.poll(saved).toEqual([expect.objectContaining({ markDescriptions: true })]);
  });

  test("says who sees it", async () => {
    await open();
    await expect.element(mark()).toHaveAccessibleDescription(/Everybody who may see the client/);
  });

  test("that could not be saved says so", async () => {
    await open({ save_settings: fails({ kind: "settingsNotSaved" }) });
    await page.getByText("Add a mark to the description of new clients").click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("The settings could not be saved");
  });
});

describe("the report for support", () => {
  test("says where it was saved", async () => {
    const { backend } = await open();
    await button("Save the report").click();
    await expect.element(page.getByText(REPORT)).toBeVisible();
    await button("Copy path of the file").click();
    await expect.poll(() => backend.asked).toContainEqual(["copy_text", { text: REPORT }]);
    await inBothThemes(() => expectNoViolations());
    usePseudoLocale();
    await expect.poll(() => untranslated()).toEqual([]);
  });

  test("that cannot be written says so, and can be tried again", async () => {
    const { backend } = await open({ save_support_bundle: fails({ kind: "notExported" }) });
    await button("Save the report").click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    await inBothThemes(() => expectNoViolations());
    await button("Try again").click();
    const saves = () => backend.asked.filter(([command]) => command === "save_support_bundle").length;
    await expect.poll(saves).toBe(2);
  });
});
