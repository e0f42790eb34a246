/** The wizard as a whole: nothing typed is lost, the secret is placed, failures lead on. */
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectNoViolations } from "../../testing/axe";
import { showApp } from "../../testing/show";
import { museum, signInAnswers } from "../../testing/signIn";
import { org } from "./testing/facts";
import { pretendBackend, SECRET } from "./testing/pretendBackend";
import { details, failsOnce, OPERATION, sceneOf } from "./testing/scenes";
import {
  address,
  choosePurpose,
  fillName,
  goToCheck,
  goToCreated,
  heading,
  keys,
  openWizard,
  press,
  toScimCreated,
} from "./testing/walk";

describe("nothing typed is lost", () => {
  test("a failure keeps the form, and trying again creates the client", async () => {
    await openWizard(
      failsOnce("create_client", { kind: "unreachable", reason: { kind: "refused" }, details }),
    );
    await choosePurpose(/^Authorization code/);
    await fillName("Wallboard");
    await address(1).fill("https://wallboard.example/cb");
    await goToCheck();
    await press("Create in Harbour Practice");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Genesys Cloud cannot be reached");
    await press("Back to the form");
    await expect.element(page.getByRole("textbox", { name: "Name" })).toHaveValue("Wallboard");
    await expect.element(address(1)).toHaveValue("https://wallboard.example/cb");
    await goToCheck();
    await goToCreated();
  });

  test("changing the grant type keeps what it hides, and going back keeps all", async () => {
    await openWizard();
    await choosePurpose(/^Authorization code/);
    await fillName("Wallboard");
    await address(1).fill("https://wallboard.example/cb");
    await page.getByText("Client credentials").click();
    await expect.element(page.getByText("What it may do: roles and divisions")).toBeVisible();
    await page.getByRole("radiogroup").getByText("Authorization code / PKCE").click();
    await expect.element(address(1)).toHaveValue("https://wallboard.example/cb");
    await press("Back");
    await choosePurpose(/^Authorization code/);
    await expect.element(address(1)).toHaveValue("https://wallboard.example/cb");
  });

  test("leaving and coming back offers to continue", async () => {
    await openWizard();
    await choosePurpose(/^SCIM/);
    await fillName("Okta");
    await page.getByRole("navigation").getByRole("link", { name: "Clients" }).click();
    await page.getByRole("navigation").getByRole("link", { name: "Create a client" }).click();
    await expect.element(page.getByText("There is an unfinished client: Okta")).toBeVisible();
    await press("Continue");
    await expect.element(page.getByRole("textbox", { name: "Name" })).toHaveValue("Okta");
  });
});

describe("failures lead on", () => {
  test("implicit refused: one click switches, with everything kept", async () => {
    await openWizard(sceneOf("implicitRefused"));
    await choosePurpose(/^Implicit/);
    await fillName("Old page");
    await address(1).fill("https://old.example/cb");
    await goToCheck();
    await press("Create in Harbour Practice");
    await press("Switch to authorization code + PKCE");
    await expect.element(page.getByText("https://old.example/cb").first()).toBeVisible();
    await goToCreated();
  });

  test("implicit refused: the form says so and offers the switch", async () => {
    await openWizard(sceneOf("implicitRefused"));
    await choosePurpose(/^Implicit/);
    await fillName("Old page");
    await address(1).fill("https://old.example/cb");
    await goToCheck();
    await press("Create in Harbour Practice");
    await press("Back to the form");
    await expect
      .element(page.getByText(/refused the last new client with implicit grant/).first())
      .toBeVisible();
    await expect.element(page.getByText("Nothing blocks it. Read 1 warning.")).toBeVisible();
    expect(page.getByText("Nothing to correct").elements()).toEqual([]);
  });

  test("a lost answer leads to what became of it, never straight to a second client", async () => {
    const { asked } = await openWizard(sceneOf("answerLost"));
    await choosePurpose(/^SCIM/);
    await fillName("Okta");
    await goToCheck();
    await press("Create in Harbour Practice");
    await expect.element(page.getByRole("button", { name: "Look what became of it" })).toBeVisible();
    expect(page.getByRole("button", { name: /^(Try again|Create in)/ }).elements()).toEqual([]);
    expect(asked.filter(([command]) => command === "create_client")).toHaveLength(1);
    await press("Look what became of it");
    await expect.poll(() => window.location.hash).toBe(`#/interrupted?operation=${OPERATION}`);
    await page.getByRole("navigation").getByRole("link", { name: "Create a client" }).click();
    await expect.element(page.getByText("There is an unfinished client: Okta")).toBeVisible();
  });

  test("facts that cannot be read can be read again", async () => {
    await openWizard(sceneOf("factsFail"));
    await press("Try again");
    await expect.element(page.getByRole("button", { name: /^SCIM/ })).toBeVisible();
  });
});

describe("the secret", () => {
  test("the screen does not close before the person says where it went", async () => {
    const { pretend } = await openWizard();
    await toScimCreated();
    await press("Done");
    await expect.element(page.getByText(/Say where the secret went/)).toBeVisible();
    await expect.element(page.getByRole("radio", { name: "Into a password manager" })).toHaveFocus();
    expect(pretend.placed()).toBeNull();
    await page.getByText("Into a password manager").click();
    await press("Done");
    await expect.poll(() => pretend.placed()).toBe("passwordManager");
    await expect.poll(() => window.location.hash).toMatch(/^#\/clients\?new=/);
  });

  test("navigating away is held back", async () => {
    await openWizard();
    await toScimCreated();
    await page.getByRole("navigation").getByRole("link", { name: "Clients" }).click();
    await expect
      .element(page.getByRole("alertdialog"))
      .toHaveTextContent("shows the client secret only once");
    await expectNoViolations();
    await press("Go to the question");
    await expect.element(page.getByRole("radio", { name: "Into a password manager" })).toHaveFocus();
    await expect.element(heading("The client was created")).toBeVisible();
  });

  test("it is on the page only while it is revealed", async () => {
    await openWizard();
    await toScimCreated();
    expect(document.body.textContent).not.toContain(SECRET);
    await press("Reveal the client secret");
    await expect.element(page.getByText(SECRET)).toBeVisible();
    await press("Hide the client secret");
    expect(document.body.textContent).not.toContain(SECRET);
    await press("Copy the client secret");
    await expect.element(page.getByText("The clipboard will be cleared in 60 seconds.")).toBeInTheDocument();
    expect(document.body.textContent).not.toContain(SECRET);
  });

  test("nobody is asked where nobody needs it", async () => {
    await openWizard();
    await choosePurpose(/^Embeddable Framework/);
    await page.getByText("Public deployment").click();
    await fillName("CRM phone bar");
    await goToCheck();
    await goToCreated();
    await expect.element(page.getByText(/Nobody needs the secret/)).toBeVisible();
    await press("Done");
    await expect.poll(() => window.location.hash).toMatch(/^#\/clients\?new=/);
  });
});

test("Next with errors goes to the first wrong field and counts", async () => {
  await openWizard();
  await choosePurpose(/^Authorization code/);
  await expect
    .element(page.getByText("Give the client a name by which others recognize it."))
    .not.toBeInTheDocument();
  await press("Next: check");
  await expect.element(page.getByRole("textbox", { name: "Name" })).toHaveFocus();
  await expect.element(page.getByText("2 things to correct")).toBeVisible();
});

test("a client is created by keyboard alone", async () => {
  await openWizard();
  await expect.element(heading("What is the client for?")).toHaveFocus();
  await tabTo(/^SCIM/);
  await keys("{Enter}");
  await expect.element(heading("Fill in the form")).toHaveFocus();
  await tabTo(/^Name/);
  await keys("Okta");
  await tabTo(/^All divisions/);
  await keys(" ");
  await tabTo(/^Next: check/);
  await keys("{Enter}");
  await expect.element(heading("Check before it is created")).toHaveFocus();
  await tabTo(/^Create in/);
  await keys("{Enter}");
  await expect.element(heading("The client was created")).toHaveFocus();
  await tabTo(/^Into a password manager/);
  await keys(" ");
  await tabTo(/^Done/);
  await keys("{Enter}");
  await expect.poll(() => window.location.hash).toMatch(/^#\/clients\?new=/);
});

/** Presses Tab until something of this name has the focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    await userEvent.tab();
    const element = document.activeElement as HTMLInputElement | null;
    const label =
      element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    if (name.test(label.trim())) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

describe("production", () => {
  const production = { ...org, practice: false, marking: { colour: "teal", production: true } } as const;
  const toCheck = async () => {
    const { asked } = await openWizard({ org: production });
    await choosePurpose(/^SCIM/);
    await fillName("Entra ID");
    await goToCheck();
    await press("Create in Harbour Practice");
    return asked;
  };
  const question = () => page.getByRole("alertdialog", { name: /production organization Harbour Practice/ });

  test("asks once more, and nothing is sent before", async () => {
    const asked = await toCheck();
    await expect.element(question()).toHaveTextContent("Entra ID");
    await expectNoViolations();
    await question().getByRole("button", { name: "Cancel" }).click();
    await expect.element(question()).not.toBeInTheDocument();
    expect(asked.map(([command]) => command)).not.toContain("create_client");
  });

  test("asks in its own words before default roles are restored, and says through which gateway", async () => {
    const { asked } = await openWizard({ ...sceneOf("scimMissing"), org: { ...production, gateway: true } });
    await choosePurpose(/^SCIM/);
    await press("Restore default roles…");
    await expect.element(question()).toHaveTextContent("The roles will exist there at once");
    await expectNoViolations();
    await question().getByRole("button", { name: "Restore them in production" }).click();
    await expect.element(page.getByText("This role and no other")).toBeVisible();
    expect(asked.find(([command]) => command === "restore_default_roles")?.[1]).toMatchObject({
      confirmed: true,
    });
    await fillName("Entra ID");
    await goToCheck();
    await expect.element(page.getByText("through your company's gateway")).toBeVisible();
  });

  test("is told that the person confirmed it", async () => {
    const asked = await toCheck();
    await question().getByRole("button", { name: "Create it in production" }).click();
    await expect.element(heading("The client was created")).toBeVisible();
    expect(asked.find(([command]) => command === "create_client")?.[1]).toMatchObject({ confirmed: true });
  });

  test("elsewhere nobody is asked", async () => {
    const { asked } = await openWizard();
    await toScimCreated();
    expect(asked.find(([command]) => command === "create_client")?.[1]).toMatchObject({ confirmed: false });
  });
});

test("signing in again in the middle keeps what was typed", async () => {
  const pretend = pretendBackend({
    ...failsOnce("create_client", { kind: "signInExpired", details }),
    org: museum,
  });
  const answers = { ...signInAnswers(), ...pretend.answers, sign_in_with_client: () => museum };
  await showApp({ hash: "#/create", org: museum, answers });
  await choosePurpose(/^SCIM/);
  await fillName("Entra ID");
  await goToCheck();
  await press("Create in City Museum");
  await press("Sign in again");
  await page.getByLabelText("Client secret", { exact: true }).fill("typed again");
  await press(/^Sign in$/);
  await expect.element(page.getByText("There is an unfinished client: Entra ID")).toBeVisible();
  await press("Continue");
  await expect.element(page.getByRole("textbox", { name: "Name" })).toHaveValue("Entra ID");
});
