/** Applications of other organizations: reached from the clients, told apart from them, never to be changed. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../../../testing/axe";
import { type Answers, details, fails } from "../../../testing/mockBackend";
import { showApp, usePseudoLocale } from "../../../testing/show";
import { untranslated } from "../../../testing/untranslated";

const application = (name: string) => page.getByRole("listitem", { name, exact: true });
const facts = { prepare_form: () => ({ roles: [{ id: "scim", name: "SCIM Integration" }], scopes: [] }) };

async function open(answers: Answers = {}) {
  return showApp({ hash: "#/applications", answers: { ...facts, ...answers } });
}

test("they are beside the clients, and each says how it stands", async () => {
  await showApp({ hash: "#/clients", answers: facts });
  await page.getByRole("link", { name: "Applications of other organizations" }).click();
  await expect.poll(() => window.location.hash).toBe("#/applications");
  for (const [name, state] of [
    ["Lantern Surveys", "Requested"],
    ["Tidewater Dashboards", "Authorized"],
    ["Northwind Workforce", "Revoked"],
    ["Gull Transcripts", "Not authorized"],
    ["An application without a name", "Unknown state"],
  ] as const) {
    await expect.element(application(name)).toHaveTextContent(state);
    await expect.element(application(name)).toHaveTextContent("Of another organization");
  }
  await expect.element(application("Northwind Workforce")).toHaveTextContent("SCIM Integration");
  await expect.element(page.getByText("Authorized Applications")).toBeVisible();
  await expect.element(page.getByText(/1 more on the list of Genesys Cloud is a client/)).toBeVisible();
  // Nothing on this page changes anything.
  expect(page.getByRole("main").getByRole("button").elements()).toEqual([]);
  await inBothThemes(() => expectNoViolations());
});

test("there may be none", async () => {
  await open({ list_authorizations: () => ({ others: [], own: 0 }) });
  await expect.element(page.getByText("No application of another organization")).toBeVisible();
  await inBothThemes(() => expectNoViolations());
});

test("a missing permission is named", async () => {
  const permissions = ["oauth:client:authorize"];
  await open({ list_authorizations: fails({ kind: "permissionMissing", permissions, details }) });
  await expect.element(page.getByRole("alert")).toHaveTextContent("OAuth > Client > Authorize");
  await inBothThemes(() => expectNoViolations());
});

test("no text is untranslated", async () => {
  await open();
  await expect.element(application("Lantern Surveys")).toBeVisible();
  usePseudoLocale();
  await expect.poll(() => untranslated()).toEqual([]);
});
