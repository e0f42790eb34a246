/** Every view of changing a client: no accessibility fault in light and dark, and no text that escaped translation. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";
import { button, goToCheck, meddled, name, openForm, SAVE } from "./testing/editWalk";
import { facts } from "./testing/facts";
import { report } from "./testing/pretendEdit";
import scopes from "./testing/scopes.json";
import { address, heading, press } from "./testing/walk";

/** Names of the organization, and what was read out before the change of language. */
const NAMES = [
  ...facts.roles.flatMap((role) => [role.name, role.description]),
  ...facts.divisions.map((division) => division.name),
  ...scopes.flatMap((scope) => [scope.id, scope.en]),
  "https://example.com/callback",
  "Harbour Practice Wallboard Mine Theirs Shows the queues Things to correct",
].flatMap((text) => text.match(/[A-Za-z]{3,}/g) ?? []);

const views: { name: string; go: () => Promise<unknown> }[] = [
  { name: "form", go: () => openForm() },
  { name: "form of a program", go: () => openForm({ client: report }) },
  {
    name: "check",
    go: async () => {
      await openForm();
      await name().fill("Mine");
      await press("Add address");
      await address(2).fill("https://mine.example/cb");
      await goToCheck();
      await button("Show the JSON").click();
    },
  },
  {
    name: "check with nothing different",
    go: async () => {
      await openForm();
      await goToCheck();
      await expect.element(button(SAVE)).toBeDisabled();
    },
  },
  {
    name: "changed meanwhile",
    go: () =>
      meddled({ name: "Theirs", state: "inactive", scopes: ["users"], seconds: 3_600 }, () =>
        name().fill("Mine"),
      ),
  },
  {
    name: "saved, but different",
    go: async () => {
      const differences = [{ kind: "description", asked: "Mine", held: "" } as const];
      await openForm({ comparison: { kind: "different", differences } });
      await name().fill("Mine");
      await goToCheck();
      await button(SAVE).click();
      await expect.element(heading("The change was saved")).toBeVisible();
    },
  },
  {
    name: "saved, not visible yet",
    go: async () => {
      await openForm({ comparison: { kind: "notVisibleYet" } });
      await name().fill("Mine");
      await goToCheck();
      await button(SAVE).click();
      await expect.element(page.getByText("It cannot be read back yet")).toBeVisible();
    },
  },
];

describe.each(views)("$name", ({ go }) => {
  test("has no accessibility fault in light and dark, and no untranslated text", async () => {
    await go();
    await inBothThemes(() => expectNoViolations());
    usePseudoLocale();
    await expect.poll(() => untranslated(NAMES)).toEqual([]);
  });
});
