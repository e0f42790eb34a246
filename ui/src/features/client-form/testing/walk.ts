/** Steps that the wizard's tests share. */
import { expect } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Settings } from "../../../backend/bindings";
import { showApp } from "../../../testing/show";
import { org } from "./facts";
import { pretendBackend, type Scene } from "./pretendBackend";

/** The wizard at its first step. */
export async function openWizard(scene: Scene = {}, settings: Settings = {}) {
  const pretend = pretendBackend(scene);
  const { backend } = await showApp({
    hash: "#/create",
    answers: pretend.answers,
    settings,
    org: scene.org ?? org,
  });
  await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
  return { pretend, asked: backend.asked };
}

export const heading = (name: string) => page.getByRole("heading", { level: 1, name });

export const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();

export const choosePurpose = async (name: RegExp) => {
  await page.getByRole("button", { name }).first().click();
  await expect.element(heading("Fill in the form")).toBeVisible();
};

export const fillName = (name: string) => page.getByRole("textbox", { name: "Name" }).fill(name);

export const address = (number: number) =>
  page.getByRole("textbox", { name: `Redirect address ${number}`, exact: true });

/** From the filled-in form to the preview. */
export const goToCheck = async () => {
  await press("Next: check");
  await expect.element(heading("Check before it is created")).toBeVisible();
};

/** From the preview to the created client. */
export const goToCreated = async () => {
  await press("Create in Harbour Practice");
  await expect.element(heading("The client was created")).toBeVisible();
};

export const keys = (text: string) => userEvent.keyboard(text);

/** From the first step to a created SCIM client. */
export const toScimCreated = async () => {
  await choosePurpose(/^SCIM/);
  await fillName("Entra ID");
  await goToCheck();
  await goToCreated();
};
