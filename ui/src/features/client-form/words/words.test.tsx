/** Every rule and fix has its sentence in both languages, and the two differ. */
import { beforeEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { Providers } from "../../../app/Providers";
import { newQueryClient } from "../../../backend/backend";
import type { Fix, Rule } from "../../../backend/bindings";
import { activate, i18n } from "../../../locales/i18n";
import { FixText, fixWords } from "./fixes";
import { RuleText, ruleWords } from "./rules";

/** Every value that any rule or fix may carry. */
const values = {
  max: 200,
  min: 300,
  characters: ["U+200B", "U+202E"],
  count: 2,
  scimMax: 38_880_000,
  recommended: 64_800,
  short: 38_880,
  long: 38_880_000,
  seconds: 900,
  noNewSince: { precision: "day", year: 2026, month: 5, day: 25 },
  stops: { precision: "month", year: 2027, month: 5 },
  firstRow: 0,
  host: "example.com",
  scheme: "myapp",
  placeholder: "YOUR_HOST",
  typed: "htps://",
  port: 80,
  mark: ";",
  letter: "^",
  addresses: ["https://one.example/cb", "https://two.example/cb"],
  normal: "https://example.com/",
  address: "https://apps.mypurecloud.de/crm/index.html",
  domain: "mypurecloud.ie",
  scope: "users",
  readonly: "users:readonly",
  roleId: "5a1e",
  role: "Supervisor",
  division: "France",
  divisionId: "d170",
  fallback: 86_400,
  from: 38_880_000,
  extra: ["routing:queue:view"],
  chosen: 1,
  all: 5,
  permission: "oauth:client:add",
  row: 0,
  by: "users:readonly",
};

async function textOf(language: "en" | "fr", node: React.ReactNode): Promise<string> {
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

beforeEach(() => activate("en"));

describe.each(Object.keys(ruleWords))("rule %s", (code) => {
  test("has words in both languages", async () => {
    const rule = { ...values, code } as unknown as Rule;
    const [en, fr] = [
      await textOf("en", <RuleText rule={rule} />),
      await textOf("fr", <RuleText rule={rule} />),
    ];
    expect(en).toMatch(/\w.*[.?]$/);
    expect(fr).toMatch(/\w.*[.?]$/);
    expect(fr).not.toBe(en);
    for (const text of [en, fr]) expect(text).not.toMatch(/undefined|NaN|[{}]/);
  });
});

describe.each(Object.keys(fixWords))("fix %s", (kind) => {
  test("has words in both languages", async () => {
    const fix = { ...values, kind } as unknown as Fix;
    const [en, fr] = [await textOf("en", <FixText fix={fix} />), await textOf("fr", <FixText fix={fix} />)];
    expect(en.length).toBeGreaterThan(3);
    expect(fr).not.toBe(en);
    for (const text of [en, fr]) expect(text).not.toMatch(/undefined|NaN|[{}]/);
  });
});

test("French puts no-break spaces before its tall punctuation", async () => {
  const fr = await textOf("fr", <RuleText rule={{ code: "redirectWildcard" }} />);
  expect(fr).toMatch(/[\u00a0\u202f]:/);
  expect(fr).not.toMatch(/ [:;!?]/);
});
