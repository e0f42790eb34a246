/** Sealing the waiting secret into a file: passphrase or public key, a word to the receiver, and what is wrong. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { expectNoViolations, inBothThemes } from "../testing/axe";
import { type Answers, fails } from "../testing/mockBackend";
import { practiceOrg, provisioning } from "../testing/org";
import { showApp, usePseudoLocale } from "../testing/show";
import { untranslated } from "../testing/untranslated";

const button = (name: string) => page.getByRole("button", { name, exact: true });
const passphrase = () => page.getByLabelText("Passphrase", { exact: true });
const kept = { kind: "sealed", until: "2026-12-03T00:00:00Z" };
const waiting = { orgId: practiceOrg.id, clientId: provisioning.id, clientName: "Entra ID", kept };

async function open(answers: Answers = {}) {
  const { backend } = await showApp({
    hash: `#/secret/${provisioning.id}`,
    answers: {
      list_unplaced_secrets: () => [waiting],
      propose_passphrase: () => ({ text: "abcde-fghij-kmnpq-rstuv-wxyz2" }),
      seal_hand_over: () => ({ path: "Downloads/entra_id.age", entries: 1 }),
      ...answers,
    },
  });
  await button("Sealed file…").click();
  await expect.element(page.getByRole("dialog", { name: "Seal into a file for the receiver" })).toBeVisible();
  return () => backend.asked.flatMap(([command, args]) => (command === "seal_hand_over" ? [args] : []));
}

describe("the sealed file", () => {
  test("is made with a passphrase that Latchkey proposes, and a word to the receiver", async () => {
    const asked = await open();
    await button("Make a passphrase").click();
    await expect.element(passphrase()).toHaveValue("abcde-fghij-kmnpq-rstuv-wxyz2");
    await page.getByLabelText(/A word to the receiver/).fill("For the pilot.");
    await inBothThemes(() => expectNoViolations());
    await button("Save the sealed file").click();
    await expect.element(page.getByText("Downloads/entra_id.age")).toBeVisible();
    expect(asked()).toEqual([
      {
        org: practiceOrg.id,
        id: provisioning.id,
        using: "passphrase",
        key: "abcde-fghij-kmnpq-rstuv-wxyz2",
        note: "For the pilot.",
      },
    ]);
  });

  test("is made for a public key", async () => {
    const asked = await open();
    await page.getByText("Whoever has a key").click();
    expect(passphrase().elements()).toEqual([]);
    await page.getByLabelText("Public key of the receiver").fill("age1qqq");
    await button("Save the sealed file").click();
    await expect.element(page.getByText("Downloads/entra_id.age")).toBeVisible();
    expect(asked()).toMatchObject([{ using: "publicKey", key: "age1qqq", note: "" }]);
  });

  test.each([
    ["passphraseTooShort", "The passphrase is too short: at least 16 characters"],
    ["damaged", "The sealed file is damaged"],
  ] as const)(
    "that is not made (%s) says why at the field, which keeps what was typed",
    async (reason, words) => {
      await open({ seal_hand_over: fails({ kind: "sealedFile", reason }) });
      await passphrase().fill("short");
      await button("Save the sealed file").click();
      await expect.element(page.getByText(words)).toBeVisible();
      await expect.element(passphrase()).toHaveValue("short");
      await expect.element(passphrase()).toHaveAccessibleDescription(new RegExp(words));
    },
  );

  test("that cannot be written says so", async () => {
    await open({ seal_hand_over: fails({ kind: "notExported" }) });
    await button("Make a passphrase").click();
    await button("Save the sealed file").click();
    await expect.element(page.getByRole("alert")).toBeVisible();
  });

  test("has no untranslated text", async () => {
    await open();
    usePseudoLocale();
    await expect.poll(() => untranslated("Entra ID Harbour Practice".split(" "))).toEqual([]);
  });
});
