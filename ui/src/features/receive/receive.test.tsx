/** Opening a sealed file: chosen or pasted, by passphrase or key; what was opened is let go of. */
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { OpenedFile } from "../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { type Answers, fails } from "../../testing/mockBackend";
import { practiceOrg, provisioning } from "../../testing/org";
import { showApp, usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";

const text = "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----";
const file: OpenedFile = {
  sealedAt: "2026-11-26T08:00:00Z",
  note: "For the pilot.\nAsk Alex.",
  organization: "Harbour Practice",
  practice: true,
  region: practiceOrg.region,
  client: provisioning,
  documents: [{ kind: "env", stem: "entra_id", ending: "env", text: "GENESYSCLOUD_REGION=eu-central-1\n" }],
};

const button = (name: string) => page.getByRole("button", { name, exact: true });
const passphrase = () => page.getByLabelText("Passphrase", { exact: true });

async function show(answers: Answers = {}) {
  const { backend } = await showApp({
    hash: "#/receive",
    answers: {
      needs_passphrase: () => true,
      open_sealed_file: () => file,
      close_sealed_file: () => null,
      reveal_sealed_secret: () => ({ text: "s3cret" }),
      save_sealed_document: () => ({ path: "Downloads/entra_id.env", entries: 1 }),
      ...answers,
    },
  });
  await expect.element(page.getByRole("heading", { name: "Open a sealed file" })).toBeVisible();
  return (name: string) => backend.asked.flatMap(([command, args]) => (command === name ? [args] : []));
}

async function paste() {
  await page.getByLabelText("Or paste its text").fill(text);
  await button("Open").click();
}

describe("a sealed file", () => {
  test("is pasted, asks for its passphrase, and shows the client; the secret only when asked", async () => {
    const asked = await show();
    await expect.element(button("Open")).toBeDisabled();
    await paste();
    await expect.element(passphrase()).toHaveFocus();
    await passphrase().fill("correct horse battery staple");
    expect(asked("open_sealed_file")).toEqual([]);
    await button("Open").click();
    await expect.element(page.getByText("The sender says")).toBeVisible();
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.textContent).toContain(provisioning.name);
    expect(asked("open_sealed_file")).toEqual([{ text, passphrase: "correct horse battery staple" }]);
    for (const shown of [provisioning.id, "GENESYSCLOUD_REGION=eu-central-1", "practice organization"]) {
      await expect.element(page.getByText(shown).first()).toBeVisible();
    }
    expect(document.documentElement.outerHTML).not.toContain("s3cret");
    expect(document.documentElement.outerHTML).not.toContain("correct horse");
    await inBothThemes(() => expectNoViolations());
    await button("Reveal the client secret").click();
    await expect.element(page.getByText("s3cret")).toBeVisible();
    await button("Save entra_id.env").click();
    await expect.element(page.getByText("Downloads/entra_id.env")).toBeVisible();
    expect(asked("save_sealed_document")).toEqual([{ kind: "env" }]);
    await button("Close and let go of the secret").click();
    await expect.element(page.getByLabelText("Or paste its text")).toBeVisible();
    await expect.element(button("Choose the file…")).toHaveFocus();
    expect(asked("close_sealed_file").length).toBeGreaterThan(0);
  });

  test("is chosen, and one's own key opens it without a question", async () => {
    const asked = await show({ needs_passphrase: () => false });
    const input = document.querySelector("input[type=file]") as HTMLInputElement;
    await userEvent.upload(input, new File([text], "entra_id.age"));
    await expect.element(page.getByLabelText("Or paste its text")).toHaveValue(text);
    await button("Open").click();
    await expect.element(page.getByText("The sender says")).toBeVisible();
    expect(asked("open_sealed_file")).toEqual([{ text, passphrase: null }]);
  });

  test("that does not open says why, and what was typed stays", async () => {
    await show({ open_sealed_file: fails({ kind: "sealedFile", reason: "wrongPassphrase" }) });
    await paste();
    await passphrase().fill("not this one at all");
    await button("Open").click();
    await expect.element(page.getByText(/This is not the passphrase of the file/)).toBeVisible();
    await expect.element(passphrase()).toHaveFocus();
    await expect.element(passphrase()).toHaveAttribute("aria-invalid", "true");
    await expect.element(passphrase()).toHaveValue("not this one at all");
    await expect.element(page.getByLabelText("Or paste its text")).toHaveValue(text);
  });

  test("is let go of when one leaves", async () => {
    const asked = await show({ needs_passphrase: () => false });
    await paste();
    await expect.element(page.getByText("The sender says")).toBeVisible();
    window.location.hash = "#/settings";
    await expect.element(page.getByRole("heading", { name: "Settings" })).toBeVisible();
    await expect.poll(() => asked("close_sealed_file").length).toBeGreaterThan(0);
  });
});

test("the public key is shown when asked, and not before", async () => {
  const key = `age1${"q".repeat(58)}`;
  const asked = await show({ read_public_key: () => key });
  expect(asked("read_public_key")).toEqual([]);
  await button("Show my public key").click();
  await expect.element(page.getByText(key)).toBeVisible();
  await inBothThemes(() => expectNoViolations());
});

test("no text is untranslated", async () => {
  await show();
  await paste();
  await passphrase().fill("correct horse battery staple");
  await button("Open").click();
  await expect.element(page.getByText("The sender says")).toBeVisible();
  usePseudoLocale();
  const names = "Harbour Practice Entra ID provisioning For the pilot. Ask Alex.";
  await expect.poll(() => untranslated(names.split(" "))).toEqual([]);
});
