/** A client is put back as it was: shown at once as any other change, with what stays as it is. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Finding } from "../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { fails } from "../../testing/mockBackend";
import { showApp, usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";
import { button, SAVE } from "./testing/editWalk";
import { org } from "./testing/facts";
import { pretendEdit, wallboard } from "./testing/pretendEdit";
import { OPERATION } from "./testing/scenes";
import { heading } from "./testing/walk";

async function open(fail = false, warnings: Finding[] = []) {
  const { answers } = pretendEdit();
  const draft = {
    ...(answers.start_edit?.({ id: wallboard.id }) as object),
    description: "Before",
    backTo: wallboard,
  };
  const stays = [
    { kind: "state", was: "inactive" },
    { kind: "grantType", was: { kind: "password" } },
    { kind: "member", name: "allowedIpAddresses" },
  ];
  const { backend } = await showApp({
    hash: `#/clients/${wallboard.id}/edit?put-back=${OPERATION}`,
    org,
    answers: {
      ...answers,
      preview_change: (args) => ({ ...(answers.preview_change?.(args) as object), warnings }),
      start_put_back: fail ? fails({ kind: "nothingToRecover" }) : () => ({ draft, stays }),
    },
  });
  return (name: string) => backend.asked.flatMap(([command, args]) => (command === name ? [args] : []));
}

test("what will be different is shown at once, with what stays, and is saved", async () => {
  const asked = await open();
  await expect.element(heading("Restore the previous version: review")).toBeVisible();
  await expect.element(page.getByText("This is the version from before that change")).toBeVisible();
  await expect.element(page.getByText("allowedIpAddresses")).toBeVisible();
  expect(asked("start_put_back")).toEqual([{ org: org.id, operation: OPERATION }]);
  await inBothThemes(() => expectNoViolations());
  await button(SAVE).click();
  await expect.element(heading("The previous version was restored")).toBeVisible();
  expect(asked("update_client")).toEqual([
    expect.objectContaining({ draft: expect.objectContaining({ description: "Before" }) }),
  ]);
});

test("what was accepted before comes back with its findings said", async () => {
  await open(false, [
    {
      field: "redirectUris",
      row: 0,
      rule: { code: "redirectFragment" },
      severity: "warning",
      fix: null,
      otherFix: null,
      accepted: true,
    },
  ]);
  await expect.element(page.getByText("1 finding comes back")).toBeVisible();
  await expect.element(page.getByText(/Genesys Cloud accepted these entries before/)).toBeVisible();
  await inBothThemes(() => expectNoViolations());
  await expect.element(button(SAVE)).toBeEnabled();
});

test("has no untranslated text", async () => {
  await open();
  await expect.element(page.getByText("allowedIpAddresses")).toBeVisible();
  usePseudoLocale();
  const names = "Harbour Practice Wallboard Shows the queues Before allowedIpAddresses".split(" ");
  await expect.poll(() => untranslated(names)).toEqual([]);
});

test("what is not remembered leads back to the client", async () => {
  await open(true);
  await button("Back to the client").click();
  await expect.poll(() => window.location.hash).toBe(`#/clients/${wallboard.id}`);
});
