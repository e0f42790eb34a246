/** Every kind of finding, severity and fix has its words in both languages, and a report has them as plain text. */
import { i18n } from "@lingui/core";
import { beforeEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { Providers } from "../app/Providers";
import { newQueryClient } from "../backend/backend";
import type { HealthReason } from "../backend/bindings";
import { activate } from "../locales/i18n";
import { finding, health, reasons } from "../testing/health";
import { practiceOrg } from "../testing/org";
import { codeWords, fixWords, severityWords } from "./codes";
import { sayReason } from "./reasons";
import { reportOf } from "./report";

async function textOf(language: "en" | "fr", reason: HealthReason, daysLeft: number | null): Promise<string> {
  activate(language);
  const screen = await render(
    <Providers i18n={i18n} queries={newQueryClient()}>
      <div data-testid="words">{sayReason(reason, daysLeft).text}</div>
    </Providers>,
  );
  const text = screen.getByTestId("words").element().textContent ?? "";
  await screen.unmount();
  return text;
}

beforeEach(() => activate("en"));

describe.each(Object.values(reasons))("$code", (reason) => {
  test.each([null, 1, 12, -5])("has words in both languages with %s days left", async (daysLeft) => {
    const [en, fr] = [await textOf("en", reason, daysLeft), await textOf("fr", reason, daysLeft)];
    expect(en).toMatch(/\w.*[.?]$/);
    expect(fr).toMatch(/\w.*[.?]$/);
    expect(fr).not.toBe(en);
    expect(fr).not.toMatch(/ [:;!?]/);
    for (const text of [en, fr]) expect(text).not.toMatch(/undefined|NaN|Invalid|[{}]/);
  });
});

test("names of kinds, severities and fixes are in both languages", () => {
  for (const words of [codeWords, severityWords, fixWords].flatMap((table) => Object.values(table))) {
    activate("en");
    const en = i18n._(words);
    activate("fr");
    expect(en.length).toBeGreaterThan(2);
    expect(i18n._(words).length).toBeGreaterThan(2);
  }
});

test.each(["en", "fr"] as const)("a report in %s has every finding as plain text", (language) => {
  activate(language);
  const report = reportOf(health, practiceOrg, i18n);
  expect(report.language).toBe(language);
  expect(report.title).toContain("Harbour Practice");
  const [open, acknowledged] = report.parts;
  expect(open?.rows.length).toBe(6);
  expect(acknowledged?.rows.length).toBe(1);
  expect(acknowledged?.rows[0]?.join(" ")).toContain("Handed over in May");
  expect(report.counts.map(({ count }) => count)).toEqual([1, 3, 2, 1]);
  for (const row of report.parts.flatMap(({ rows }) => rows)) {
    expect(row.length).toBe(report.columns.length);
    expect(row[4]).toMatch(/\w.*[.!?]/);
    expect(row.join(" ")).not.toMatch(/undefined|\[object|[{}]/);
  }
});

test("a report of many findings is quick", () => {
  const findings = Array.from({ length: 5_000 }, (_, number) =>
    finding({ id: `id-${number}`, name: `Client ${number}` }, "noOwner", "hint"),
  );
  const start = performance.now();
  const report = reportOf({ ...health, findings, clients: 5_000 }, practiceOrg, i18n);
  expect(report.parts[0]?.rows.length).toBe(5_000);
  expect(performance.now() - start).toBeLessThan(5_000);
});
