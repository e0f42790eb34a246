/** The list of redirect addresses by keyboard and by paste. */
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { address, choosePurpose, keys, openWizard } from "../testing/walk";

beforeEach(async () => {
  await openWizard();
  await choosePurpose(/^Authorization code/);
});

test("Enter adds a row, arrows move, Backspace on an empty row removes it", async () => {
  await address(1).fill("https://one.example/cb");
  await keys("{Enter}");
  await expect.element(address(2)).toHaveFocus();
  await keys("https://two.example/cb{Enter}");
  await expect.element(address(3)).toHaveFocus();
  await keys("{ArrowUp}");
  await expect.element(address(2)).toHaveFocus();
  await keys("{ArrowUp}{ArrowUp}");
  await expect.element(address(1)).toHaveFocus();
  await keys("{ArrowDown}{ArrowDown}");
  await expect.element(address(3)).toHaveFocus();
  await keys("{Backspace}");
  await expect.element(address(2)).toHaveFocus();
  await expect.element(address(2)).toHaveValue("https://two.example/cb");
  expect(page.getByRole("textbox", { name: /^Redirect address/ }).elements()).toHaveLength(2);
  await expect.element(page.getByText("2 of 125 addresses")).toBeVisible();
});

test("Backspace in the only row does nothing", async () => {
  await address(1).click();
  await keys("{Backspace}");
  await expect.element(address(1)).toBeVisible();
});

test("a pasted list is split into rows", async () => {
  await address(1).click();
  await pasteInto(address(1).element(), "https://a.example/cb\nhttps://b.example/cb; https://c.example/cb");
  await expect.element(address(3)).toHaveValue("https://c.example/cb");
  await expect.element(address(1)).toHaveValue("https://a.example/cb");
  await expect.element(address(3)).toHaveFocus();
});

test("a list pasted into a filled row goes below it", async () => {
  await address(1).fill("https://first.example/cb");
  await pasteInto(address(1).element(), "https://a.example/cb https://b.example/cb");
  await expect.element(address(1)).toHaveValue("https://first.example/cb");
  await expect.element(address(3)).toHaveValue("https://b.example/cb");
});

test("what was left out of a pasted text is said, and Undo puts the rows back", async () => {
  await address(1).fill("https://first.example/cb");
  await pasteInto(address(1).element(), 'uris = ["https://a.example/cb", "https://b.example/cb"]');
  await expect.element(address(3)).toHaveValue("https://b.example/cb");
  const said = page.getByTestId("pasted");
  await expect.element(said).toHaveTextContent(/2 addresses added\. Left out: uris = \[ \]/);
  await said.getByRole("button", { name: "Undo" }).click();
  await expect.element(said).not.toBeInTheDocument();
  await expect.element(address(1)).toHaveValue("https://first.example/cb");
  await expect.element(address(1)).toHaveFocus();
  expect(page.getByRole("textbox", { name: /^Redirect address/ }).elements()).toHaveLength(1);
});

test("after another change there is nothing to undo any more", async () => {
  await address(1).click();
  await pasteInto(address(1).element(), "https://a.example/cb https://b.example/cb");
  await expect.element(page.getByTestId("pasted")).toBeVisible();
  await address(2).fill("https://c.example/cb");
  await expect.element(page.getByTestId("pasted")).not.toBeInTheDocument();
});

test("a piece of an address is pasted where the cursor is", async () => {
  await address(1).fill("https://one.example/cb?scope=");
  await pasteInto(address(1).element(), "a,b");
  await expect.element(address(1)).toHaveValue("https://one.example/cb?scope=a,b");
  await expect.element(page.getByTestId("pasted")).not.toBeInTheDocument();
});

test("a list pasted over a whole row takes its place", async () => {
  await address(1).fill("https://first.example/cb");
  await userEvent.keyboard("{ControlOrMeta>}a{/ControlOrMeta}");
  await pasteInto(address(1).element(), "https://a.example/cb, https://b.example/cb");
  await expect.element(address(1)).toHaveValue("https://a.example/cb");
  await expect.element(address(2)).toHaveValue("https://b.example/cb");
});

test("each row has its own finding, tied to it, and errors wait until the field was left", async () => {
  await address(1).fill("nonsense");
  await expect.element(address(1)).not.toHaveAttribute("aria-describedby");
  await userEvent.tab();
  await expect.element(address(1)).toHaveAccessibleDescription(/This is not a complete address/);
  await expect.element(address(1)).toHaveAttribute("aria-invalid", "true");
  await address(1).fill("http://plain.example/cb");
  await page.getByRole("button", { name: /^Change to/ }).click();
  await expect.element(address(1)).toHaveValue("https://plain.example/cb");
});

async function pasteInto(element: Element, text: string): Promise<void> {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text", text);
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
