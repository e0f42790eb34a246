/** The network settings and the check of the connection. */
import { i18n } from "@lingui/core";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { NetworkSettingsProblem, StepKind, Verdict } from "../../backend/bindings";
import { activate } from "../../locales/i18n";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { type Answers, details, fails } from "../../testing/mockBackend";
import { companyNetwork, networkAnswers, reportOf } from "../../testing/network";
import { showApp, usePseudoLocale } from "../../testing/show";
import { museum, signInAnswers } from "../../testing/signIn";
import { untranslated } from "../../testing/untranslated";
import { outcomeWords, passwordWords, problemWords, stepWords, verdictWords } from "./words";

const button = (name: string) => page.getByRole("button", { name, exact: true });
const field = (name: RegExp) => page.getByRole("textbox", { name });
const network = () => page.getByRole("region", { name: "Network" });

async function open(answers: Answers = {}) {
  const { backend } = await showApp({ hash: "#/settings", answers });
  await expect.element(page.getByRole("radio", { name: "Of the system" })).toBeInTheDocument();
  const saved = () =>
    backend.asked.flatMap(([command, args]) => (command === "save_network_settings" ? [args] : []));
  return { backend, saved };
}

describe("the network settings", () => {
  test("a proxy of one's own is saved with its password", async () => {
    const { saved } = await open();
    await network().getByText("One of your own").click();
    await field(/Address of the proxy/).fill("http://proxy:3128");
    await field(/User name/).fill("camille");
    await page.getByLabelText("Password for the proxy").fill("pretend");
    await button("Save the network settings").click();
    await expect.element(page.getByText("Saved.")).toBeVisible();
    expect(saved()).toEqual([
      {
        settings: {
          proxy: { kind: "own", address: "http://proxy:3128", user: "camille" },
          certificatesFile: null,
        },
        password: "pretend",
      },
    ]);
    await expect.element(page.getByLabelText("Password for the proxy")).toHaveValue("");
    await expect.element(page.getByText(/A password is kept in the keychain/)).toBeVisible();
  });

  test("a kept password stays when none is typed, and is removed by its button", async () => {
    const { saved } = await open(networkAnswers(companyNetwork));
    await expect.element(page.getByText("2 certificates from this file are trusted.")).toBeVisible();
    await button("Save the network settings").click();
    await expect.element(page.getByText("Saved.")).toBeVisible();
    await field(/Address of the proxy/).fill("http://another:3128");
    await expect.element(page.getByText(/belongs to another proxy or user/)).toBeVisible();
    await button("Remove the password").click();
    await expect.element(page.getByText(/Only if the proxy asks for one/)).toBeVisible();
    await expect.element(field(/Address of the proxy/)).toHaveValue("http://another:3128");
    const { settings } = companyNetwork;
    expect(saved()).toEqual([
      { settings, password: null },
      { settings, password: "" },
    ]);
  });

  test.each(Object.keys(problemWords) as NetworkSettingsProblem[])(
    "%s keeps what was typed, and says what is wrong at its field",
    async (problem) => {
      await open({
        ...networkAnswers(companyNetwork),
        save_network_settings: ({ settings }) => ({ ...companyNetwork, settings, problem }),
      });
      await field(/Address of the proxy/).fill("not a proxy");
      await page.getByLabelText("Password for the proxy").fill("pretend");
      await field(/File with extra certificates/).fill("/nowhere");
      await button("Save the network settings").click();
      await expect.element(page.getByText("Not saved: something is wrong above.")).toBeVisible();
      await expect.element(field(/Address of the proxy/)).toHaveValue("not a proxy");
      await expect.element(page.getByLabelText("Password for the proxy")).toHaveValue("pretend");
      await expect.element(field(/File with extra certificates/)).toHaveValue("/nowhere");
      const labels = {
        address: /Address of the proxy/,
        password: /Password for the proxy/,
        certificates: /File with/,
      };
      const { field: name, text } = problemWords[problem];
      const wrong = page.getByLabelText(labels[name]);
      await expect.element(wrong).toHaveAttribute("aria-invalid", "true");
      await expect.element(wrong).toHaveAccessibleDescription(new RegExp(i18n._(text).slice(0, 30)));
      await inBothThemes(() => expectNoViolations());
    },
  );
});

const reports: [string, Verdict, StepKind | undefined, string][] = [
  ["fine", { kind: "fine" }, undefined, "Nothing is in the way"],
  ["inspected", { kind: "inspected" }, undefined, "somebody reads along"],
  ["ahead", { kind: "clockWrong", aheadSeconds: 7_412 }, "clock", "ahead by 2 hours, 4 minutes"],
  ["behind", { kind: "clockWrong", aheadSeconds: -31_536_000 }, "clock", "behind by 365 days"],
  ["guest network", { kind: "captivePortal" }, "answer", "The network wants you to sign in first"],
  ["somebody else", { kind: "notGenesys" }, "answer", "Somebody else answers"],
  ["proxy", { kind: "unreachable", reason: { kind: "proxyNeedsPassword" } }, "proxy", "asks for a user name"],
  [
    "certificate",
    { kind: "unreachable", reason: { kind: "certificate", problem: "unknownIssuer" } },
    "certificate",
    "Nobody whom this computer trusts",
  ],
];

describe.each(reports)("the check of the connection: %s", (_, verdict, failed, words) => {
  const check = async () => {
    const { backend } = await open({ check_connection: () => reportOf(verdict, failed) });
    await button("Check the connection").click();
    await expect.element(page.getByText("https://login.mypurecloud.de")).toBeVisible();
    return backend;
  };

  test("says it in words and step by step", async () => {
    const backend = await check();
    const asked = { place: { kind: "region", domain: "mypurecloud.de" } };
    expect(backend.asked).toContainEqual(["check_connection", asked]);
    await expect.element(page.getByText(words)).toBeVisible();
    const badges = page.getByText("Failed", { exact: true });
    await expect.poll(() => badges.elements().length).toBe(failed ? 1 : 0);
    await inBothThemes(() => expectNoViolations());
  });

  test("has no untranslated text", async () => {
    await check();
    usePseudoLocale();
    await expect.poll(() => untranslated()).toEqual([]);
  });
});

test("a region is chosen from groups when no organization is open", async () => {
  const { backend } = await showApp({ hash: "#/settings", org: null });
  await expect.element(button("Check the connection")).toBeDisabled();
  await page.getByRole("button", { name: /Choose a region/ }).click();
  await expect.element(page.getByRole("group", { name: "Asia Pacific" })).toBeVisible();
  await expectNoViolations(["region"]);
  await page.getByRole("option", { name: "Osaka" }).click();
  await button("Check the connection").click();
  const asked = { place: { kind: "region", domain: "apne3.pure.cloud" } };
  await expect.poll(() => backend.asked).toContainEqual(["check_connection", asked]);
});

test("where data is kept can be copied", async () => {
  const { backend } = await open();
  await page.getByRole("region", { name: "Where data is kept" }).getByRole("button").click();
  await expect.poll(() => backend.asked).toContainEqual(["copy_text", { text: "~/.local/share/latchkey" }]);
});

test("the form in the pseudo-locale has no untranslated text", async () => {
  await open(networkAnswers({ ...companyNetwork, problem: "passwordUnavailable" }));
  usePseudoLocale();
  await expect.poll(() => untranslated()).toEqual([]);
});

test("from a sign-in that nobody answered to the check of the connection", async () => {
  await showApp({
    hash: `#/sign-in?profile=${museum.id}`,
    org: null,
    answers: {
      ...signInAnswers(),
      sign_in_with_client: fails({ kind: "unreachable", reason: { kind: "dns" }, details }),
    },
  });
  await page.getByLabelText("Client secret").fill("pretend");
  await button("Sign in").click();
  await button("Check the connection").click();
  await expect.element(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("every word has its French", () => {
  activate("fr");
  const words = [
    ...Object.values(problemWords).map(({ text }) => text),
    ...Object.values(passwordWords),
    ...Object.values(stepWords),
    ...Object.values(outcomeWords),
    ...Object.values(verdictWords).flatMap(({ title, explanation, next }) => [
      title,
      explanation,
      ...(next ? [next] : []),
    ]),
  ];
  for (const word of words) expect(i18n._(word)).not.toBe(word.message);
});
