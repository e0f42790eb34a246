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
  handOver: { kind: "frameworkJs", fragment: "window.Framework = {};\n", pkce: true },
  documents: [{ kind: "frameworkJs", stem: "framework", ending: "js", text: "window.Framework = {};\n" }],
};
const works: ClientTest = {
  seconds: 38_880_000,
  setSeconds: 38_880_000,
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
const secret = () => page.getByRole("textbox", { name: "Client secret" });

async function open(id: string, answers: Answers = {}) {
  const { backend } = await showApp({
    hash: `#/clients/${id}?tab=handOver`,
    answers: {
      read_hand_over: () => (id === provisioning.id ? forScim : forFramework),
      save_document: () => ({ path: "/home/alex/Downloads/entra_id.tf", entries: 1 }),
      test_client: () => works,
      ...answers,
    },
  });
  await expect.element(page.getByRole("tab", { name: "Hand over" })).toHaveAttribute("aria-selected", "true");
  return (name: string) => backend.asked.flatMap(([command, args]) => (command === name ? [args] : []));
}

async function typeAndTest() {
  await page.getByLabelText("Client secret", { exact: true }).fill("s3cret");
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
    await expect.element(page.getByText("/home/alex/Downloads/entra_id.tf")).toBeVisible();
    expect(asked("save_document")).toEqual([{ org: practiceOrg.id, id: provisioning.id, kind: "terraform" }]);
    await inBothThemes(() => expectNoViolations());
  });

  test("of an embedded client says what PKCE needs, and tests nothing", async () => {
    await open(softphone.id);
    await expect.element(page.getByText("Without it the framework asks for implicit grant")).toBeVisible();
    expect(page.getByText("Test the client").elements()).toEqual([]);
    expect(secret().elements()).toEqual([]);
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
    for (const text of ["450 days (38,880,000 seconds)", "SCIM Integration", "The token opens it"]) {
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
    await open(provisioning.id, { test_client: fails({ kind: "wrongCredentials", details }) });
    await typeAndTest();
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("The client gets no token with this secret");
    await expect.element(page.getByLabelText("Client secret", { exact: true })).toHaveValue("s3cret");
    await expect.element(button("Test again")).toBeEnabled();
  });

  test.each<[string, Partial<ClientTest>, string]>([
    ["a token that lives a day", { seconds: 86_400 }, "The client works, but not for as long as it says"],
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
