/** Starting with the organization that was open last. */
import { expect, test } from "vitest";
import { expectNoViolations, inBothThemes } from "../testing/axe";
import { details, fails } from "../testing/mockBackend";
import { practiceOrg } from "../testing/org";
import { showApp } from "../testing/show";

const settings = { opensLast: true };

test("its clients are the first screen, and the list of organizations is one click away", async () => {
  const { screen } = await showApp({
    hash: "#/",
    org: null,
    settings,
    answers: { open_last: () => practiceOrg },
  });
  await expect.element(screen.getByRole("heading", { level: 1, name: "Clients" })).toBeVisible();
  await screen.getByRole("link", { name: "Organizations", exact: true }).click();
  await expect
    .element(screen.getByRole("heading", { level: 1, name: /without the guesswork/ }))
    .toBeVisible();
});

test("without a last one, or where signing in is needed, the organizations come first", async () => {
  for (const open_last of [() => null, fails({ kind: "signInNeeded" })]) {
    const { screen } = await showApp({ hash: "#/", org: null, settings, answers: { open_last } });
    await expect
      .element(screen.getByRole("button", { name: "Open the practice organization" }))
      .toBeVisible();
    await screen.unmount();
  }
});

test("an organization that is out of reach is said, with a way on", async () => {
  const unreachable = fails({ kind: "serverTrouble", details });
  const { screen } = await showApp({ hash: "#/", org: null, settings, answers: { open_last: unreachable } });
  await expect.element(screen.getByRole("alert")).toBeVisible();
  await inBothThemes(() => expectNoViolations());
  await screen.getByRole("button", { name: "Show the organizations" }).click();
  await expect.element(screen.getByRole("button", { name: "Open the practice organization" })).toBeVisible();
});

test("unless the settings say so, nothing is opened", async () => {
  const { screen, backend } = await showApp({ hash: "#/", org: null });
  await expect.element(screen.getByRole("button", { name: "Open the practice organization" })).toBeVisible();
  expect(backend.asked.map(([command]) => command)).not.toContain("open_last");
});
