/** Every situation and every change has its sentence in both languages, and the two differ. */
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { Providers } from "../../app/Providers";
import { newQueryClient } from "../../backend/backend";
import type { OperationKind } from "../../backend/bindings";
import { activate, i18n } from "../../locales/i18n";
import { interrupted, situations } from "../../testing/interrupted";
import { changeWords, kindWords, sentenceOf } from "./words";

async function textOf(language: "en" | "fr", node: ReactNode): Promise<string> {
  activate(language);
  const screen = await render(
    <Providers i18n={i18n} queries={newQueryClient()}>
      <div data-testid="words">{node}</div>
    </Providers>,
  );
  const text = screen.getByTestId("words").element().textContent ?? "";
  await screen.unmount();
  return text;
}

async function expectBoth(node: ReactNode) {
  const [en, fr] = [await textOf("en", node), await textOf("fr", node)];
  expect(en).toMatch(/\w{3}/);
  expect(fr).not.toBe(en);
  for (const text of [en, fr]) expect(text).not.toMatch(/undefined|[{}]/);
}

test("every situation of every kind of change has its sentence", async () => {
  for (const kind of Object.keys(kindWords) as OperationKind[]) {
    for (const { situation } of situations) await expectBoth(sentenceOf(interrupted({ kind, situation })));
  }
});

test("every kind of change has its words", async () => {
  for (const words of Object.values(kindWords)) await expectBoth(words);
  for (const words of Object.values(changeWords)) await expectBoth(words("Wallboard"));
});
