/** What can be done with a client: said before, asked once more in production, read again afterwards. */
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { OauthClient } from "../../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../../testing/axe";
import { type Answers, details, fails } from "../../../testing/mockBackend";
import { clients, provisioning, softphone } from "../../../testing/org";
import { showApp, usePseudoLocale } from "../../../testing/show";
import { diagnosis, ferry, profiles, signInAnswers } from "../../../testing/signIn";
import { untranslated } from "../../../testing/untranslated";

const button = (name: string) => page.getByRole("button", { name, exact: true });
const card = () => page.getByRole("region", { name: "Secret and state" });
const dialog = () => page.getByRole("dialog");
const question = () => page.getByRole("alertdialog");
const inactive = clients.find(({ state }) => state === "inactive") as OauthClient;
const disabled = clients.find(({ state }) => state === "disabled") as OauthClient;

/** The rights of somebody who may do everything, or not some of it. */
const rights = (...missing: string[]): Answers => ({
  diagnose: () => ({
    ...diagnosis,
    needs: diagnosis.needs.map((need) => ({
      ...need,
      holding: missing.includes(need.feature) ? "missing" : "held",
    })),
  }),
});

/** A backend in which the client of the page changes, as an organization does. */
function changing(first: OauthClient): Answers {
  let client = first;
  const change = (state: OauthClient["state"]) => () => {
    client = { ...client, state };
    return client;
  };
  return {
    ...rights(),
    read_client: () => ({ client, summary: [], rolesNotHeld: [], secretPlaced: null }),
    deactivate_client: change("inactive"),
    reactivate_client: change("active"),
    regenerate_secret: () => ({ client, secret: { kind: "thisSession" } }),
    list_unplaced_secrets: () => [],
    list_interrupted: () => [],
    read_journal_state: () => ({ closed: null, lost: null }),
    delete_client: ({ typedName }) => {
      if (typedName !== client.name) throw { kind: "nameNotTyped" };
      return null;
    },
  };
}

async function open(client: OauthClient, answers: Answers = {}, isProduction = false) {
  const { backend } = await showApp({
    hash: `#/clients/${client.id}`,
    answers: { ...changing(client), ...answers },
    ...(isProduction ? { org: ferry } : {}),
  });
  await expect.element(card()).toBeVisible();
  const asked = (name: string) =>
    backend.asked.flatMap(([command, args]) => (command === name ? [args] : []));
  return { asked, org: isProduction ? ferry.id : "0a600000-0000-4000-8000-000000000001" };
}

describe("a new secret", () => {
  test("is made after what breaks was said, and leads to the secret", async () => {
    const { asked, org } = await open(provisioning);
    await button("New secret…").click();
    await expect.element(question()).toHaveAccessibleDescription(/stops working at once/);
    await inBothThemes(() => expectNoViolations());
    await button("Replace the secret").click();
    await expect.poll(() => window.location.hash).toBe(`#/secret/${provisioning.id}`);
    expect(asked("regenerate_secret")).toEqual([{ org, id: provisioning.id, confirmed: false }]);
  });

  test("that did not come along leads to what was interrupted", async () => {
    await open(provisioning, { regenerate_secret: () => ({ client: provisioning, secret: null }) });
    await button("New secret…").click();
    await button("Replace the secret").click();
    await expect.poll(() => window.location.hash).toBe("#/interrupted");
  });

  test("is not made when the person cancels, and the focus is where it was", async () => {
    const { asked } = await open(provisioning);
    await button("New secret…").click();
    await expect.element(button("Cancel")).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(question()).not.toBeInTheDocument();
    await expect.element(button("New secret…")).toHaveFocus();
    expect(asked("regenerate_secret")).toEqual([]);
  });

  test("is not offered for a client that needs none", async () => {
    await open(softphone);
    await expect.element(button("Make inactive…")).toBeVisible();
    await expect.element(button("New secret…")).not.toBeInTheDocument();
  });

  test("warns when one is signed in through this very client", async () => {
    const client = { ...provisioning, id: profiles[0]?.clientId ?? "" };
    await open(client, signInAnswers(profiles), true);
    await button("New secret…").click();
    await expect.element(page.getByText("You are signed in through this very client")).toBeVisible();
    await inBothThemes(() => expectNoViolations());
  });
});

describe("the state", () => {
  test("changes to inactive and back; the button keeps the focus, and it is said", async () => {
    const { asked } = await open(provisioning);
    await button("Make inactive…").click();
    await inBothThemes(() => expectNoViolations());
    await button("Make it inactive").click();
    await expect.element(button("Make active again")).toHaveFocus();
    await expect.element(page.getByRole("log")).toHaveTextContent(`${provisioning.name} is inactive now.`);
    await expect.element(card()).toHaveTextContent("gives no new tokens");
    expect(asked("read_client").length).toBeGreaterThan(1);
    await button("Make active again").click();
    await expect.element(button("Make inactive…")).toHaveFocus();
    await expect.element(page.getByRole("log")).toHaveTextContent(`${provisioning.name} is active again.`);
    await inBothThemes(() => expectNoViolations());
  });

  test("of an inactive client says when it will be deleted", async () => {
    await open(inactive);
    await expect.element(card()).toHaveTextContent(/going to delete it: .*2026/);
    await inBothThemes(() => expectNoViolations());
  });

  test("of a disabled client cannot be changed here", async () => {
    await open(disabled);
    await expect.element(card()).toHaveTextContent("Only Genesys support can change that.");
    expect(card().getByRole("button").elements()).toEqual([]);
  });

  test("that could not be changed stays, with the reason and a way to try again", async () => {
    await open(provisioning, { deactivate_client: fails({ kind: "serverTrouble", details }) });
    await button("Make inactive…").click();
    await button("Make it inactive").click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("Genesys Cloud has a problem");
    await expect.element(question()).not.toBeInTheDocument();
    await button("Try again").click();
    await expect.element(question()).toBeVisible();
  });
});

describe("deleting", () => {
  const name = () => page.getByRole("textbox", { name: "Name of the client" });

  test("asks for the name, and leads to the list", async () => {
    const { asked, org } = await open(provisioning);
    await button("Delete…").click();
    await expect.element(name()).toHaveFocus();
    await inBothThemes(() => expectNoViolations());
    await name().fill(provisioning.name);
    await button("Delete the client").click();
    await expect.element(page.getByRole("heading", { level: 1, name: "Clients" })).toHaveFocus();
    await expect.element(page.getByRole("log")).toHaveTextContent(`${provisioning.name} was deleted.`);
    const typedName = provisioning.name;
    expect(asked("delete_client")).toEqual([{ org, id: provisioning.id, typedName, confirmed: false }]);
    expect(asked("read_client")).toHaveLength(1);
  });

  test("with another name deletes nothing, and says so at the field", async () => {
    await open(provisioning);
    await button("Delete…").click();
    await name().fill("Another");
    await userEvent.keyboard("{Enter}");
    await expect.element(name()).toBeInvalid();
    await expect.element(name()).toHaveAccessibleDescription(/This is not the name of the client/);
    await inBothThemes(() => expectNoViolations());
    await name().fill(provisioning.name);
    await expect.element(name()).toBeValid();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => window.location.hash).toBe("#/clients");
  });

  test("whose answer was lost leads to a look at what became of it", async () => {
    await open(provisioning, {
      delete_client: fails({ kind: "answerLost", operation: "0e1", details }),
    });
    await button("Delete…").click();
    await button("Delete the client").click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    await expect.element(dialog()).not.toBeInTheDocument();
    await button("Look what became of it").click();
    await expect.poll(() => window.location.hash).toBe("#/interrupted?operation=0e1");
  });
});

describe("in a production organization", () => {
  test.each([
    ["New secret…", "Replace the secret", "Replace it in production", "regenerate_secret"],
    ["Make inactive…", "Make it inactive", "Make it inactive in production", "deactivate_client"],
    ["Delete…", "Delete the client", "Delete it in production", "delete_client"],
  ])("%s is asked once more", async (begin, agree, confirm, command) => {
    const { asked } = await open(provisioning, {}, true);
    await button(begin).click();
    await button(agree).click();
    await expect.element(button(confirm)).toBeVisible();
    await inBothThemes(() => expectNoViolations());
    expect(asked(command)).toEqual([]);
    await button("Cancel").last().click();
    await expect.element(button(confirm)).not.toBeInTheDocument();
    await button(agree).click();
    await button(confirm).click();
    await expect.poll(() => asked(command)).toEqual([expect.objectContaining({ confirmed: true })]);
  });

  test("making active again is asked once", async () => {
    const { asked } = await open(inactive, {}, true);
    await button("Make active again").click();
    await button("Cancel").click();
    await expect.element(question()).not.toBeInTheDocument();
    expect(asked("reactivate_client")).toEqual([]);
    await button("Make active again").click();
    await button("Make it active in production").click();
    await expect.element(button("Make inactive…")).toHaveFocus();
    expect(asked("reactivate_client")).toEqual([expect.objectContaining({ confirmed: true })]);
  });
});

test("what the person may not do is said before, and not offered", async () => {
  await open(provisioning, rights("deleteClients"));
  await expect.element(card()).toHaveTextContent("OAuth > Client > Delete");
  await expect.element(button("Delete…")).toBeDisabled();
  await expect.element(button("New secret…")).toBeEnabled();
  await inBothThemes(() => expectNoViolations());
});

test("an inactive client can be deleted without the right to change it", async () => {
  await open(inactive, rights("editClients"));
  await expect.element(button("Make active again")).toBeDisabled();
  await expect.element(button("Delete…")).toBeEnabled();
});

test.each(["New secret…", "Make inactive…", "Delete…"])("%s has no untranslated text", async (begin) => {
  await open(provisioning);
  await button(begin).click();
  usePseudoLocale();
  await expect.poll(() => untranslated()).toEqual([]);
});

test("a missing right has no untranslated text", async () => {
  await open(inactive, rights("editClients"));
  await expect.element(card()).toHaveTextContent("OAuth > Client > Edit");
  usePseudoLocale();
  await expect.poll(() => untranslated()).toEqual([]);
});
