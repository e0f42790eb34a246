/** A client that was sent and is not there: the wizard begins at the check, with what was intended. */
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ClientDraft } from "../../backend/bindings";
import { showApp } from "../../testing/show";
import { org } from "./testing/facts";
import { pretendBackend } from "./testing/pretendBackend";
import { OPERATION } from "./testing/scenes";
import { goToCreated, heading, press } from "./testing/walk";

describe("creating again what is not there", () => {
  const begin = async (profileId: string) => {
    const { answers } = pretendBackend();
    const purpose = { kind: "plain", grantType: "authorizationCode" };
    const fresh = answers.start_draft?.({ purpose }) as ClientDraft;
    const intended = { ...fresh, name: "Wallboard", redirectUris: ["https://wallboard.example/cb"] };
    const { backend } = await showApp({
      hash: `#/create?again=${OPERATION}`,
      org,
      answers: { ...answers, read_intended_draft: () => ({ profileId, draft: intended }) },
    });
    return { asked: backend.asked, intended };
  };

  test("begins at the check, and sends what was intended", async () => {
    const { asked, intended } = await begin(org.id);
    await expect.element(heading("Check before it is created")).toBeVisible();
    await goToCreated();
    expect(asked.find(([command]) => command === "create_client")?.[1]).toMatchObject({ draft: intended });
  });

  test("can be changed first", async () => {
    await begin(org.id);
    await press("Back to the form");
    await expect.element(page.getByRole("textbox", { name: "Name" })).toHaveValue("Wallboard");
  });

  test("never begins in another organization", async () => {
    await begin("another");
    await expect.element(heading("What is the client for?")).toBeVisible();
  });
});
