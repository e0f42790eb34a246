/** The calls of a client: waited for, shown, asked for again, and those of many. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ListQuery, SurveyProgress, UsageReading } from "../../../backend/bindings";
import { expectNoViolations, inBothThemes } from "../../../testing/axe";
import { type Answers, details, fails } from "../../../testing/mockBackend";
import { provisioning } from "../../../testing/org";
import { showApp, usePseudoLocale } from "../../../testing/show";
import { diagnosis } from "../../../testing/signIn";
import { untranslated } from "../../../testing/untranslated";
import { busy, noSurvey, quiet } from "../../../testing/usage";
import { scale } from "./scale";

const button = (name: string) => page.getByRole("button", { name, exact: true });
const card = () => page.getByRole("region", { name: "Calls", exact: true });

async function open(answers: Answers = {}) {
  const { backend } = await showApp({
    hash: `#/clients/${provisioning.id}?tab=usage`,
    answers: { diagnose: () => diagnosis, ...answers },
  });
  await expect.element(card()).toBeVisible();
  const asked = (name: string) =>
    backend.asked.flatMap(([command, args]) => (command === name ? [args as Record<string, unknown>] : []));
  return { asked };
}

/** An answer that comes when it is let go. */
function held<T>() {
  let letGo: (value: T) => void = () => {};
  const answer = new Promise<T>((resolve) => {
    letGo = resolve;
  });
  return { answer, letGo };
}

describe("the calls of a client", () => {
  test("are a sentence, a chart with a name, and tables with every number", async () => {
    await open();
    await expect.element(card()).toHaveTextContent("Last called on Nov 29, 2026.");
    const chart = page.getByRole("img", {
      name: /^Calls per day from Nov 1, 2026 to Nov 30, 2026\. The most/,
    });
    await expect.element(chart).toBeVisible();
    await inBothThemes(() => expectNoViolations());
    await button("Show the days as a table").click();
    const days = page.getByRole("region", { name: "Calls per day" });
    expect(days.getByRole("row").elements()).toHaveLength(31);
    await expect.element(days.getByRole("row", { name: /Nov 1, 2026/ })).toHaveTextContent(/1,000/);
    await inBothThemes(() => expectNoViolations());
  });

  test("show the most called endpoints, and all when asked for", async () => {
    await open();
    const rows = () => page.getByRole("region", { name: "Calls per endpoint" }).getByRole("row").elements();
    await expect.element(page.getByText("GET /api/v2/users/{userId}")).toBeVisible();
    expect(rows()).toHaveLength(9);
    await button("Show all 11 endpoints").click();
    expect(rows()).toHaveLength(12);
    await button("Show the most called only").click();
    expect(rows()).toHaveLength(9);
  });

  test("can be none, which does not say that the client is unused", async () => {
    await open({ read_usage: () => quiet });
    await expect.element(card()).toHaveTextContent("No call was counted in the last 30 days.");
    await expect.element(card()).toHaveTextContent("counts those of today tomorrow");
    expect(page.getByRole("img").elements()).toEqual([]);
    await inBothThemes(() => expectNoViolations());
  });

  test("are asked for other days, each once while they are fresh", async () => {
    const { asked } = await open();
    await page.getByRole("button", { name: /How far to look back/ }).click();
    await page.getByRole("option", { name: "90 days" }).click();
    await expect.poll(() => asked("read_usage").map(({ period }) => period)).toEqual(["days30", "days90"]);
    await page.getByRole("button", { name: /How far to look back/ }).click();
    await page.getByRole("option", { name: "30 days" }).click();
    await expect.element(button("Ask again")).toBeVisible();
    expect(asked("read_usage")).toHaveLength(2);
    await button("Ask again").click();
    await expect.poll(() => asked("read_usage")).toHaveLength(3);
  });

  test("name other organizations for which they were made", async () => {
    const otherOrgIds = ["0a600000-0000-4000-8000-000000000002"];
    await open({ read_usage: () => ({ ...busy, report: { ...busy.report, otherOrgIds, undated: 3 } }) });
    await expect.element(card()).toHaveTextContent("0a600000-0000-4000-8000-000000000002");
    await expect.element(card()).toHaveTextContent("3 calls have no day");
  });
});

describe("the wait", () => {
  test("shows what was found before, and ends when one leaves", async () => {
    const { answer } = held<UsageReading>();
    const { asked } = await open({ read_usage: () => answer, read_last_use: () => quiet.lastUse });
    await expect.element(page.getByText(/working out the calls/)).toBeVisible();
    await expect.element(card()).toHaveTextContent("No call was counted in the last 30 days.");
    await inBothThemes(() => expectNoViolations());
    await page.getByRole("tab", { name: "Overview" }).click();
    await expect
      .poll(() => asked("stop_reading_usage"))
      .toEqual([{ ticket: asked("read_usage")[0]?.ticket }]);
  });

  test("can be ended by hand, and begun again", async () => {
    const { answer } = held<UsageReading>();
    const { asked } = await open({ read_usage: () => answer });
    await button("Stop looking").click();
    await expect.element(card()).toHaveTextContent("The look at the calls was stopped.");
    expect(asked("stop_reading_usage")).toHaveLength(1);
    await button("Ask again").click();
    await expect.element(page.getByText(/working out the calls/)).toBeVisible();
    const tickets = asked("read_usage").map(({ ticket }) => ticket);
    expect(new Set(tickets).size).toBe(2);
  });

  test.each([
    ["usageNotWorkedOut", "Genesys Cloud could not work out the calls"],
    ["usageTakesTooLong", "Genesys Cloud is still working out the calls"],
  ] as const)("that ends with %s says so, and can be tried again", async (kind, words) => {
    let times = 0;
    await open({
      read_usage: () => {
        times += 1;
        if (times === 1) throw { kind };
        return busy;
      },
    });
    await expect.element(page.getByRole("alert")).toHaveTextContent(words);
    await inBothThemes(() => expectNoViolations());
    await button("Try again").click();
    await expect.element(card()).toHaveTextContent("Last called on");
  });

  test("that is refused names the permission", async () => {
    const permissions = ["usage:client:view"];
    await open({ read_usage: fails({ kind: "permissionMissing", permissions, details }) });
    await expect.element(page.getByRole("alert")).toHaveTextContent("Usage > Client > View");
  });
});

describe("many clients", () => {
  const running: SurveyProgress = { ...noSurvey, running: true, total: 20, done: 4, failed: 1, days: 90 };
  const over: SurveyProgress = { ...running, running: false, done: 20, used: 11, quiet: 8 };
  const survey = async (shown: SurveyProgress, answers: Answers = {}) => {
    let progress = noSurvey;
    const { answer, letGo } = held<SurveyProgress>();
    const { backend } = await showApp({
      hash: "#/clients",
      answers: {
        read_survey: () => progress,
        survey_usage: () => {
          progress = shown;
          return answer;
        },
        ...answers,
      },
    });
    const end = (ended: SurveyProgress) => {
      progress = ended;
      letGo(ended);
    };
    await button("Find out when they were last used").click();
    const queries = () =>
      backend.asked.flatMap(([command, args]) =>
        command === "look_at_clients" ? [(args as { query: Required<ListQuery> }).query] : [],
      );
    return { backend, end, queries };
  };

  test("are asked about at once, and the list shows the answer", async () => {
    const { backend, end, queries } = await survey({ ...running, atOnce: true, done: 0, failed: 0 });
    await expect.element(page.getByText(/working out the calls of all clients/)).toBeVisible();
    expect(page.getByRole("progressbar").elements()).toEqual([]);
    await inBothThemes(() => expectNoViolations());
    end({ ...over, failed: 0, used: 12 });
    await expect.element(page.getByText("12 in use, 8 with no calls in 90 days.")).toBeVisible();
    await expect.element(page.getByText(/Salesforce, Chrome, Firefox and Zendesk/)).toBeVisible();
    await expect.element(page.getByRole("columnheader", { name: /Last use/ })).toBeVisible();
    await expect.poll(() => queries().at(-1)?.sort).toBe("lastUse");
    await inBothThemes(() => expectNoViolations());
    await button("Show the 8").click();
    await expect.poll(() => queries().at(-1)?.uses).toEqual(["noCalls"]);
    await expect.element(button("Show all clients").first()).toBeVisible();
    expect(backend.asked).toContainEqual([
      "survey_usage",
      { org: "0a600000-0000-4000-8000-000000000001", ids: null, depth: "lastUse", period: "days90" },
    ]);
  });

  test("are looked at one by one where it has to be, and what failed is said", async () => {
    const { backend, end } = await survey(running);
    const lists = () => backend.asked.filter(([command]) => command === "refresh_clients").length;
    const bar = page.getByRole("progressbar", { name: "Clients looked at" });
    await expect.element(bar).toHaveAttribute("value", "4");
    await expect.poll(() => document.activeElement).not.toBe(document.body);
    await expect.element(page.getByText("(1 could not be read)")).toBeVisible();
    await inBothThemes(() => expectNoViolations());
    const before = lists();
    end({ ...over, failure: { kind: "usageNotWorkedOut" } });
    await expect.element(page.getByText("11 in use, 8 with no calls in 90 days.")).toBeVisible();
    await expect.element(page.getByRole("alert")).toHaveTextContent("could not work out the calls");
    await expect.poll(lists).toBeGreaterThan(before);
  });

  test("may all be in use", async () => {
    const { end } = await survey(running);
    end({ ...over, failed: 0, used: 20, quiet: 0 });
    await expect.element(page.getByText("20 clients, all in use.")).toBeVisible();
    expect(page.getByRole("button", { name: /^Show the/ }).elements()).toEqual([]);
  });

  test("that are being looked at are found again, and can be stopped", async () => {
    let progress = running;
    await showApp({
      hash: "#/clients",
      answers: {
        read_survey: () => progress,
        stop_survey: () => {
          progress = { ...running, running: false, stopped: true };
          return null;
        },
      },
    });
    await button("Stop looking").click();
    await expect.element(page.getByText("Stopped: 4 of 20 clients were looked at.")).toBeVisible();
    await inBothThemes(() => expectNoViolations());
  });

  test("without a call are what the list can begin with", async () => {
    const { backend } = await showApp({ hash: "#/clients?calls=none" });
    const asked = () => backend.asked.filter(([command]) => command === "look_at_clients").at(-1)?.[1];
    await expect.poll(() => (asked() as { query: ListQuery }).query.uses).toEqual(["noCalls"]);
    await expect.element(page.getByRole("columnheader", { name: /Last use/ })).toBeVisible();
  });

  test("have a limit, which is said before it is reached", async () => {
    const room = { clients: 45, limit: 50, nearlyFull: true };
    await showApp({ hash: "#/clients", answers: { read_client_room: () => room } });
    await expect.element(page.getByText("45 of 50 possible clients exist")).toBeVisible();
    await expect.element(page.getByText(/can create 5 more clients/)).toBeVisible();
    await inBothThemes(() => expectNoViolations());
  });

  test("have room, which is said in a line", async () => {
    const room = { clients: 41, limit: 60, nearlyFull: false };
    await showApp({ hash: "#/clients", answers: { read_client_room: () => room } });
    await expect
      .element(page.getByText("The organization has 41 of the 60 clients that it may have."))
      .toBeVisible();
  });
});

test.each([
  ["figures", () => busy],
  ["no calls", () => quiet],
  ["a failure", fails({ kind: "usageTakesTooLong" })],
  ["a wait", () => held().answer],
] as const)("%s: no text is untranslated", async (_, read_usage) => {
  await open({ read_usage, read_last_use: () => busy.lastUse });
  await expect.element(card()).toBeVisible();
  usePseudoLocale();
  await expect.poll(() => untranslated()).toEqual([]);
});

test("the axis has a few round whole numbers, the greatest at least the greatest value", () => {
  for (const greatest of [0, 1, 3, 4, 7, 10, 96, 100, 101, 999, 2140, 123_456]) {
    const { top, steps } = scale(greatest);
    expect(top).toBeGreaterThanOrEqual(Math.max(greatest, 1));
    expect(steps.length).toBeGreaterThanOrEqual(2);
    expect(steps.length).toBeLessThanOrEqual(6);
    expect(steps.every(Number.isInteger)).toBe(true);
    expect([steps[0], steps.at(-1)]).toEqual([0, top]);
  }
});
