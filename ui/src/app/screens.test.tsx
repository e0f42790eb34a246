/** Every screen: no accessibility fault in light and dark, and no text that escaped translation. */
import { describe, expect, test } from "vitest";
import { expectNoViolations, inBothThemes } from "../testing/axe";
import { listAnswers } from "../testing/clientList";
import { health, sunset } from "../testing/health";
import { type Answers, details, fails } from "../testing/mockBackend";
import { provisioning, softphone } from "../testing/org";
import { showApp, usePseudoLocale } from "../testing/show";
import { diagnosis, ferry, museum, signInAnswers } from "../testing/signIn";
import { untranslated } from "../testing/untranslated";

interface Case {
  name: string;
  hash: string;
  /** A text or role that says the screen is ready. */
  ready: string;
  answers?: Answers;
  closed?: boolean;
}

const cases: Case[] = [
  { name: "welcome", hash: "#/", ready: "heading", closed: true },
  { name: "welcome with an open organization", hash: "#/", ready: "heading" },
  { name: "list", hash: "#/clients", ready: "rowheader" },
  { name: "list with a new client", hash: `#/clients?new=${provisioning.id}`, ready: "rowheader" },
  { name: "empty list", hash: "#/clients", ready: "heading", answers: listAnswers([]) },
  {
    name: "failed list",
    hash: "#/clients",
    ready: "alert",
    answers: {
      refresh_clients: fails({ kind: "permissionMissing", permissions: ["oauth:client:view"], details }),
    },
  },
  { name: "client of people", hash: `#/clients/${softphone.id}`, ready: "term" },
  { name: "client of a program", hash: `#/clients/${provisioning.id}`, ready: "term" },
  {
    name: "addresses and scopes of a client",
    hash: `#/clients/${softphone.id}?tab=access`,
    ready: "tabpanel",
  },
  { name: "roles of a client", hash: `#/clients/${provisioning.id}?tab=roles`, ready: "table" },
  { name: "client that is not there", hash: "#/clients/none", ready: "alert" },
  { name: "findings of a client", hash: `#/clients/${softphone.id}?tab=findings`, ready: "listitem" },
  { name: "health check", hash: "#/health", ready: "radio" },
  {
    name: "health check without findings",
    hash: "#/health",
    ready: "heading",
    answers: { check_health: () => ({ ...health, findings: [] }) },
  },
  { name: "end of implicit grant", hash: "#/health?view=sunset", ready: "rowheader" },
  {
    name: "no implicit grant",
    hash: "#/health?view=sunset",
    ready: "heading",
    answers: { read_sunset: () => ({ ...sunset, clients: [], daysLeft: -3 }) },
  },
  { name: "settings", hash: "#/settings", ready: "radio" },
  { name: "settings without an organization", hash: "#/settings", ready: "radio", closed: true },
  { name: "situations", hash: "#/practice", ready: "switch" },
  { name: "organizations", hash: "#/", ready: "listitem", answers: signInAnswers(), closed: true },
  { name: "where", hash: "#/sign-in", ready: "radio", closed: true },
  {
    name: "sign in again",
    hash: `#/sign-in?profile=${ferry.id}`,
    ready: "textbox",
    answers: signInAnswers(),
  },
  { name: "rights", hash: "#/rights", ready: "table" },
  {
    name: "rights of a partner, right after signing in",
    hash: "#/rights?signed-in=1",
    ready: "table",
    answers: { diagnose: () => ({ ...diagnosis, homeOrgName: "Partner", userName: null, scopes: [] }) },
  },
  {
    name: "no keychain",
    hash: `#/sign-in?profile=${museum.id}`,
    ready: "alert",
    answers: {
      ...signInAnswers(),
      probe_keychain: fails({ kind: "keychain", reason: "noCollection" }),
    },
  },
  { name: "no such page", hash: "#/nowhere/at/all", ready: "heading" },
];

/** Roles and divisions of the example organization, inside sentences. */
const NAMES = ["SCIM", "Integration", "Supervisor", "France", "Germany", "and"];

/** What the widget library says of sorted columns; it speaks French, but no pseudo-language. */
const LIBRARY = "sortable sorted column ascending descending order".split(" ");

async function open({ hash, answers, closed, ready }: Case) {
  const { screen } = await showApp({
    hash,
    ...(answers ? { answers } : {}),
    ...(closed ? { org: null } : {}),
  });
  await expect.element(screen.getByRole(ready as "button").first()).toBeVisible();
  return screen;
}

describe.each(cases)("$name", (one) => {
  test("has no accessibility fault, light and dark", async () => {
    await open(one);
    await inBothThemes(() => expectNoViolations());
  });

  test("has no untranslated text", async () => {
    await open(one);
    usePseudoLocale();
    await expect.poll(() => untranslated([...NAMES, ...LIBRARY])).toEqual([]);
  });
});
