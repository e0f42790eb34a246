/** The screen of a one-time secret: held back, placed, and for a sealed one: later. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { SecretKept } from "../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../testing/axe";
import { practiceOrg, provisioning } from "../../testing/org";
import { showApp, usePseudoLocale } from "../../testing/show";
import { untranslated } from "../../testing/untranslated";

const SECRET = "pretend-secret-8Qn2-VwYt-4m1L";
const kinds: SecretKept[] = [
  { kind: "sealed", until: "2026-11-29T18:00:00Z" },
  { kind: "thisSession" },
  { kind: "notWritten" },
];

async function open(kept: SecretKept) {
  let secrets = [{ orgId: practiceOrg.id, clientId: provisioning.id, clientName: provisioning.name, kept }];
  const { backend } = await showApp({
    hash: `#/secret/${provisioning.id}`,
    answers: {
      list_unplaced_secrets: () => secrets,
      reveal_secret: () => ({ text: SECRET }),
      copy_secret: () => ({ clearedInSeconds: 60 }),
      place_secret: () => {
        secrets = [];
        return null;
      },
    },
  });
  await expect.element(page.getByRole("heading", { level: 2, name: provisioning.name })).toBeVisible();
  return { asked: (command: string) => backend.asked.filter(([name]) => name === command) };
}

const press = (name: string) => page.getByRole("button", { name }).first().click();
const link = (name: string) => page.getByRole("navigation").getByRole("link", { name }).click();

test("the secret is masked, shown on request, and placed", async () => {
  const { asked } = await open({ kind: "thisSession" });
  expect(document.body.textContent).not.toContain(SECRET);
  await press("Reveal the client secret");
  await expect.element(page.getByText(SECRET)).toBeVisible();
  await press("Done");
  await expect.element(page.getByText(/Say where the secret went/)).toBeVisible();
  expect(asked("place_secret")).toEqual([]);
  await page.getByText("Into a password manager").click();
  await press("Done");
  await expect.poll(() => window.location.hash).toBe(`#/clients/${provisioning.id}`);
  expect(asked("place_secret")).toMatchObject([["place_secret", { destination: "passwordManager" }]]);
});

test.each(kinds)("$kind: the screen says how long it is kept", async (kept) => {
  await open(kept);
  const words = {
    sealed: "Kept until Nov 29, 2026",
    thisSession: "Kept until Latchkey is closed",
    notWritten: "Put this secret somewhere now",
  };
  await expect.element(page.getByText(words[kept.kind])).toBeVisible();
});

test("one that is lost otherwise holds the person back", async () => {
  await open({ kind: "notWritten" });
  expect(page.getByRole("button", { name: "Later" }).elements()).toEqual([]);
  await link("Clients");
  await page.getByRole("alertdialog").getByRole("button", { name: "Go to the question" }).click();
  await expect.element(page.getByRole("radio", { name: "Into a password manager" })).toHaveFocus();
  expect(window.location.hash).toBe(`#/secret/${provisioning.id}`);
});

describe("a sealed one", () => {
  const sealed = kinds[0] as SecretKept;

  test("may wait, and is then in sight elsewhere", async () => {
    const { asked } = await open(sealed);
    await press("Later");
    await expect.poll(() => window.location.hash).toBe("#/clients");
    await expect.element(page.getByText(/1 client secret waits/)).toBeVisible();
    expect(asked("place_secret")).toEqual([]);
  });

  test("asks before another screen comes, says until when, and goes there", async () => {
    await open(sealed);
    await link("Settings");
    const question = page.getByRole("alertdialog");
    await expect.element(question).toHaveTextContent("Nov 29, 2026");
    await question.getByRole("button", { name: "Later" }).click();
    await expect.poll(() => window.location.hash).toBe("#/settings");
  });
});

test("one that is no longer there says so", async () => {
  await showApp({ hash: `#/secret/${provisioning.id}` });
  await expect.element(page.getByText("No secret waits for this client")).toBeVisible();
  await press("Look at the client");
  await expect.poll(() => window.location.hash).toBe(`#/clients/${provisioning.id}`);
});

test.each(kinds)("$kind: no accessibility fault, and no untranslated text", async (kept) => {
  await open(kept);
  await inBothThemes(() => expectNoViolations());
  usePseudoLocale();
  await expect.poll(() => untranslated(["Entra", "provisioning", "Harbour", "Practice"])).toEqual([]);
});
