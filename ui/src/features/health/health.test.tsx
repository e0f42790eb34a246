/** The health check: counting, filtering, acknowledging, mending, the report, and what ends with implicit grant. */
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { expectNoViolations } from "../../testing/axe";
import { finding, health } from "../../testing/health";
import { type Answers, details, fails } from "../../testing/mockBackend";
import { clients, provisioning, softphone } from "../../testing/org";
import { showApp } from "../../testing/show";
import { noSurvey } from "../../testing/usage";
import { everything, grouped, matching } from "./filter";

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const wallboard = clients[1] ?? softphone;

async function open(answers: Answers = {}, hash = "#/health") {
  const { backend } = await showApp({ hash, answers });
  await expect.element(page.getByRole("heading", { level: 1, name: "Health check" })).toBeVisible();
  const asked = (name: string) =>
    backend.asked.flatMap(([command, args]) => (command === name ? [args as Record<string, unknown>] : []));
  return { asked };
}

describe("the findings", () => {
  test("are counted, the gravest kind first", async () => {
    await open();
    await expect.element(page.getByText("6 findings on 3 of 9 clients")).toBeVisible();
    const kinds = page.getByRole("main").getByRole("list").first().getByRole("button").elements();
    expect(kinds[0]?.textContent).toContain("Address with a part after #");
    await expect.element(page.getByRole("radio", { name: "Warning (3)" })).toBeVisible();
  });

  test("are filtered by severity and client, and a filter that hides all is cleared", async () => {
    await open();
    await page.getByText("Serious (1)").click();
    await expect.element(button(/Implicit grant/)).not.toBeInTheDocument();
    await page.getByRole("searchbox").fill("softphone");
    await expect.element(page.getByRole("heading", { name: "No finding matches" })).toBeVisible();
    await button("Show every finding").click();
    await expect.element(button(/Implicit grant/)).toBeVisible();
  });

  test("stand under their clients when asked", async () => {
    await open();
    await page.getByText("Client", { exact: true }).click();
    await button(/CRM softphone/).click();
    await expect.element(page.getByRole("heading", { level: 2, name: "Implicit grant" })).toBeVisible();
    await expectNoViolations();
  });

  test("lead to the prepared change", async () => {
    await open();
    await button(/Address without encryption/).click();
    await button("Prepare the change…").click();
    expect(window.location.hash).toBe(`#/clients/${wallboard.id}/edit?mend=plainHttp`);
  });

  test("are read anew on demand, and a failure says so", async () => {
    let answer: Answers[string] = () => health;
    const { asked } = await open({ check_health: (args) => answer?.(args) });
    await expect.element(button("Check again")).toBeVisible();
    answer = fails({ kind: "permissionMissing", permissions: ["oauth:client:view"], details });
    await button("Check again").click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(asked("check_health").at(-1)).toMatchObject({ anew: true });
  });
});

describe("acknowledging", () => {
  test("needs a reason, moves the finding, and can be taken back", async () => {
    const { asked } = await open();
    await button(/Address without encryption/).click();
    await button("Acknowledge…").click();
    await expect
      .element(page.getByRole("dialog").getByRole("button", { name: "Acknowledge" }))
      .toBeDisabled();
    await page.getByRole("textbox").fill("Only in our own network");
    await expectNoViolations();
    await page.getByRole("dialog").getByRole("button", { name: "Acknowledge" }).click();
    await expect.element(page.getByText("5 findings on 3 of 9 clients")).toBeVisible();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(asked("acknowledge_finding")).toEqual([
      {
        org: "0a600000-0000-4000-8000-000000000001",
        clientId: wallboard.id,
        code: "plainHttp",
        reason: "Only in our own network",
      },
    ]);
    expect(asked("check_health").map(({ anew }) => anew)).toEqual([true, false]);

    await button("Show 2 acknowledged findings").click();
    await expect.element(page.getByText("Only in our own network")).toBeVisible();
    await button("Take the acknowledgement back").first().click();
    await expect.element(page.getByText("6 findings on 3 of 9 clients")).toBeVisible();
  });

  test("that fails keeps the words that were typed", async () => {
    await open({ acknowledge_finding: fails({ kind: "acknowledgementNotKept" }) });
    await button(/Address without encryption/).click();
    await button("Acknowledge…").click();
    await page.getByRole("textbox").fill("Known");
    await userEvent.keyboard("{Tab}");
    await page.getByRole("dialog").getByRole("button", { name: "Acknowledge" }).click();
    await expect.element(page.getByText("The acknowledgement could not be kept")).toBeVisible();
    await expect.element(page.getByRole("textbox")).toHaveValue("Known");
  });
});

test("a report is saved in the reader's words, and says where", async () => {
  const { asked } = await open();
  await button("Page to print or send (HTML)").click();
  await expect.element(page.getByText("Downloads/latchkey-health.html")).toBeVisible();
  const [saved] = asked("save_health_report") as { report: { title: string } }[];
  expect(saved?.report.title).toBe("OAuth clients of Harbour Practice: health check");
});

describe("when clients were last used is found out", () => {
  const over = { ...noSurvey, total: 9, done: 9, used: 5, quiet: 4, days: 90 };

  test.each([["#/health"], ["#/health?view=sunset"]])("from %s for all, with one press", async (hash) => {
    let progress = noSurvey;
    const { asked } = await open(
      {
        read_survey: () => progress,
        survey_usage: () => {
          progress = over;
          return over;
        },
      },
      hash,
    );
    await button("Find out when they were last used").click();
    await expect.element(page.getByText("5 in use, 4 with no calls in 90 days.")).toBeVisible();
    const read = hash === "#/health" ? "check_health" : "read_sunset";
    await expect.poll(() => asked(read).length).toBeGreaterThan(1);
    await expectNoViolations();
    await button("Show the 4").click();
    await expect.poll(() => window.location.hash).toBe("#/clients?calls=none");
  });

  test("and then what each of them calls", async () => {
    const { asked } = await open({ check_health: () => ({ ...health, usesKnown: 9, callsKnown: 4 }) });
    await expect.element(page.getByText(/knows of 4 of 9 clients what they call/)).toBeVisible();
    await button("Find out what each client calls").click();
    await expect.poll(() => asked("survey_usage")).toEqual([expect.objectContaining({ depth: "calls" })]);
  });
});

test("what ends with implicit grant has its days, its people and a way out", async () => {
  await open({}, "#/health?view=sunset");
  await expect.element(page.getByText("156 days are left")).toBeVisible();
  const row = page.getByRole("row", { name: /CRM softphone/ });
  await expect.element(row).toHaveTextContent("Alex Martin");
  await expect.element(row).toHaveTextContent("Not known yet");
  await expect.element(page.getByRole("row", { name: /Wallboard/ })).toHaveTextContent("and 2 more");
  await page.getByRole("tab", { name: "Findings" }).click();
  await expect.element(page.getByText("6 findings on 3 of 9 clients")).toBeVisible();
  expect(window.location.hash).toBe("#/health");
});

describe("the page of a client", () => {
  test("has its findings", async () => {
    await showApp({ hash: `#/clients/${wallboard.id}?tab=findings` });
    await expect.element(page.getByRole("heading", { level: 3 }).first()).toHaveTextContent("part after #");
    await expect.element(button("Acknowledge…").first()).toBeVisible();
  });

  test("says when there is nothing to do, and keeps what was acknowledged", async () => {
    const known = health.findings.filter((one) => one.acknowledged !== null);
    await showApp({
      hash: `#/clients/${provisioning.id}?tab=findings`,
      answers: { read_findings: () => known },
    });
    await expect.element(page.getByRole("heading", { name: "Nothing to do" })).toBeVisible();
    await expect.element(page.getByText("Handed over in May")).toBeVisible();
  });
});

test("groups go by weight, then by size", () => {
  const many = [
    ...[1, 2, 3].map((id) => finding({ id: String(id), name: "A" }, "noOwner", "hint")),
    finding({ id: "1", name: "A" }, "plainHttp", "warning"),
    finding({ id: "9", name: "B" }, "disabled", "hint"),
  ];
  expect(grouped(many, "code").map(({ key }) => key)).toEqual(["plainHttp", "noOwner", "disabled"]);
  expect(matching(many, { ...everything, client: " b " }).map(({ code }) => code)).toEqual(["disabled"]);
});
