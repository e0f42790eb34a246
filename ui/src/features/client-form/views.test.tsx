/** Every view of the wizard: no accessibility fault in light and dark, and no text that escaped translation. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { regions } from "../../testing/regions";
import { usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";
import { facts, ownScimRole } from "./testing/facts";
import { sceneOf } from "./testing/scenes";
import scopes from "./testing/scopes.json";
import {
  address,
  choosePurpose,
  fillName,
  goToCheck,
  openWizard,
  press,
  toScimCreated,
} from "./testing/walk";

/** Names of the organization and of products, which no language changes, and what was read out before the change. */
const NAMES = [
  ...[...facts.roles, ownScimRole].flatMap((role) => [role.name, role.description]),
  ...facts.divisions.map((division) => division.name),
  ...regions.flatMap((region) => [region.place, region.domain, region.code]),
  ...scopes.flatMap((scope) => [scope.id, scope.en]),
  "https://example.com/callback",
  "Things to correct",
  "Harbour Practice Okta Wallboard Microsoft Entra OneLogin SCIM Admin People Permissions Authorization Grant Add Role Edit Client",
].flatMap((text) => text.match(/[A-Za-z]{3,}/g) ?? []);

const views: { name: string; scene?: string; go: () => Promise<unknown> }[] = [
  { name: "choose", go: async () => {} },
  { name: "help me choose", go: () => press("Help me choose") },
  {
    name: "embeddable framework, form",
    go: async () => {
      await choosePurpose(/^Embeddable Framework/);
      await page.getByText("Public deployment").click();
      await expect.element(page.getByText("About the client")).toBeVisible();
    },
  },
  {
    name: "embeddable framework, none needed",
    go: async () => {
      await choosePurpose(/^Embeddable Framework/);
      (page.getByRole("radio", { name: /without/ }).element() as HTMLElement).click();
      await expect.element(page.getByText("You do not need a client")).toBeVisible();
    },
  },
  {
    name: "client credentials with errors",
    go: async () => {
      await choosePurpose(/^Client credentials/);
      await page.getByRole("option", { name: /^admin/ }).click();
      await page.getByRole("option", { name: /^Quality/ }).click();
      await press("Next: check");
      await expect.element(page.getByText(/things? to correct/)).toBeVisible();
    },
  },
  { name: "SCIM role missing", scene: "scimMissing", go: () => choosePurpose(/^SCIM/) },
  { name: "SCIM role not held", scene: "scimNotHeld", go: () => choosePurpose(/^SCIM/) },
  {
    name: "SCIM role missing, not to be restored",
    scene: "scimMissingForbidden",
    go: () => choosePurpose(/^SCIM/),
  },
  {
    name: "SCIM role given to oneself",
    scene: "scimSelfGrant",
    go: async () => {
      await choosePurpose(/^SCIM/);
      await press("Give it to myself…");
      await expect.element(page.getByRole("alertdialog")).toBeVisible();
    },
  },
  { name: "SCIM with a role of one's own", scene: "scimOwnRole", go: () => choosePurpose(/^SCIM/) },
  { name: "permission missing", scene: "permissionMissing", go: () => choosePurpose(/^Authorization code/) },
  {
    name: "check",
    go: async () => {
      await choosePurpose(/^Authorization code/);
      await fillName("Wallboard");
      await address(1).fill("http://wallboard.example/cb");
      await goToCheck();
      await press("Show the JSON");
    },
  },
  {
    name: "implicit refused",
    scene: "implicitRefused",
    go: async () => {
      await choosePurpose(/^Implicit/);
      await fillName("Wallboard");
      await address(1).fill("https://wallboard.example/cb");
      await goToCheck();
      await press("Create in Harbour Practice");
      await expect.element(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "created for SCIM", go: toScimCreated },
  { name: "created, kept sealed", scene: "sealed", go: toScimCreated },
  { name: "created, not written down", scene: "notWritten", go: toScimCreated },
  { name: "created, but different", scene: "scimFallback", go: toScimCreated },
  { name: "created, not visible yet", scene: "notVisibleYet", go: toScimCreated },
];

describe.each(views)("$name", ({ scene, go }) => {
  test("has no accessibility fault in light and dark, and no untranslated text", async () => {
    await openWizard(sceneOf(scene ?? null));
    await go();
    await inBothThemes(() => expectNoViolations());
    usePseudoLocale();
    await expect.poll(() => untranslated(NAMES)).toEqual([]);
  });
});
