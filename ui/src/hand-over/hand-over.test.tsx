/** Handing a client over from its page: addresses, files, and the test that it works. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ClientTest, HandOverView } from "../backend/bindings";
import { expectNoViolations, inBothThemes } from "../testing/axe";
import { type Answers, fails } from "../testing/mockBackend";
import { practiceOrg, provisioning, softphone } from "../testing/org";
import { showApp, usePseudoLocale } from "../testing/show";
import { untranslated } from "../testing/untranslated";

const domain = "https://api.mypurecloud.de/api/v2";
const forScim: HandOverView = {
  handOver: {
    kind: "scim",
    settings: {
      baseUrl: `${domain}/scim/v2`,
      olderBaseUrl: `${domain}/scim`,
      tokenUrl: "https://login.mypurecloud.de/oauth/token",
      loginUrl: "https://login.mypurecloud.de",
    },
  },
  documents: [
    { kind: "env", stem: "entra_id", ending: "env", text: "GENESYSCLOUD_OAUTHCLIENT_SECRET=\n" },
    {
      kind: "terraform",
      stem: "entra_id",
      ending: "tf",
      text: 'resource "genesyscloud_oauth_client" "x" {\n}\n',
    },
  ],
};
const forFramework: HandOverView = {
  handOver: { kind: "frameworkJs", fragment: "window.Framework = {};\n", pkce: true, frame: "ifPrivate" },
  documents: [{ kind: "frameworkJs", stem: "framework", ending: "js", text: "window.Framework = {};\n" }],
};
const works: ClientTest = {
  seconds: 38_879_999,
  setSeconds: 38_880_000,
  life: "asSet",
  endsAt: "2028-02-19T09:00:00Z",
  token: {
    kind: "good",
    organization: "Harbour Practice",
    sameOrganization: true,
    roles: ["SCIM Integration"],
  },
  scim: { kind: "works" },
  revoked: true,
};
const details = { request: "POST /oauth/token", status: 400, code: null, message: null, correlationId: null };

const button = (name: string) => page.getByRole("button", { name, exact: true });
const testing = () => page.getByRole("region", { name: "Test the client" });
const token = () => page.getByRole("region", { name: "Long-lived token for Entra ID and Okta" });
const secret = (card: typeof testing) => card().getByLabelText("Client secret", { exact: true });

async function open(id: string, answers: Answers = {}) {
  const { backend } = await showApp({
    hash: `#/clients/${id}?tab=handOver`,
    answers: {
      read_hand_over: () => (id === provisioning.id ? forScim : forFramework),
      save_document: () => ({ path: "Downloads/entra_id.tf", entries: 1 }),
      test_client: () => works,
      fetch_scim_token: () => ({
        seconds: 38_879_999,
        setSeconds: 38_880_000,
        life: "asSet",
        endsAt: "2028-02-19T09:00:00Z",
      }),
      reveal_scim_token: () => ({ text: "t0ken" }),
      save_token_reminder: () => ({ path: "Downloads/entra_id.ics", entries: 1 }),
      let_go_of_scim_token: () => null,
      ...answers,
    },
  });
  await expect.element(page.getByRole("tab", { name: "Hand over" })).toHaveAttribute("aria-selected", "true");
  return (name: string) => backend.asked.flatMap(([command, args]) => (command === name ? [args] : []));
}

async function typeAndTest() {
  await secret(testing).fill("s3cret");
  await button("Test now").click();
}

describe("handing over", () => {
  test("shows the addresses, and files to choose from, copy and save", async () => {
    const asked = await open(provisioning.id);
    await expect.element(page.getByText(`${domain}/scim/v2`)).toBeVisible();
    await expect.element(page.getByText("GENESYSCLOUD_OAUTHCLIENT_SECRET=")).toBeVisible();
    await page.getByRole("button", { name: /^Form|Environment variables/ }).click();
    await page.getByRole("option", { name: "Terraform (CX as Code)" }).click();
    await expect.element(page.getByText('resource "genesyscloud_oauth_client" "x" {')).toBeVisible();
    await button("Save entra_id.tf").click();
    await expect.element(page.getByText("Downloads/entra_id.tf")).toBeVisible();
    expect(asked("save_document")).toEqual([{ org: practiceOrg.id, id: provisioning.id, kind: "terraform" }]);
    await inBothThemes(() => expectNoViolations());
  });

  test("of an embedded client says what PKCE needs, and tests nothing", async () => {
    await open(softphone.id);
    await expect.element(page.getByText("Without it the framework asks for implicit grant")).toBeVisible();
    // Nothing in a client says how it is deployed.
    await expect.element(page.getByText(/^For a private deployment, add/)).toBeVisible();
    expect(page.getByText("Test the client").elements()).toEqual([]);
    expect([...secret(testing).elements(), ...token().elements()]).toEqual([]);
  });

  test("has no untranslated text", async () => {
    await open(provisioning.id);
    await typeAndTest();
    await expect.element(page.getByText("The client works", { exact: true })).toBeVisible();
    usePseudoLocale();
    const names = "Entra ID provisioning SCIM Integration Harbour Practice Microsoft Okta OneLogin";
    await expect.poll(() => untranslated(names.split(" "))).toEqual([]);
  });
});

describe("the test", () => {
  test("takes a typed secret and says what the token is", async () => {
    const asked = await open(provisioning.id);
    await expect.element(button("Test now")).toBeDisabled();
    await typeAndTest();
    await expect.element(page.getByText("The client works", { exact: true })).toBeVisible();
    for (const text of ["450 days (38,879,999 seconds)", "SCIM Integration", "The token opens it"]) {
      await expect.element(page.getByText(text).first()).toBeVisible();
    }
    expect(asked("test_client")).toEqual([{ org: practiceOrg.id, id: provisioning.id, secret: "s3cret" }]);
    await inBothThemes(() => expectNoViolations());
  });

  test("takes the secret that waits", async () => {
    const kept = { kind: "sealed", until: "2026-12-03T00:00:00Z" };
    const waiting = { orgId: practiceOrg.id, clientId: provisioning.id, clientName: "Entra ID", kept };
    const asked = await open(provisioning.id, { list_unplaced_secrets: () => [waiting] });
    await button("Test now").click();
    await expect.element(page.getByText("The client works", { exact: true })).toBeVisible();
    expect(asked("test_client")).toEqual([{ org: practiceOrg.id, id: provisioning.id, secret: null }]);
  });

  test("says what is wrong with the secret, and keeps it", async () => {
    await open(provisioning.id, {
      test_client: fails({ kind: "wrongCredentials", unknownClient: false, details }),
    });
    await typeAndTest();
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("The client gets no token with this secret");
    await expect.element(secret(testing)).toHaveValue("s3cret");
    await expect.element(button("Test again")).toBeEnabled();
  });

  test.each<[string, Partial<ClientTest>, string]>([
    [
      "a token that lives a day",
      { seconds: 86_399, life: "shorter" },
      "The client works, but not for as long as it says",
    ],
    [
      "another organization",
      { token: { ...works.token, sameOrganization: false } as never },
      "which is another",
    ],
    ["a token that is refused", { token: { kind: "refused", details } }, "refuses the token that it gave"],
    [
      "no SCIM",
      { scim: { kind: "failed", failure: { kind: "permissionMissing", permissions: [], details } } },
      "The token does not open it.",
    ],
    ["a token that stays", { revoked: false }, "could not be taken back"],
  ])("says that there is %s", async (_, part, words) => {
    await open(provisioning.id, { test_client: () => ({ ...works, ...part }) });
    await typeAndTest();
    await expect.element(page.getByText(words)).toBeVisible();
  });
});

describe("the long-lived token", () => {
  async function fetchToken() {
    await secret(token).fill("s3cret");
    await button("Fetch a token").click();
    await expect.element(page.getByText("Ends on")).toBeVisible();
  }

  test("is fetched, shown only when asked, and its end gets into the calendar", async () => {
    const asked = await open(provisioning.id);
    await fetchToken();
    expect(asked("fetch_scim_token")).toEqual([
      { org: practiceOrg.id, id: provisioning.id, secret: "s3cret" },
    ]);
    await expect.element(token().getByText("Feb 19, 2028")).toBeVisible();
    expect(document.documentElement.outerHTML).not.toContain("t0ken");
    await inBothThemes(() => expectNoViolations());
    await button("Reveal the access token").click();
    await expect.element(page.getByText("t0ken")).toBeVisible();
    await button("Save a reminder for the calendar").click();
    await expect.element(page.getByText("Downloads/entra_id.ics")).toBeVisible();
    const [said] = asked("save_token_reminder") as [{ words: { title: string; text: string } }];
    expect(said.words.title).toBe(`Fetch a new token for ${provisioning.name}`);
    expect(said.words.text).toContain("ends on Feb 19, 2028");
    await button("It is in its place").click();
    expect(document.activeElement).not.toBe(document.body);
    expect(token().element().contains(document.activeElement)).toBe(true);
    await expect.element(secret(token)).toHaveValue("");
    expect(asked("let_go_of_scim_token").length).toBeGreaterThan(0);
  });

  test("that lives a day only says so", async () => {
    const short = {
      seconds: 86_399,
      setSeconds: 38_880_000,
      life: "shorter",
      endsAt: "2026-11-27T09:00:00Z",
    };
    await open(provisioning.id, { fetch_scim_token: () => short });
    await fetchToken();
    await expect.element(page.getByText("This token lives shorter than the client says")).toBeVisible();
  });

  test("that is refused says why", async () => {
    await open(provisioning.id, {
      fetch_scim_token: fails({ kind: "wrongCredentials", unknownClient: false, details }),
    });
    await secret(token).fill("s3cret");
    await button("Fetch a token").click();
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("The client gets no token with this secret");
  });

  test("has no untranslated text", async () => {
    await open(provisioning.id);
    await fetchToken();
    usePseudoLocale();
    const names = "Entra ID provisioning SCIM Integration Harbour Practice Microsoft Okta OneLogin";
    await expect.poll(() => untranslated(names.split(" "))).toEqual([]);
  });
});
