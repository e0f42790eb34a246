/** A client that was taken as one's own goes on to the page that comes right after a create. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { answersWith, createdAgain, interrupted, noFacts } from "../../testing/interrupted";
import { practiceOrg, provisioning } from "../../testing/org";
import { showApp } from "../../testing/show";
import { signInAnswers } from "../../testing/signIn";

test("found, without a secret: taken as mine, and its page comes with what to hand over", async () => {
  const fragment = 'window.Framework = { clientIds: { "mypurecloud.de": "1" } };';
  const handOver = { kind: "frameworkJs", fragment, pkce: false, frame: "notNeeded" };
  const situation = { kind: "found", client: provisioning, needsSecret: false } as const;
  const operation = interrupted({ situation, kind: "create", clientId: provisioning.id });
  const created = { ...createdAgain.created, secret: null, secretUse: "notNeeded", handOver };
  const { backend } = await showApp({
    hash: "#/interrupted",
    org: practiceOrg,
    answers: {
      ...signInAnswers(),
      open_practice: () => practiceOrg,
      list_unplaced_secrets: () => [],
      prepare_form: () => noFacts,
      adopt_client: () => created,
      read_created: () => ({ ...createdAgain, created, profileId: operation.profileId }),
      ...answersWith(operation),
    },
  });
  await expect.element(page.getByText(/it needs no secret/)).toBeVisible();
  await page.getByRole("button", { name: "Take it as mine" }).click();
  await expect.element(page.getByRole("heading", { level: 1, name: "The client was created" })).toHaveFocus();
  await expect.element(page.getByText(fragment)).toBeVisible();
  expect(page.getByText("Nothing was interrupted").elements()).toEqual([]);
  expect(backend.asked.filter(([command]) => command === "adopt_client")).toHaveLength(1);
});
