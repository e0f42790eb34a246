/** The organizations that were added: opening, switching, marking, signing out, forgetting. */
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { listAnswers } from "../../testing/clientList";
import { details, fails } from "../../testing/mockBackend";
import { clients } from "../../testing/org";
import { showApp } from "../../testing/show";
import { ferry, museum, profiles, signInAnswers } from "../../testing/signIn";

const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
const strip = () => page.getByRole("region", { name: "Organization" });
const closed = profiles.map((profile) => ({ ...profile, open: null }));

test("an organization is opened, and stays in sight", async () => {
  const { backend } = await showApp({ hash: "#/", org: null, answers: signInAnswers(closed) });
  await press("Open Ferry Lines");
  await expect.element(strip()).toHaveTextContent("Ferry Lines");
  await expect.element(strip()).toHaveTextContent("Production");
  expect(backend.asked).toContainEqual(["open_profile", { id: ferry.id }]);
});

test("what the keychain does not open leads to signing in", async () => {
  const answers = { ...signInAnswers(closed), open_profile: fails({ kind: "signInNeeded" }) };
  await showApp({ hash: "#/", org: null, answers });
  await press("Open Ferry Lines");
  await expect.element(page.getByRole("heading", { name: "Sign in to Ferry Lines again" })).toBeVisible();
});

test("forgetting asks first and says what it removes", async () => {
  const { backend } = await showApp({ hash: "#/", org: ferry, answers: signInAnswers() });
  await press("Forget… Ferry Lines");
  const question = page.getByRole("alertdialog", { name: "Forget Ferry Lines?" });
  await expect.element(question).toHaveTextContent("removes its entry in this list");
  await inBothThemes(() => expectNoViolations());
  await question.getByRole("button", { name: "Forget it" }).click();
  await expect.element(page.getByRole("heading", { name: /Ferry Lines/ })).not.toBeInTheDocument();
  expect(backend.asked).toContainEqual(["forget_profile", { id: ferry.id }]);
});

test("signing out closes it; colour and production mark are saved at once", async () => {
  const { backend } = await showApp({ hash: "#/", org: null, answers: signInAnswers() });
  const card = page.getByRole("region", { name: /Ferry Lines/ });
  await card.getByRole("button", { name: "Colour and production mark" }).click();
  await card.getByText("Green").click();
  await card.getByText("This is a production organization").click();
  await expect.element(card.getByRole("switch")).not.toBeChecked();
  const marks = backend.asked.filter(([command]) => command === "mark_profile").map(([, args]) => args);
  expect(marks.at(-1)).toEqual({ id: ferry.id, marking: { colour: "green", production: false } });
  await card.getByRole("button", { name: "Sign out of Ferry Lines" }).click();
  await expect.element(card.getByText("Closed")).toBeVisible();
});

test("switching changes the header and the data, by keyboard too", async () => {
  const answers = {
    ...signInAnswers(),
    look_at_clients: (args: Record<string, unknown>) =>
      listAnswers(
        clients.map((client) => ({
          ...client,
          name: `${client.name} of ${args.org === ferry.id ? "F" : "M"}`,
        })),
      ).look_at_clients?.(args),
  };
  const { backend } = await showApp({ hash: "#/clients", org: ferry, answers });
  await expect.element(page.getByRole("rowheader", { name: /Wallboard of F/ })).toBeVisible();
  (page.getByRole("button", { name: /Switch organization/ }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("menuitem", { name: /City Museum/ })).toBeVisible();
  await expectNoViolations();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(strip()).toHaveTextContent("City Museum");
  await expect.element(page.getByRole("rowheader", { name: /Wallboard of M/ })).toBeVisible();
  expect(page.getByText(/of F/).elements()).toHaveLength(0);
  expect(backend.asked.filter(([command]) => command === "refresh_clients").at(-1)?.[1]).toEqual({
    org: museum.id,
  });
});

test("an end of the sign-in that is near is said", async () => {
  const soon = new Date(Date.now() + 120_000).toISOString();
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const { screen } = await showApp({ hash: "#/clients", org: { ...ferry, expiresAt: later } });
  await expect.element(strip()).not.toHaveTextContent("Sign-in ends");
  await screen.unmount();
  await showApp({ hash: "#/clients", org: { ...ferry, expiresAt: soon } });
  await expect.element(strip()).toHaveTextContent("Sign-in ends at");
});

test("a sign-in that has ended offers to sign in again, and back", async () => {
  const answers = { ...signInAnswers(), refresh_clients: fails({ kind: "signInExpired", details }) };
  await showApp({ hash: "#/clients", org: ferry, answers });
  await press("Sign in again");
  await expect.element(page.getByRole("heading", { name: "Sign in to Ferry Lines again" })).toBeVisible();
  expect(window.location.hash).toContain("back=clients");
});
