/** A new client that begins with another one: a copy, a PKCE twin, or one that was deleted. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ClientDraft, CopyGap } from "../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { showApp, usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";
import { facts, org } from "./testing/facts";
import { pretendBackend } from "./testing/pretendBackend";
import { OPERATION } from "./testing/scenes";
import scopes from "./testing/scopes.json";
import { address, goToCheck, goToCreated, heading, press } from "./testing/walk";

const THERE = "https://apps.mypurecloud.ie/crm/index.html";
const HERE = "https://apps.mypurecloud.de/crm/index.html";

const every: CopyGap[] = [
  { kind: "roleMissing", role: "Reporting" },
  { kind: "roleAmbiguous", role: "Reporting", count: 2 },
  { kind: "roleNotHeld", role: "Reporting" },
  { kind: "divisionMissing", role: "Reporting", division: "Lyon" },
  { kind: "divisionAmbiguous", role: "Reporting", division: "Lyon", count: 2 },
  { kind: "scopeNotOffered", scope: "users" },
  { kind: "redirectOtherRegion", address: THERE, counterpart: HERE },
  { kind: "nameUsed", name: "Wallboard" },
  { kind: "implicitRefused" },
];

async function begin(query: string, gaps: CopyGap[] = []) {
  const { answers } = pretendBackend();
  const purpose = { kind: "plain", grantType: "authorizationCode" };
  const fresh = answers.start_draft?.({ purpose }) as ClientDraft;
  const draft = { ...fresh, name: "Wallboard", redirectUris: [THERE] };
  const start = () => ({ draft, gaps });
  const { backend } = await showApp({
    hash: `#/create?${query}`,
    org,
    answers: { ...answers, start_copy: start, start_recreate: start },
  });
  await expect.element(heading("Fill in the form")).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "Name" })).toHaveValue("Wallboard");
  return (name: string) => backend.asked.flatMap(([command, args]) => (command === name ? [args] : []));
}

describe("a copy", () => {
  test("of a client of another organization is filled in here, and created", async () => {
    const asked = await begin("like=c1&from=another");
    expect(asked("start_copy")).toEqual([{ from: "another", id: "c1", to: org.id, twin: false }]);
    await goToCheck();
    await goToCreated();
    expect(asked("create_client")).toHaveLength(1);
  });

  test("says what could not be taken over; a page of another region is exchanged with one click", async () => {
    await begin("like=c1", every);
    await expect.element(page.getByText(/There is no role Reporting in this organization/)).toBeVisible();
    await inBothThemes(() => expectNoViolations());
    await press("Use the page of this region");
    await expect.element(address(1)).toHaveValue(HERE);
    await expect
      .element(page.getByRole("button", { name: "Use the page of this region" }))
      .not.toBeInTheDocument();
  });

  test("has no untranslated text", async () => {
    await begin("like=c1", every);
    usePseudoLocale();
    const names = [
      ...facts.roles.flatMap((role) => [role.name, role.description]),
      ...facts.divisions.map((division) => division.name),
      ...scopes.flatMap((scope) => [scope.id, scope.en]),
      "Wallboard Lyon Reporting Harbour Practice",
      "https://example.com/callback",
      THERE,
      HERE,
    ].flatMap((text) => text.match(/[A-Za-z]{3,}/g) ?? []);
    await expect.poll(() => untranslated(names)).toEqual([]);
  });
});

test("a twin says what is left to do once it is there", async () => {
  const asked = await begin("like=c1&twin=1");
  expect(asked("start_copy")).toEqual([{ from: org.id, id: "c1", to: org.id, twin: true }]);
  await expect.element(page.getByText("A PKCE twin of a client with implicit grant")).toBeVisible();
  await goToCheck();
  await goToCreated();
  await expect.element(page.getByText("The old client is still in use")).toBeVisible();
  await inBothThemes(() => expectNoViolations());
  // The secret holds the way back until somebody said where it went.
  await press("To the old client");
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
});

test("one that was deleted says that its client ID and its secret are new", async () => {
  const asked = await begin(`deleted=${OPERATION}`);
  expect(asked("start_recreate")).toEqual([{ org: org.id, operation: OPERATION }]);
  await expect.element(page.getByText(/its client ID and its secret are new/)).toBeVisible();
});
