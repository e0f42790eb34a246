/** What takes the place of the focused element takes the focus; what nobody thought of stays near it. */
import { useState } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Providers } from "../app/Providers";
import { newQueryClient } from "../backend/backend";
import { i18n } from "../locales/i18n";
import { Arrival, useFocusNet } from "./Arrival";
import { Button } from "./Button";

function Net({ children }: { children: React.ReactNode }) {
  useFocusNet();
  return <main>{children}</main>;
}

const show = (node: React.ReactNode) =>
  render(
    <Providers i18n={i18n} queries={newQueryClient()}>
      <Net>{node}</Net>
    </Providers>,
  );

/** A button that gives way to something else. */
function GivesWay({ to, disables = false }: { to?: "place" | "control"; disables?: boolean }) {
  const [is, setIs] = useState(false);
  return (
    <section aria-label="Place">
      {(!is || disables) && (
        <Button isDisabled={is} onPress={() => setIs(true)}>
          Go
        </Button>
      )}
      {is && to && (
        <Arrival to={to}>
          <p>Arrived</p>
          <input aria-label="Next" />
        </Arrival>
      )}
    </section>
  );
}

beforeEach(() => (document.activeElement as HTMLElement | null)?.blur());

describe("focus that would be lost", () => {
  test.each([["mouse"], ["keyboard"]])("goes to the field of what arrives, by %s", async (by) => {
    await show(<GivesWay to="control" />);
    const go = page.getByRole("button", { name: "Go" });
    if (by === "mouse") await go.click();
    else {
      (go.element() as HTMLElement).focus();
      await userEvent.keyboard("{Enter}");
    }
    await expect.element(page.getByRole("textbox", { name: "Next" })).toHaveFocus();
  });

  test("goes to the place where something is to be read first", async () => {
    await show(<GivesWay to="place" />);
    await page.getByRole("button", { name: "Go" }).click();
    await expect.poll(() => document.activeElement?.textContent).toBe("Arrived");
  });

  test.each([[false], [true]])("stays near where nobody thought of it (disabled: %s)", async (disables) => {
    await show(<GivesWay disables={disables} />);
    await page.getByRole("button", { name: "Go" }).click();
    await expect.element(page.getByRole("region", { name: "Place" })).toHaveFocus();
  });

  test("is not taken from somewhere else", async () => {
    function Elsewhere() {
      const [is, setIs] = useState(false);
      return (
        <>
          <input aria-label="Here" onChange={() => setIs(true)} />
          {is && (
            <Arrival to="control">
              <input aria-label="There" />
            </Arrival>
          )}
        </>
      );
    }
    await show(<Elsewhere />);
    await page.getByRole("textbox", { name: "Here", exact: true }).click();
    await userEvent.keyboard("x");
    await expect.element(page.getByRole("textbox", { name: "There" })).toBeVisible();
    await expect.element(page.getByRole("textbox", { name: "Here", exact: true })).toHaveFocus();
  });
});
