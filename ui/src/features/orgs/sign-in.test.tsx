/** Adding an organization: every way in, nothing typed is lost, no secret stays. */
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { BrowserSignIn, Failure } from "../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { type Answers, details, fails } from "../../testing/mockBackend";
import { showApp, usePseudoLocale } from "../../testing/show";
import { ferry, museum, signInAnswers } from "../../testing/signIn";
import { untranslated } from "../../testing/untranslated";

const SECRET = "s3cret-of-a-client";
const CLIENT = "5b2f0c11-7a4d-4f7e-8d55-3f6f0f1b9a01";

const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const field = (name: string) => page.getByLabelText(name, { exact: true });

/** The form of a way, with Ireland recognised from a pasted address. */
async function toForm(way: RegExp, answers: Answers = {}) {
  const { backend } = await showApp({
    hash: "#/sign-in",
    org: null,
    answers: { ...signInAnswers([]), ...answers },
  });
  await page
    .getByRole("textbox", { name: /Paste any address/ })
    .fill("https://apps.mypurecloud.ie/directory/");
  await expect.element(page.getByRole("radio", { name: /Ireland/ })).toBeChecked();
  await press("Next");
  await page.getByRole("radiogroup").getByText(way).click();
  await press("Next");
  await expect.element(heading("Sign in")).toHaveFocus();
  return backend;
}

const profile = (keep: boolean) => ({
  place: { kind: "region", domain: "mypurecloud.ie" },
  marking: { colour: "blue", production: false },
  keep,
});

test("an address that is not one of Genesys Cloud is said not to be recognised", async () => {
  await showApp({ hash: "#/sign-in", org: null });
  await page.getByRole("textbox", { name: /Paste any address/ }).fill("example.org");
  await expect
    .element(page.getByRole("status").first())
    .toHaveTextContent("neither an address nor the name of a region");
  await expect.element(page.getByRole("button", { name: "Next" })).toBeDisabled();
});

test("a region is filtered and chosen by keyboard", async () => {
  await showApp({ hash: "#/sign-in", org: null });
  await page.getByRole("searchbox", { name: "Filter regions" }).fill("sydn");
  await expect.poll(() => page.getByRole("radio").elements().length).toBe(1);
  await userEvent.keyboard("{Tab} ");
  await expect.element(page.getByRole("radio", { name: /Sydney/ })).toBeChecked();
});

test("a practice organization of another program needs its address", async () => {
  const { backend } = await showApp({ hash: "#/sign-in", org: null });
  await page.getByText("A practice organization served by another program").click();
  await page.getByRole("textbox", { name: /^Address/ }).fill("http://127.0.0.1:4242");
  await press("Next");
  await page.getByText("Pasted access token").click();
  await press("Next");
  await field("Access token").fill("abc");
  await press("Sign in");
  await expect.element(heading("You are signed in")).toBeVisible();
  expect(backend.asked.find(([command]) => command === "sign_in_with_token")?.[1]).toEqual({
    profile: { ...profile(false), place: { kind: "local", address: "http://127.0.0.1:4242" } },
    token: "abc",
  });
});

describe("client ID and secret", () => {
  test("sign in, and the secret is gone from the page", async () => {
    const backend = await toForm(/^Client ID and secret/);
    await field("Client ID").fill(CLIENT);
    await field("Client secret").fill(SECRET);
    await page.getByText("Magenta").click();
    await page.getByText("This is a production organization").click();
    await press("Sign in");
    await expect.element(heading("You are signed in")).toBeVisible();
    expect(backend.asked.find(([command]) => command === "sign_in_with_client")?.[1]).toEqual({
      profile: { ...profile(true), marking: { colour: "magenta", production: true } },
      clientId: CLIENT,
      clientSecret: SECRET,
    });
    const values = [...document.querySelectorAll("input")].map((input) => input.value);
    expect(document.documentElement.outerHTML + values.join()).not.toContain(SECRET);
    expect(window.location.href).not.toContain(SECRET);
  });

  test("the secret is dots until one asks to see it", async () => {
    await toForm(/^Client ID and secret/);
    await expect.element(field("Client secret")).toHaveAttribute("type", "password");
    await press("Show what was typed");
    await expect.element(field("Client secret")).toHaveAttribute("type", "text");
  });

  test("after a failure everything typed is still there", async () => {
    let left: Failure | null = { kind: "wrongCredentials", unknownClient: false, details };
    await toForm(/^Client ID and secret/, {
      sign_in_with_client: () => {
        const failure = left;
        left = null;
        if (failure) throw failure;
        return ferry;
      },
    });
    await field("Client ID").fill(CLIENT);
    await field("Client secret").fill(SECRET);
    await press("Sign in");
    await expect.element(page.getByRole("alert")).toHaveTextContent("The secret is not right");
    await expect.element(field("Client secret")).toHaveFocus();
    await expect.element(field("Client ID")).toHaveAttribute("aria-invalid", "true");
    await expect.element(field("Client secret")).toHaveAttribute("aria-invalid", "true");
    expect(page.getByRole("button", { name: "Try again" }).elements()).toHaveLength(0);
    await expect.element(field("Client ID")).toHaveValue(CLIENT);
    await expect.element(field("Client secret")).toHaveValue(SECRET);
    await inBothThemes(() => expectNoViolations());
    await press("Back");
    await press("Next");
    await expect.element(field("Client secret")).toHaveValue(SECRET);
    await press("Sign in");
    await expect.element(heading("You are signed in")).toBeVisible();
  });

  test("a client that the region does not know has its ID marked", async () => {
    await toForm(/^Client ID and secret/, {
      sign_in_with_client: fails({ kind: "wrongCredentials", unknownClient: true, details }),
    });
    await field("Client ID").fill(CLIENT);
    await field("Client secret").fill(SECRET);
    await press("Sign in");
    await expect.element(field("Client ID")).toHaveFocus();
    await expect.element(field("Client ID")).toHaveAttribute("aria-invalid", "true");
    await expect.element(field("Client secret")).not.toHaveAttribute("aria-invalid", "true");
  });

  test("swapped fields are swapped back with one click", async () => {
    let isFirst = true;
    const backend = await toForm(/^Client ID and secret/, {
      sign_in_with_client: () => {
        if (!isFirst) return ferry;
        isFirst = false;
        throw { kind: "credentials", problem: "swapped" };
      },
    });
    await field("Client ID").fill(SECRET);
    await field("Client secret").fill(CLIENT);
    await press("Sign in");
    await expect.element(page.getByRole("alert")).toHaveTextContent("are swapped");
    await press("Swap the two");
    await expect.element(field("Client ID")).toHaveValue(CLIENT);
    await press("Sign in");
    await expect.element(heading("You are signed in")).toBeVisible();
    const asked = backend.asked.filter(([command]) => command === "sign_in_with_client").at(-1)?.[1];
    expect(asked).toMatchObject({ clientId: CLIENT, clientSecret: SECRET });
  });

  test("without a keychain, for this session only", async () => {
    const backend = await toForm(/^Client ID and secret/, {
      probe_keychain: fails({ kind: "keychain", reason: "locked" }),
    });
    await expect.element(page.getByRole("alert")).toHaveTextContent("The keychain is locked");
    await expect.element(page.getByRole("switch", { name: /this session only/ })).toBeChecked();
    await field("Client ID").fill(CLIENT);
    await field("Client secret").fill(SECRET);
    await press("Sign in");
    await expect.element(heading("You are signed in")).toBeVisible();
    const asked = backend.asked.find(([command]) => command === "sign_in_with_client")?.[1];
    expect(asked).toMatchObject({ profile: profile(false) });
  });

  test("when storing fails after all, one click signs in for this session only", async () => {
    const backend = await toForm(/^Client ID and secret/, {
      sign_in_with_client: ({ profile }) => {
        if ((profile as { keep: boolean }).keep) throw { kind: "keychain", reason: "dismissed" };
        return ferry;
      },
    });
    await field("Client ID").fill(CLIENT);
    await field("Client secret").fill(SECRET);
    await press("Sign in");
    await press("Sign in for this session only");
    await expect.element(heading("You are signed in")).toBeVisible();
    expect(backend.asked.filter(([command]) => command === "sign_in_with_client")).toHaveLength(2);
  });
});

describe("the browser", () => {
  /** A person in the browser, who comes back when told to. */
  function browser() {
    let come: (result: unknown) => void = () => {};
    const cancelled: Failure = { kind: "signInCancelled" };
    return {
      back: (result: unknown) => come(result),
      answers: {
        finish_browser_sign_in: () =>
          new Promise((resolve, reject) => {
            come = (result) => (result === ferry ? resolve(result) : reject(result));
          }),
        cancel_browser_sign_in: () => {
          come(cancelled);
          return null;
        },
      } satisfies Answers,
    };
  }
  let person = browser();
  beforeEach(() => {
    person = browser();
  });
  const begin = async (more: Answers = {}) => {
    const backend = await toForm(/^Sign in through the browser/, { ...person.answers, ...more });
    await field("Client ID").fill(CLIENT);
    await press("Sign in in the browser");
    await expect.element(heading("Go on in your browser")).toHaveFocus();
    return backend;
  };

  test("waits with the time that is left, and opens the organization", async () => {
    await begin();
    await expect.element(page.getByRole("timer")).toHaveTextContent(/minutes/);
    await inBothThemes(() => expectNoViolations());
    usePseudoLocale();
    await expect.poll(() => untranslated(["and"])).toEqual([]);
    person.back(ferry);
    await expect.element(page.getByRole("region").first()).toHaveTextContent("Ferry Lines");
  });

  test("the address can be copied when the browser did not open", async () => {
    const address = "https://login.mypurecloud.ie/oauth/authorize?x=1";
    const waiting: BrowserSignIn = { address, opened: false, timeLimitSeconds: 60 };
    const backend = await begin({ begin_browser_sign_in: () => waiting });
    await press("Copy");
    await expect.element(page.getByText("Copied")).toBeVisible();
    expect(backend.asked).toContainEqual(["copy_text", { text: address }]);
  });

  test("cancelling leads back to what was typed, without a failure", async () => {
    await begin();
    await press("Cancel");
    await expect.element(field("Client ID")).toHaveValue(CLIENT);
    expect(page.getByRole("alert").elements()).toHaveLength(0);
  });

  test("when the time is up the three usual causes are named, and what was typed is kept", async () => {
    await begin();
    person.back({ kind: "signInTimedOut" });
    await expect.element(page.getByRole("alert")).toHaveTextContent("The region is not the one");
    await expect.element(page.getByRole("alert")).toHaveTextContent("The client ID is not right");
    await expect.element(page.getByRole("alert")).toHaveTextContent("redirect address is not registered");
    await expect.element(field("Client ID")).toHaveValue(CLIENT);
  });

  test("leaving the screen gives it up", async () => {
    const backend = await begin();
    await press("Organizations");
    await expect.poll(() => backend.asked.map(([command]) => command)).toContain("cancel_browser_sign_in");
  });

  test("the guide has every value to copy", async () => {
    const backend = await toForm(/^Sign in through the browser/);
    await press("You have no such client yet?");
    for (const name of ["address of the page", "name", "duration", "redirect address", "scopes"]) {
      await press(`Copy the ${name}`);
    }
    const copied = backend.asked.filter(([command]) => command === "copy_text").map(([, args]) => args);
    expect(copied).toContainEqual({ text: "http://localhost" });
    expect(copied).toContainEqual({ text: "authorization\noauth\norganization:readonly\nuser-basic-info" });
    await inBothThemes(() => expectNoViolations());
  });
});

test("signing in again is filled in, and leads back to where one was", async () => {
  const answers = { ...signInAnswers(), sign_in_with_client: () => museum };
  await showApp({ hash: `#/sign-in?profile=${museum.id}&back=clients`, org: museum, answers });
  await expect.element(heading("Sign in to City Museum again")).toBeVisible();
  await expect.element(field("Client ID")).toHaveValue(CLIENT);
  await field("Client secret").fill(SECRET);
  await press("Sign in");
  await expect.element(heading("Clients")).toBeVisible();
});

test("a look at the settings loses nothing but the secret", async () => {
  await toForm(/Client ID and secret/);
  await field("Client ID").fill(CLIENT);
  await field("Client secret").fill(SECRET);
  window.location.hash = "#/settings";
  await expect.element(heading("Settings")).toBeVisible();
  window.location.hash = "#/sign-in";
  await expect.element(page.getByRole("radio", { name: /Ireland/ })).toBeChecked();
  await press("Next");
  await press("Next");
  await expect.element(field("Client ID")).toHaveValue(CLIENT);
  await expect.element(field("Client secret")).toHaveValue("");
});
