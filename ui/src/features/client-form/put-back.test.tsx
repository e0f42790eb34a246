/** A client is put back as it was: shown at once as any other change, with what stays as it is. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { fails } from "../../testing/mockBackend";
import { showApp, usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";
import { button, SAVE } from "./testing/editWalk";
import { org } from "./testing/facts";
import { pretendEdit, wallboard } from "./testing/pretendEdit";
import { OPERATION } from "./testing/scenes";
import { heading } from "./testing/walk";

async function open(fail = false) {
  const { answers } = pretendEdit();
  const draft = { ...(answers.start_edit?.({ id: wallboard.id }) as object), description: "Before" };
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
      start_put_back: fail ? fails({ kind: "nothingToRecover" }) : () => ({ draft, stays }),
    },
  });
  return (name: string) => backend.asked.flatMap(([command, args]) => (command === name ? [args] : []));
}

test("what will be different is shown at once, with what stays, and is saved", async () => {
  const asked = await open();
  await expect.element(heading("Check before it is saved")).toBeVisible();
  await expect.element(page.getByText("The client is put back as it was before")).toBeVisible();
  await expect.element(page.getByText("allowedIpAddresses")).toBeVisible();
  expect(asked("start_put_back")).toEqual([{ org: org.id, operation: OPERATION }]);
  await inBothThemes(() => expectNoViolations());
  await button(SAVE).click();
  await expect.element(heading("The change was saved")).toBeVisible();
  expect(asked("update_client")).toEqual([
    expect.objectContaining({ draft: expect.objectContaining({ description: "Before" }) }),
  ]);
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
