/** Changing a client: seen before, saved once, nothing typed lost, nothing of somebody else overwritten. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { OauthClient } from "../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { clients } from "../../testing/org";
import { usePseudoLocale } from "../../testing/show";
import { ferry } from "../../testing/signIn";
import { untranslated } from "../../testing/untranslated";
import { button, goToCheck, meddled, name, open, openForm, row, SAVE } from "./testing/editWalk";
import { org } from "./testing/facts";
import { provisioning, report, wallboard } from "./testing/pretendEdit";
import { details, failsOnce, OPERATION } from "./testing/scenes";
import { address, heading, press } from "./testing/walk";

const question = () => page.getByRole("alertdialog");

describe("a change", () => {
  test("goes from the page of the client to the form, the check, and back", async () => {
    const { asked, pretend } = await open({}, "");
    await button("Change…").click();
    await expect.element(heading("Change Wallboard")).toHaveFocus();
    await name().fill("Wallboard of the hall");
    await press("Add address");
    await address(2).fill("https://hall.example/cb");
    await goToCheck();
    await expect
      .element(page.getByRole("region", { name: "What will be different in Wallboard" }))
      .toBeVisible();
    await expect.element(row("Name")).toHaveTextContent("NameWallboardWallboard of the hall");
    await expect.element(row("Redirect addresses")).toHaveTextContent("Added:https://hall.example/cb");
    await expect.element(page.getByText(/In the organization/)).toHaveTextContent("Harbour Practice");
    await button("Show the JSON").click();
    await expect.element(page.getByText(`PUT https://api.mypurecloud.de/api/v2/oauth/clients`)).toBeVisible();
    expect(asked("update_client")).toEqual([]);
    await button(SAVE).click();
    await expect.element(heading("The change was saved")).toHaveFocus();
    await expect.element(page.getByText("Read back: it is exactly as asked")).toBeVisible();
    expect(asked("update_client")).toEqual([expect.objectContaining({ org: org.id, confirmed: false })]);
    expect(pretend.held()).toMatchObject({ name: "Wallboard of the hall", description: "Shows the queues" });
    await button("Back to the client").click();
    await expect.element(heading("Wallboard of the hall")).toBeVisible();
    expect(asked("read_client").length).toBeGreaterThan(1);
    await button("Change…").click();
    await expect.element(heading("Change Wallboard of the hall")).toBeVisible();
    await expect.element(page.getByText("You have begun to change this client")).not.toBeInTheDocument();
  });

  test("with nothing different cannot be saved, and says why", async () => {
    await openForm();
    await goToCheck();
    await expect.element(button(SAVE)).toBeDisabled();
    await expect.element(button(SAVE)).toHaveAccessibleDescription(/Nothing is different/);
    await button("Back to the form").click();
    await expect.element(heading("Change Wallboard")).toBeVisible();
  });

  test("names what is added to the roles and what is removed", async () => {
    await openForm({ client: report });
    await button("Remove the role Quality Evaluator").click();
    await page.getByRole("option", { name: /^employee/ }).click();
    await goToCheck();
    await expect
      .element(row("Roles"))
      .toHaveTextContent("Added:employee: HomeRemoved:Quality Evaluator: Home");
  });

  test("shows the grant type, and offers no other", async () => {
    await openForm();
    const card = page.getByRole("region", { name: "Grant type" });
    await expect.element(card).toHaveTextContent(/Authorization code.*It cannot be changed here/);
    expect(page.getByRole("radio").elements()).toEqual([]);
  });

  test("of a client for SCIM keeps its one role and its long duration", async () => {
    const { pretend } = await openForm({ client: provisioning });
    await expect
      .element(page.getByRole("region", { name: "What it may do: role and divisions" }))
      .toHaveTextContent("This role and no other");
    await name().fill("Okta");
    await goToCheck();
    expect(page.getByRole("row").elements()).toHaveLength(2);
    await button(SAVE).click();
    await expect.element(heading("The change was saved")).toBeVisible();
    expect(pretend.held()).toMatchObject({ seconds: 38_880_000, roles: provisioning.roles });
  });

  test("of an implicit client does not offer another grant type as a way to mend it", async () => {
    const client = { ...wallboard, grantType: { kind: "offered", grantType: "implicit" } } as const;
    await openForm({ client });
    await expect
      .element(page.getByText(/Genesys has accepted no new clients with implicit grant/))
      .toBeVisible();
    expect(page.getByRole("button", { name: /Switch to/ }).elements()).toEqual([]);
  });

  test("that was sent is not said to be unsent, here or back in the form", async () => {
    const unsent = () => page.getByText("Nothing has been sent yet.").elements();
    await openForm(failsOnce("update_client", { kind: "answerLost", operation: OPERATION, details }));
    await name().fill("Another");
    await goToCheck();
    expect(unsent()).toHaveLength(1);
    await button(SAVE).click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(unsent()).toEqual([]);
    await button("Back to the form").click();
    await goToCheck();
    expect(unsent()).toEqual([]);
  });

  test("that is not as asked afterwards says so", async () => {
    const differences = [{ kind: "description", asked: "New", held: "" } as const];
    await openForm({ comparison: { kind: "different", differences } });
    await name().fill("Another");
    await goToCheck();
    await button(SAVE).click();
    await expect.element(page.getByText("It was saved, but not quite as asked")).toBeVisible();
    await expect.element(row("Description")).toBeVisible();
  });
});

describe("what stands in the way is said at once", () => {
  test("a role that the person does not hold", async () => {
    await openForm({ client: report });
    await expect.element(page.getByText(/You do not hold the role/)).toBeVisible();
    await expect.element(page.getByText("1 thing to correct")).toBeVisible();
  });

  test("a permission that is missing", async () => {
    await openForm({ facts: { permissions: ["oauth:client:add"] } });
    await expect.element(page.getByText(/You may not change clients/)).toHaveTextContent("oauth:client:edit");
  });
});

describe("nothing typed is lost", () => {
  const leaveAndReturn = async () => {
    await page.getByRole("navigation").getByRole("link", { name: "History" }).click();
    await expect.element(heading("History")).toBeVisible();
    window.location.hash = `#/clients/${wallboard.id}/edit`;
  };

  test("when one looks elsewhere and comes back, unless one begins anew", async () => {
    await openForm();
    await name().fill("Half a name");
    await leaveAndReturn();
    await expect.element(page.getByText("You have begun to change this client")).toBeVisible();
    await expect.element(name()).toHaveValue("Half a name");
    await inBothThemes(() => expectNoViolations());
    await button("Discard it and begin anew").click();
    await expect.element(name()).toHaveValue("Wallboard");
    await leaveAndReturn();
    await expect.element(name()).toHaveValue("Wallboard");
  });

  test("and each client has its own", async () => {
    const { pretend } = await openForm();
    await name().fill("Half a name");
    await button("Back").click();
    pretend.meddle(report);
    window.location.hash = `#/clients/${report.id}/edit`;
    await expect.element(heading("Change Nightly report")).toBeVisible();
    await expect.element(name()).toHaveValue("Nightly report");
  });

  test("when a new client is created meanwhile", async () => {
    await openForm();
    await name().fill("Half a name");
    window.location.hash = "#/create";
    await page.getByRole("button", { name: /^Authorization code/ }).click();
    await name().fill("New one");
    await address(1).fill("https://new.example/cb");
    await press("Next: check");
    await press("Create in Harbour Practice");
    await expect.element(heading("The client was created")).toBeVisible();
    await page.getByText("Into a password manager").click();
    await press("Done");
    await expect.poll(() => window.location.hash).toMatch(/^#\/clients\?new=/);
    window.location.hash = `#/clients/${wallboard.id}/edit`;
    await expect.element(name()).toHaveValue("Half a name");
  });

  test("when saving fails", async () => {
    await openForm(failsOnce("update_client", { kind: "serverTrouble", details }));
    await name().fill("Another");
    await goToCheck();
    await button(SAVE).click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("Genesys Cloud has a problem");
    await press("Try again");
    await expect.element(heading("The change was saved")).toBeVisible();
  });

  test("when the answer is lost: looking comes first", async () => {
    await openForm(failsOnce("update_client", { kind: "answerLost", operation: OPERATION, details }));
    await name().fill("Another");
    await goToCheck();
    await button(SAVE).click();
    await expect.element(button("Look what became of it")).toBeVisible();
    expect(page.getByRole("button", { name: /^(Try again|Save)/ }).elements()).toEqual([]);
    await press("Look what became of it");
    await expect.poll(() => window.location.hash).toBe(`#/interrupted?operation=${OPERATION}`);
  });
});

describe("changed by somebody else", () => {
  test("shows what it was, what they made of it and what the person wants; then goes on with both", async () => {
    const { asked, pretend } = await meddled({ description: "Theirs" }, () => name().fill("Mine"));
    await expect
      .element(row("Description"))
      .toHaveTextContent("DescriptionShows the queuesTheirsnot changed by you");
    expect(asked("update_client")).toEqual([]);
    await button("Continue with theirs, keep my changes").click();
    await expect.element(button(SAVE)).toBeVisible();
    await expect.element(heading("Check before it is saved")).toHaveFocus();
    await expect.element(row("Name")).toHaveTextContent("NameWallboardMine");
    expect(page.getByRole("row").elements()).toHaveLength(2);
    await button(SAVE).click();
    await expect.element(heading("The change was saved")).toBeVisible();
    expect(pretend.held()).toMatchObject({ name: "Mine", description: "Theirs" });
  });

  test("says which list both changed, and keeps what each of them added and removed", async () => {
    await meddled({ redirectUris: ["https://theirs.example/cb"] }, () =>
      address(1).fill("https://mine.example/cb"),
    );
    const contested = row("Redirect addresses");
    await expect
      .element(contested)
      .toHaveTextContent(
        "Added:https://theirs.example/cbRemoved:https://wallboard.example/cbAdded:https://mine.example/cbRemoved:https://wallboard.example/cbBoth of you changed this. If you continue, what each of you added and removed is kept.",
      );
    await button("Continue with theirs, keep my changes").click();
    await expect.element(row("Redirect addresses")).toHaveTextContent(/Added:https:\/\/mine\.example\/cb$/);
  });

  test("to the same is no contest, and then nothing is different", async () => {
    await meddled({ name: "Same" }, () => name().fill("Same"));
    await expect.element(row("Name")).toHaveTextContent("NameWallboardSameSame");
    await expect.element(page.getByText(/Both of you changed this/)).not.toBeInTheDocument();
    await button("Continue with theirs, keep my changes").click();
    await expect.element(button(SAVE)).toBeDisabled();
  });

  test("between the check and saving is found too, and going back keeps what was typed", async () => {
    const { pretend } = await openForm();
    await name().fill("Mine");
    await goToCheck();
    await expect.element(button(SAVE)).toBeVisible();
    pretend.meddle({ seconds: 3_600, state: "inactive", scopes: ["users"], roles: report.roles });
    await button(SAVE).click();
    await expect.element(row("Token duration")).toHaveTextContent(/8 hours.*1 hour.*not changed by you/);
    await expect.element(row("State")).toHaveTextContent("ActiveInactive");
    await expect.element(row("Scopes")).toHaveTextContent(/Added:users.*Removed:analytics:readonly/);
    await expect.element(row("Roles")).toHaveTextContent(/nothingAdded:Reporting: Home/);
    await button("Back to the form").click();
    await expect.element(name()).toHaveValue("Mine");
    expect(pretend.held().name).toBe("Wallboard");
  });
});

describe("in a production organization", () => {
  test("saving is asked once more", async () => {
    const { asked } = await openForm({ org: ferry });
    await name().fill("Another");
    await goToCheck();
    await button("Save the change in Ferry Lines").click();
    await expect
      .element(question())
      .toHaveTextContent("The client Wallboard will be different there at once.");
    await inBothThemes(() => expectNoViolations());
    await button("Cancel").click();
    expect(asked("update_client")).toEqual([]);
    await button("Save the change in Ferry Lines").click();
    await button("Change it in production").click();
    await expect.element(heading("The change was saved")).toBeVisible();
    expect(asked("update_client")).toEqual([expect.objectContaining({ confirmed: true })]);
  });
});

describe("a client that the form does not offer", () => {
  const ancient = clients.find(({ grantType }) => grantType.kind === "password") as OauthClient;

  test("has no button, but a sentence", async () => {
    await open({ client: ancient }, "");
    await expect.element(page.getByText(/Latchkey does not offer its grant type/)).toBeVisible();
    expect(button("Change…").elements()).toEqual([]);
    await inBothThemes(() => expectNoViolations());
    usePseudoLocale();
    await expect.poll(() => untranslated()).toEqual([]);
  });

  test("cannot be changed by its address either", async () => {
    await open({ client: ancient });
    await expect.element(page.getByRole("alert")).toHaveTextContent("This client cannot be changed here");
    await inBothThemes(() => expectNoViolations());
    await button("Back to the client").click();
    await expect.element(heading("Ancient tool")).toBeVisible();
  });
});
