/** The frame: where focus goes, what the title says, that the organization is always named. */
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { sendEvent } from "../testing/mockBackend";
import { practiceOrg } from "../testing/org";
import { showApp } from "../testing/show";
import { guardLeaving } from "./navigation";

test("one click opens the practice organization and shows its clients", async () => {
  const { screen, backend } = await showApp({ hash: "#/", org: null });
  await screen.getByRole("button", { name: "Open the practice organization" }).click();
  await expect.element(screen.getByRole("rowheader", { name: /CRM softphone/ })).toBeVisible();
  expect(backend.asked.map(([command]) => command)).toContain("open_practice");
});

test("the organization, its region and the word practice are in sight on every screen", async () => {
  for (const hash of ["#/clients", "#/settings", "#/practice", "#/create", "#/nowhere"]) {
    const { screen } = await showApp({ hash });
    const strip = screen.getByRole("region", { name: "Organization" });
    await expect.element(strip).toHaveTextContent("Practice");
    await expect.element(strip).toHaveTextContent(practiceOrg.name);
    await expect.element(strip).toHaveTextContent("Frankfurt · mypurecloud.de");
    await screen.unmount();
  }
});

test("going to a screen gives its title focus and names it in the window title", async () => {
  const { screen } = await showApp({ hash: "#/clients" });
  await screen.getByRole("link", { name: "Settings" }).click();
  await expect.element(screen.getByRole("heading", { level: 1, name: "Settings" })).toHaveFocus();
  expect(document.title).toBe("Latchkey – Settings");
});

test("the keyboard skips the navigation, opens a client and comes back", async () => {
  const { screen } = await showApp({ hash: "#/clients" });
  await expect.element(screen.getByRole("rowheader", { name: /Ancient tool/ })).toBeVisible();
  // As after opening the window: nothing has focus yet.
  document.body.tabIndex = -1;
  document.body.focus();
  await userEvent.keyboard("{Tab}");
  await expect.element(screen.getByRole("button", { name: "Skip to the content" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("main")).toHaveFocus();
  await userEvent.keyboard("{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}soft");
  await expect.element(screen.getByRole("status").first()).toHaveTextContent("1 of 9 clients");
  await expect.element(screen.getByRole("rowheader", { name: /Ancient tool/ })).not.toBeInTheDocument();
  (screen.getByRole("grid").element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("heading", { level: 1, name: "CRM softphone" })).toHaveFocus();
  await screen.getByRole("button", { name: "Clients" }).click();
  await expect.element(screen.getByRole("heading", { level: 1, name: "Clients" })).toHaveFocus();
});

test("language and colours change at once and are saved", async () => {
  const { screen, backend } = await showApp({ hash: "#/settings" });
  await screen.getByRole("button", { name: /Language/ }).click();
  await screen.getByRole("option", { name: "Français" }).click();
  await expect.element(screen.getByRole("heading", { level: 1, name: "Paramètres" })).toBeVisible();
  expect(document.documentElement.lang).toBe("fr");
  await screen.getByRole("button", { name: /Couleurs/ }).click();
  await screen.getByRole("option", { name: "Sombre" }).click();
  await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
  expect(backend.asked.filter(([command]) => command === "save_settings")).toHaveLength(2);
});

test("the client ID is copied through Rust", async () => {
  const { screen, backend } = await showApp({ hash: "#/clients/c11e0000-0000-4000-8000-000000000001" });
  await screen.getByRole("button", { name: "Copy the client ID" }).click();
  await expect.element(screen.getByText("Copied")).toBeVisible();
  expect(backend.asked).toContainEqual(["copy_text", { text: "c11e0000-0000-4000-8000-000000000001" }]);
});

test("a situation is switched on, and starting over asks first", async () => {
  const { screen, backend } = await showApp({ hash: "#/practice" });
  await screen.getByText("New implicit clients are refused").click();
  await expect.element(screen.getByRole("switch", { name: /implicit/ })).toBeChecked();
  await screen.getByText("Answer lost").click();
  await expect.element(screen.getByRole("radio", { name: /Answer lost/ })).toBeChecked();
  const changes = backend.asked.filter(([command]) => command === "change_practice_settings");
  expect(changes.at(-1)?.[1]).toMatchObject({
    settings: { refuseImplicit: true, fault: { kind: "cutAfterStore", method: "POST", times: 1 } },
  });
  await screen.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Start over" }).click();
  await expect.element(screen.getByRole("heading", { level: 1, name: "Clients" })).toBeVisible();
});

test("closing the window asks first while a secret is nowhere", async () => {
  const { screen, backend } = await showApp({ hash: "#/clients" });
  await expect.element(screen.getByRole("rowheader").first()).toBeVisible();
  const secrets = [
    { orgId: practiceOrg.id, clientId: "c", clientName: "Wallboard", kept: { kind: "thisSession" } },
  ];
  await sendEvent("close-held-back", { secrets });
  const question = page.getByRole("alertdialog", { name: "A secret has not been put anywhere yet" });
  await expect.element(question).toHaveTextContent("Wallboard");
  await question.getByRole("button", { name: "Stay" }).click();
  await expect.element(question).not.toBeInTheDocument();
  await sendEvent("close-held-back", { secrets });
  await question.getByRole("button", { name: /Close/ }).click();
  await vi.waitFor(() => expect(backend.asked.map(([command]) => command)).toContain("close_window"));
});

test("a screen that holds a secret is not left unasked, by a link or by Back", async () => {
  const { screen } = await showApp({ hash: "#/settings" });
  const guard = vi.fn(() => true);
  const release = guardLeaving(guard);
  await screen.getByRole("link", { name: "Clients" }).click();
  await vi.waitFor(() => expect(guard).toHaveBeenCalledWith({ page: "clients" }));
  await expect.element(screen.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  expect(window.location.hash).toBe("#/settings");
  release();
  await screen.getByRole("link", { name: "Clients" }).click();
  await expect.element(screen.getByRole("heading", { level: 1, name: "Clients" })).toBeVisible();
});
