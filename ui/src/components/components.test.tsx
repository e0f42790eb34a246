/** The components: no accessibility fault in any state, and the keyboard behaviour that is ours. */
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Pieces } from "../app/Pieces";
import { expectNoViolations, inBothThemes } from "../testing/axe";
import { show } from "../testing/show";
import { CheckList } from "./CheckList";
import { CopyButton } from "./CopyButton";
import { Page } from "./Page";
import { TextField } from "./TextField";

/** Rules about whole pages, which the pieces alone are not. */
const PARTS = ["region", "landmark-one-main"];

test("the pieces have no accessibility fault, light and dark", async () => {
  await show(<Pieces />);
  await inBothThemes(() => expectNoViolations(PARTS));
});

test("an open select has no accessibility fault", async () => {
  const screen = await show(<Pieces />);
  await screen.getByRole("button", { name: /Unit/ }).click();
  await expect.element(page.getByRole("option", { name: "Days" })).toBeVisible();
  await inBothThemes(() => expectNoViolations(PARTS));
});

test("an open dialog and an open question have no accessibility fault, and focus comes back", async () => {
  const screen = await show(<Pieces />);
  for (const name of ["Open a dialog", "Open a question"]) {
    await screen.getByRole("button", { name }).click();
    const dialog = name === "Open a dialog" ? page.getByRole("dialog") : page.getByRole("alertdialog");
    await expect.element(dialog).toBeVisible();
    await inBothThemes(() => expectNoViolations(PARTS));
    await dialog.getByRole("button").first().click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(screen.getByRole("button", { name })).toHaveFocus();
  }
});

test("a message that comes later is tied to its field", async () => {
  function Late() {
    const [value, setValue] = useState("");
    return (
      <TextField
        label="Name"
        value={value}
        onChange={setValue}
        messages={value ? [{ severity: "error", text: "Too short." }] : []}
      />
    );
  }
  const screen = await show(<Late />);
  const field = screen.getByRole("textbox", { name: "Name" });
  await field.fill("x");
  await expect.element(field).toHaveAccessibleDescription(/Error: Too short\./);
  await expect.element(field).toBeInvalid();
});

const fruits = Array.from({ length: 100 }, (_, index) => ({
  id: `f${index}`,
  title: `fruit ${index}`,
  text: "sweet",
}));

function Basket({ onChange }: { onChange?: (value: string[]) => void }) {
  const [value, setValue] = useState(["f50", "gone"]);
  return (
    <CheckList
      label="Fruits"
      searchLabel="Filter fruits"
      options={fruits}
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange?.(next);
      }}
      canChooseAll
    />
  );
}

test("a list is filtered, entered with the arrow key and chosen with the space bar; the rest stays chosen", async () => {
  const changed = vi.fn();
  const screen = await show(<Basket onChange={changed} />);
  await expect.element(screen.getByText("2 chosen")).toBeVisible();
  await screen.getByRole("searchbox", { name: "Filter fruits" }).fill("fruit 7");
  await expect.element(screen.getByText(/19 of 100 shown/)).toBeVisible();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(screen.getByRole("option", { name: /fruit 7 / }).first()).toHaveFocus();
  await userEvent.keyboard(" ");
  expect(changed).toHaveBeenLastCalledWith(["f50", "gone", "f7"]);
  await expect.element(screen.getByRole("searchbox", { name: "Filter fruits" })).toHaveValue("fruit 7");
});

test("the chosen are shown alone, all that is shown is chosen at once, and everything is cleared", async () => {
  const changed = vi.fn();
  const screen = await show(<Basket onChange={changed} />);
  await screen.getByRole("button", { name: "Show chosen" }).click();
  await expect.element(screen.getByText(/1 of 100 shown/)).toBeVisible();
  await screen.getByRole("button", { name: "Show all" }).click();
  await screen.getByRole("searchbox", { name: "Filter fruits" }).fill("fruit 99");
  await screen.getByRole("button", { name: "Choose shown" }).click();
  expect(changed).toHaveBeenLastCalledWith(["f50", "gone", "f99"]);
  await screen.getByRole("button", { name: "Clear the choice" }).click();
  expect(changed).toHaveBeenLastCalledWith([]);
});

test("copying is confirmed only when it worked", async () => {
  const copy = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error("no")).mockResolvedValue();
  const screen = await show(<CopyButton onCopy={copy} />);
  await screen.getByRole("button", { name: "Copy" }).click();
  await expect.element(screen.getByRole("status")).toHaveTextContent("Could not be copied");
  await screen.getByRole("button", { name: "Copy" }).click();
  await expect.element(screen.getByRole("status")).toHaveTextContent("Copied");
});

test("the title of a page takes focus when one arrives", async () => {
  const screen = await show(<Page title="Somewhere" />);
  await expect.element(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});
