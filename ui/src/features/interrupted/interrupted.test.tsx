/** What was interrupted: every situation has its sentence, and its usual button does what it says. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Interrupted, OperationKind, Situation } from "../../backend/bindings";
import { answersWith, createdAgain, interrupted, noFacts } from "../../testing/interrupted";
import { type Answers, details, fails } from "../../testing/mockBackend";
import { practiceOrg, provisioning } from "../../testing/org";
import { showApp } from "../../testing/show";
import { ferry, profiles, signInAnswers } from "../../testing/signIn";

const CLIENT = provisioning.id;
const secret = (id = practiceOrg.id) => ({
  orgId: id,
  clientId: CLIENT,
  clientName: provisioning.name,
  kept: { kind: "thisSession" },
});
const made = { client: provisioning, secret: { kind: "thisSession" } };

const heading = (name: string) => page.getByRole("heading", { level: 1, name });
const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();

/** The page with one operation. */
async function open(operation: Interrupted, answers: Answers = {}, org = practiceOrg) {
  const { backend } = await showApp({
    hash: "#/interrupted",
    org,
    answers: {
      ...signInAnswers(),
      open_practice: () => practiceOrg,
      leave_alone: () => null,
      list_unplaced_secrets: () => [secret(operation.profileId)],
      adopt_client: () => made,
      prepare_form: () => noFacts,
      read_created: () => ({ ...createdAgain, profileId: operation.profileId }),
      finish_change: () => made,
      reactivate_client: () => provisioning,
      delete_client: () => null,
      ...answersWith(operation),
      ...answers,
    },
  });
  const asked = (command: string) =>
    backend.asked.filter(([name]) => name === command).map(([, args]) => args);
  return { asked };
}

const of = (situation: Situation, kind: OperationKind = "create") =>
  interrupted({ situation, kind, clientId: situation.kind === "notLooked" ? null : CLIENT });

describe("each situation says what is known and offers the usual way first", () => {
  const needs: Situation = { kind: "found", client: provisioning, needsSecret: true };

  test("found: taken with a new secret, whose screen comes", async () => {
    const { asked } = await open(of(needs));
    await expect.element(page.getByText(/Nobody has seen its secret/)).toBeVisible();
    await press("Take it and make a new secret");
    await expect.element(heading("The client was created")).toBeVisible();
    await expect.element(page.getByText(CLIENT).first()).toBeVisible();
    expect(asked("adopt_client")).toEqual([
      { operation: interrupted().id, client: CLIENT, confirmed: false },
    ]);
    expect(window.location.hash).toBe(`#/create?made=${interrupted().id}`);
    expect(asked("read_created")).toEqual([{ operation: interrupted().id }]);
  });

  test("found several: each can be taken, by its client ID", async () => {
    const other = { ...provisioning, id: "c11e-other" };
    const { asked } = await open(
      of({ kind: "foundSeveral", clients: [provisioning, other], needsSecret: true }),
    );
    await expect.element(page.getByText(/Each of these clients can be the one/)).toBeVisible();
    await press("Take it and make a new secret: c11e-other");
    await expect.poll(() => asked("adopt_client")).toMatchObject([{ client: "c11e-other" }]);
  });

  test("not there: looks again", async () => {
    const { asked } = await open(of({ kind: "notThere" }));
    await expect.element(page.getByText(/Nothing was created/)).toBeVisible();
    await press("Look again");
    await expect.poll(() => asked("look_for")).toHaveLength(2);
  });

  test("twin: deleted after its name was typed, and then left alone", async () => {
    let wrong = true;
    const { asked } = await open(of({ kind: "twin" }), {
      delete_client: (args) => {
        wrong = args.typedName !== provisioning.name;
        return wrong ? fails({ kind: "nameNotTyped" })(args) : null;
      },
    });
    await expect.element(page.getByText(/a second client out of one request/)).toBeVisible();
    await press("Delete it…");
    const dialog = page.getByRole("dialog");
    const field = dialog.getByRole("textbox", { name: "Type the name of the client" });
    await expect.element(field).toHaveFocus();
    await field.fill("something else");
    await dialog.getByRole("button", { name: "Delete it" }).click();
    await expect.element(dialog.getByText(/This is not the name of the client/)).toBeVisible();
    await field.fill(provisioning.name);
    await dialog.getByRole("button", { name: "Delete it" }).click();
    await expect.element(page.getByText(/was deleted\./)).toBeVisible();
    expect(asked("leave_alone")).toEqual([{ operation: interrupted().id }]);
    const typed = { org: practiceOrg.id, id: CLIENT, typedName: provisioning.name, confirmed: false };
    expect(asked("delete_client").at(-1)).toEqual(typed);
  });

  test("secret lost: a new one, with a word about what stops", async () => {
    const { asked } = await open(of({ kind: "secretLost" }, "regenerateSecret"));
    await expect.element(page.getByText(/in use stops working at once/)).toBeVisible();
    await press("Make a new secret");
    await expect.element(heading("Client secret")).toBeVisible();
    expect(asked("finish_change")).toEqual([{ operation: interrupted().id, confirmed: false }]);
  });

  test("half deleted: deleting is finished", async () => {
    const { asked } = await open(of({ kind: "halfDeleted" }, "delete"), { finish_change: () => null });
    await expect.element(page.getByText(/inactive, but it is not deleted yet/)).toBeVisible();
    await press("Finish deleting");
    await expect.element(page.getByText(/was deleted\./)).toBeVisible();
    expect(asked("finish_change")).toHaveLength(1);
  });

  test("half deleted: made active again, which a look confirms", async () => {
    let active = false;
    const half = of({ kind: "halfDeleted" }, "delete");
    const { asked } = await open(half, {
      reactivate_client: () => {
        active = true;
        return provisioning;
      },
      look_for: () => (active ? { ...half, situation: { kind: "notCarriedOut" } } : half),
    });
    await press("Make it active again");
    await expect
      .element(page.getByText("The client was not deleted. You can delete it again."))
      .toBeVisible();
    expect(asked("reactivate_client")).toMatchObject([{ org: practiceOrg.id, id: CLIENT }]);
  });

  test.each(["carriedOut", "notCarriedOut"] as const)("%s: OK takes it away", async (kind) => {
    const operation = of({ kind }, "deactivate");
    let looked = false;
    const { asked } = await open(operation, {
      list_interrupted: () => (looked ? [] : [{ ...operation, situation: { kind: "notLooked" } }]),
      look_for: () => {
        looked = true;
        return operation;
      },
    });
    await expect.element(page.getByText(/inactive, as asked|not made inactive/)).toBeVisible();
    await press("OK");
    await expect.element(page.getByText("Nothing was interrupted")).toBeVisible();
    expect(asked("leave_alone")).toEqual([]);
  });

  test("leaving it as it is takes it away and says so", async () => {
    const { asked } = await open(of({ kind: "secretLost" }, "regenerateSecret"));
    await press("Leave it as it is (I have the secret)");
    await expect.element(page.getByText(/was left as it is/)).toBeVisible();
    expect(asked("leave_alone")).toEqual([{ operation: interrupted().id }]);
  });
});

describe("looking", () => {
  test("begins by itself, and again when the time is up", async () => {
    const client = provisioning;
    const looks: Situation[] = [
      { kind: "stillLooking", looks: 1, lookAgainInSeconds: 1 },
      { kind: "found", client, needsSecret: true },
    ];
    const { asked } = await open(interrupted(), {
      look_for: () => interrupted({ situation: looks.shift() as Situation }),
    });
    await expect.element(page.getByText("Looked 1 time. Looks again in 1 second.")).toBeVisible();
    await expect.element(page.getByText(/The client was created/)).toBeVisible();
    expect(asked("look_for")).toHaveLength(2);
  });

  test("need not be waited for", async () => {
    const operation = of({ kind: "stillLooking", looks: 3, lookAgainInSeconds: 60 });
    const { asked } = await open(operation);
    await press("Look now");
    await expect.poll(() => asked("look_for")).toHaveLength(2);
  });

  test("that fails says why, and can be tried again", async () => {
    let down = true;
    const operation = of({ kind: "notThere" });
    const { asked } = await open(operation, {
      look_for: (args) =>
        down ? fails({ kind: "unreachable", reason: { kind: "dns" }, details })(args) : operation,
    });
    await expect.element(page.getByRole("alert")).toHaveTextContent("Genesys Cloud cannot be reached");
    down = false;
    await press("Try again");
    await expect.element(page.getByText(/Nothing was created/)).toBeVisible();
    expect(asked("look_for")).toHaveLength(2);
  });

  test("that saw only a part of the list says that it says nothing", async () => {
    await open(of({ kind: "notLooked" }));
    await expect.element(page.getByText(/did not arrive whole/)).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Look again" })).toBeVisible();
  });

  test("waits until a closed organization is open", async () => {
    let open_ = false;
    const closed = interrupted({ profileId: ferry.id, orgName: ferry.name, open: false });
    const { asked } = await open(closed, {
      list_profiles: () => profiles.map((one) => (one.id === ferry.id ? { ...one, open: null } : one)),
      list_interrupted: () => [{ ...closed, open: open_ }],
      look_for: () => ({ ...closed, open: true, situation: { kind: "notThere" } }),
      open_profile: () => {
        open_ = true;
        return ferry;
      },
    });
    await expect.element(page.getByText("To find out, Ferry Lines has to be open.")).toBeVisible();
    expect(asked("look_for")).toEqual([]);
    await press("Open Ferry Lines");
    await expect.element(page.getByText(/Nothing was created/)).toBeVisible();
    expect(asked("open_profile")).toEqual([{ id: ferry.id }]);
  });

  test("of a closed organization that needs a sign-in leads there", async () => {
    const closed = interrupted({ profileId: ferry.id, orgName: ferry.name, open: false });
    await open(closed, {
      list_profiles: () => profiles.map((one) => ({ ...one, open: null })),
      open_profile: fails({ kind: "signInNeeded" }),
    });
    await press("Open Ferry Lines");
    await expect.poll(() => window.location.hash).toBe(`#/sign-in?profile=${ferry.id}&back=interrupted`);
  });
});

test("creating it again goes to the wizard with what was intended", async () => {
  const { asked } = await open(of({ kind: "notThere" }), {
    read_intended_draft: () => ({
      profileId: practiceOrg.id,
      draft: { preset: "plain", grantType: "clientCredentials" },
    }),
    prepare_form: () => new Promise(() => {}),
  });
  await press("Create it again");
  await expect.poll(() => window.location.hash).toBe(`#/create?again=${interrupted().id}`);
  expect(asked("read_intended_draft").length).toBeGreaterThan(0);
  expect(asked("leave_alone")).toEqual([]);
});

test("production asks once more, and nothing is sent before", async () => {
  const operation = {
    ...of({ kind: "found", client: provisioning, needsSecret: true }),
    profileId: ferry.id,
    orgName: ferry.name,
  };
  const { asked } = await open(operation, {}, ferry);
  await press("Take it and make a new secret");
  const question = page.getByRole("alertdialog", { name: "Change the production organization Ferry Lines?" });
  await expect.element(question).toHaveTextContent("gets a new secret at once");
  expect(asked("adopt_client")).toEqual([]);
  await question.getByRole("button", { name: "Do it in production" }).click();
  await expect.poll(() => asked("adopt_client")).toMatchObject([{ confirmed: true }]);
});

test("the one that was asked for comes first and has the focus", async () => {
  const older = interrupted({ id: "older", clientName: "Older", beganAt: "2026-11-01T10:00:00Z" });
  const newer = interrupted({ id: "newer", clientName: "Newer", situation: { kind: "secretLost" } });
  await showApp({
    hash: "#/interrupted?operation=newer",
    answers: { list_interrupted: () => [older, newer], look_for: () => older },
  });
  await expect.element(page.getByRole("heading", { level: 2 }).first()).toHaveTextContent("Newer");
  await expect.poll(() => document.activeElement?.textContent).toContain("Newer");
});

test("a decision that fails says why, and the look after it shows how things are", async () => {
  const found = of({ kind: "found", client: provisioning, needsSecret: true });
  let tried = false;
  await open(found, {
    adopt_client: (args) => {
      tried = true;
      return fails({ kind: "serverTrouble", details })(args);
    },
    look_for: () => (tried ? { ...found, situation: { kind: "secretLost" } } : found),
  });
  await press("Take it and make a new secret");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Genesys Cloud has a problem");
  await expect.element(page.getByRole("button", { name: "Make a new secret" })).toBeVisible();
});
