/** Where an organization can be besides a listed region: a domain that is in no list, and behind a gateway. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { DomainCheck } from "../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { type Answers, fails } from "../../testing/mockBackend";
import { showApp, usePseudoLocale } from "../../testing/show";
import { ferry, gateway, profileOf, profiles, quarry, signInAnswers, unlisted } from "../../testing/signIn";
import { untranslated } from "../../testing/untranslated";

const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const box = (name: string | RegExp) => page.getByRole("textbox", { name });
const next = () => page.getByRole("button", { name: "Next" });

async function signInWithToken() {
  await press("Next");
  await page.getByText("Pasted access token").click();
  await press("Next");
  await page.getByLabelText("Access token", { exact: true }).fill("abc");
  await press("Sign in");
  await expect.element(heading("You are signed in")).toBeVisible();
}

/** The place that the sign-in was asked for. */
function placeOf(asked: [string, unknown][]): unknown {
  const [, args] = asked.find(([command]) => command === "sign_in_with_token") ?? [];
  return (args as { profile: { place: unknown } }).profile.place;
}

describe("a domain that is in no list", () => {
  async function checked(text: string, answers: Answers = {}) {
    const shown = await showApp({
      hash: "#/sign-in",
      org: null,
      answers: { ...signInAnswers([]), ...answers },
    });
    await box(/Paste any address/).fill(text);
    await press("Check this domain");
    return shown.backend;
  }
  const says = (check: DomainCheck): Answers => ({ check_domain: () => check });

  test("is chosen by the person, who has read what it means and whom to ask", async () => {
    const backend = await checked("https://apps.usw9.pure.cloud/directory");
    const notice = page.getByRole("alert");
    await expect.element(notice).toHaveTextContent("does not know usw9.pure.cloud");
    await expect.element(notice).toHaveTextContent("anybody can set up a server that answers like that");
    await expect.element(notice).toHaveTextContent("ask whoever administers your Genesys Cloud");
    await expect.element(next()).toBeDisabled();
    await inBothThemes(() => expectNoViolations());
    await press("Use usw9.pure.cloud");
    await expect.element(page.getByRole("radio", { name: /Unlisted region/ })).toBeChecked();
    await signInWithToken();
    expect(placeOf(backend.asked)).toEqual({ kind: "region", domain: "usw9.pure.cloud" });
  });

  const host = "login.usw9.pure.cloud";
  test.each<[string, DomainCheck, string]>([
    ["somebody else answers", { kind: "other", host }, "not as a sign-in server of Genesys Cloud"],
    [
      "nobody answers",
      { kind: "unreachable", host, reason: { kind: "dns" } },
      "Nobody answers at login.usw9",
    ],
    ["it is none", { kind: "notADomain" }, "Type the domain of your Genesys Cloud"],
  ])("cannot be used when %s", async (_, check, words) => {
    await checked("usw9.pure.cloud", says(check));
    await expect.element(page.getByRole("alert")).toHaveTextContent(words);
    expect(page.getByRole("button", { name: /^Use/ }).elements()).toHaveLength(0);
    await expect.element(next()).toBeDisabled();
    await expectNoViolations();
    usePseudoLocale();
    await expect.poll(() => untranslated()).toEqual([]);
  });

  test("another text is another question", async () => {
    await checked("usw9.pure.cloud");
    await expect.element(page.getByRole("alert")).toBeVisible();
    await box(/Paste any address/).fill("usw8.pure.cloud");
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: "Check this domain" })).toBeVisible();
  });

  test("stays chosen when one signs in again", async () => {
    const known = profileOf({ ...ferry, region: unlisted }, { open: null });
    await showApp({
      hash: `#/sign-in?profile=${known.id}`,
      org: null,
      answers: signInAnswers([known]),
    });
    await expect.element(heading("Sign in to Ferry Lines again")).toBeVisible();
    await press("Back");
    await press("Back");
    await expect.element(page.getByRole("radio", { name: /usw9\.pure\.cloud/ })).toBeChecked();
  });

  test("that no longer answers is said, and nothing was sent", async () => {
    const answers = {
      ...signInAnswers(),
      open_profile: fails({ kind: "domainNotGenesys", domain: unlisted.domain }),
    };
    await showApp({
      hash: "#/",
      org: null,
      answers: { ...answers, list_profiles: () => [{ ...profiles[0], open: null }] },
    });
    await press("Open Ferry Lines");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Neither secret nor token was sent");
  });
});

describe("a gateway", () => {
  test("is asked for under “Advanced”, and every field that is wrong says so", async () => {
    const { backend } = await showApp({ hash: "#/sign-in", org: null, answers: signInAnswers([]) });
    await page.getByText("Ireland").click();
    await press("Advanced");
    await page.getByText("Your company reaches Genesys Cloud through a gateway").click();
    await expect.element(page.getByText("The gateway needs a host.")).toBeVisible();
    await expect.element(next()).toBeDisabled();
    await box("Host of the gateway").fill("https://gateway.quarry.example");
    await expect.element(page.getByText(/Only the name of a host can stand here/)).toBeVisible();
    await expect.element(page.getByText("A port is a number from 1 to 65535.")).toBeVisible();
    await expect.element(box("Host of the gateway")).toHaveAttribute("aria-invalid", "true");
    await inBothThemes(() => expectNoViolations());
    await expect.element(next()).toBeDisabled();

    await box("Host of the gateway").fill(gateway.host);
    await box(/^Port/).fill(gateway.port);
    await box(/^Path before the API/).fill(gateway.apiPrefix);
    await box(/^Path before the sign-in/).fill(gateway.loginPrefix);
    await expect
      .element(page.getByText("https://gateway.quarry.example:8443/genesys/login/oauth"))
      .toBeVisible();
    await signInWithToken();
    expect(placeOf(backend.asked)).toEqual({ kind: "gateway", domain: "mypurecloud.ie", gateway });
  });

  test("has words in every language", async () => {
    await showApp({ hash: "#/sign-in", org: null, answers: signInAnswers([]) });
    await press("Advanced");
    await page.getByText("Your company reaches Genesys Cloud through a gateway").click();
    await box("Host of the gateway").fill("a/b");
    await expect.element(page.getByText(/Only the name of a host/)).toBeVisible();
    usePseudoLocale();
    await expect.poll(() => untranslated()).toEqual([]);
  });

  test("is named on the card, and filled in when one signs in again", async () => {
    const place = { kind: "gateway", domain: "mypurecloud.ie", gateway } as const;
    const known = profileOf(quarry, { place });
    await showApp({ hash: "#/", org: quarry, answers: signInAnswers([known]) });
    const card = page.getByRole("region", { name: /Stone Quarry/ });
    await expect.element(card).toHaveTextContent("through the gateway gateway.quarry.example");
    window.location.hash = `#/sign-in?profile=${quarry.id}`;
    await expect.element(heading("Sign in to Stone Quarry again")).toBeVisible();
    await expect.element(page.getByText(/through the gateway/)).toBeVisible();
    await press("Back");
    await press("Back");
    await expect.element(box("Host of the gateway")).toHaveValue(gateway.host);
    await expect.element(box(/^Path before the sign-in/)).toHaveValue(gateway.loginPrefix);
  });
});

describe("a practice organization of another program", () => {
  const training = profiles[2];

  test("is filled in when one signs in again", async () => {
    await showApp({ hash: `#/sign-in?profile=${training?.id}`, org: null, answers: signInAnswers() });
    await expect.element(heading("Sign in to Harbour Training again")).toBeVisible();
    await expect.element(page.getByText("http://127.0.0.1:4242")).toBeVisible();
    expect(page.getByText("This is a production organization").elements()).toHaveLength(0);
    await press("Back");
    await press("Back");
    await expect.element(box(/^Address/)).toHaveValue("http://127.0.0.1:4242");
  });

  test("cannot be marked as production", async () => {
    await showApp({ hash: "#/", org: null, answers: signInAnswers() });
    const card = page.getByRole("region", { name: /Harbour Training/ });
    await card.getByRole("button", { name: "Colour", exact: true }).click();
    await expect.element(card.getByText("Magenta")).toBeVisible();
    expect(card.getByRole("switch").elements()).toHaveLength(0);
  });
});
