/** The page of a client: its parts, by keyboard and by address. */
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { provisioning, softphone } from "../../../testing/org";
import { showApp } from "../../../testing/show";
import { diagnosis } from "../../../testing/signIn";

const tab = (name: string) => page.getByRole("tab", { name, exact: true });
const tabs = () =>
  page
    .getByRole("tab")
    .elements()
    .map((one) => one.textContent);

async function open(id: string, part = "") {
  await showApp({ hash: `#/clients/${id}${part}`, answers: { diagnose: () => diagnosis } });
  await expect.element(tab("Overview")).toBeVisible();
}

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
