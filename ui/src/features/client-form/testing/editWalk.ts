/** Steps that the tests of changing a client share. */
import { expect } from "vitest";
import { page } from "vitest/browser";
import type { OauthClient } from "../../../backend/bindings";
import { showApp } from "../../../testing/show";
import { org } from "./facts";
import { type EditScene, pretendEdit, wallboard } from "./pretendEdit";
import { heading, press } from "./walk";

export const button = (name: string) => page.getByRole("button", { name, exact: true });
export const name = () => page.getByRole("textbox", { name: "Name" });
export const row = (field: string) => page.getByRole("row", { name: new RegExp(`^${field}`) });
export const SAVE = "Save the change in Harbour Practice";

/** The form of a client. */
export async function open(scene: EditScene = {}, hash = "edit") {
  const pretend = pretendEdit(scene);
  const client = scene.client ?? wallboard;
  const { backend } = await showApp({
    hash: `#/clients/${client.id}/${hash}`.replace(/\/$/, ""),
    answers: pretend.answers,
    org: scene.org ?? org,
  });
  const asked = (command: string) => backend.asked.flatMap(([one, args]) => (one === command ? [args] : []));
  return { pretend, asked };
}

export async function goToCheck() {
  await press("Next: check");
  await expect.element(heading("Check before it is saved")).toBeVisible();
}

export async function openForm(scene: EditScene = {}) {
  const opened = await open(scene);
  await expect.element(name()).toBeVisible();
  return opened;
}

/** Somebody changes the client after the form was filled in. */
export async function meddled(theirs: Partial<OauthClient>, mine: () => Promise<unknown>) {
  const opened = await openForm();
  await mine();
  opened.pretend.meddle(theirs);
  await goToCheck();
  await expect.element(page.getByRole("region", { name: "The client has changed meanwhile" })).toBeVisible();
  return opened;
}
