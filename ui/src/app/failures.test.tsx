/** Every failure: words in both languages, a way on, and details for support. */
import { i18n } from "@lingui/core";
import { describe, expect, test, vi } from "vitest";
import type { AnyFailure } from "../backend/backend";
import { failureWords, wordsFor } from "../backend/failures";
import { journalWords } from "../backend/failures-journal";
import { keychainWords } from "../backend/failures-keychain";
import { sealedFileWords } from "../backend/failures-sealed-file";
import { credentialWords } from "../backend/failures-sign-in";
import { certificateWords, reasonWords } from "../backend/failures-unreachable";
import { activate } from "../locales/i18n";
import { details } from "../testing/mockBackend";
import { show } from "../testing/show";
import { FailurePanel } from "./FailurePanel";

const plain = (kind: AnyFailure["kind"]) => ({ kind, details }) as AnyFailure;

/** One of every kind; those with values have them. */
const ofKinds = Object.keys(failureWords).map((kind): AnyFailure => {
  if (kind === "permissionMissing") return { kind, permissions: ["oauth:client:add"], details };
  if (kind === "tooManyClients") return { kind, limit: 50, details };
  if (kind === "rateLimited") return { kind, retryAfterSeconds: 2, details };
  if (kind === "unreachable") return { kind, reason: { kind: "other" }, details };
  if (kind === "draftInvalid") return { kind, findings: [] };
  if (kind === "keychain") return { kind, reason: "other" };
  if (kind === "journal") return { kind, reason: "other" };
  if (kind === "sealedFile") return { kind, reason: "damaged" };
  if (kind === "credentials") return { kind, problem: "swapped" };
  if (kind === "answerLost") return { kind, operation: "op", details };
  if (kind === "signInDenied") return { kind, code: "access_denied" };
  if (kind === "otherOrganization") return { kind, expected: "Ferry Lines", found: "City Museum" };
  if (kind === "memberRefused") return { kind, members: ["newMember"], details };
  if (kind === "addressRefused") return { kind, address: null, details };
  if (kind === "unexpected") return { kind, text: "boom" };
  return plain(kind as AnyFailure["kind"]);
});

/** The keychain fails in ways of its own. */
const ofKeychain = Object.keys(keychainWords).map(
  (reason) => ({ kind: "keychain", reason }) as AnyFailure & { kind: "keychain" },
);

/** So does the journal. */
const ofJournal = Object.keys(journalWords).map(
  (reason) => ({ kind: "journal", reason }) as AnyFailure & { kind: "journal" },
);

/** So do sealed files. */
const ofSealedFiles = Object.keys(sealedFileWords).map(
  (reason) => ({ kind: "sealedFile", reason }) as AnyFailure & { kind: "sealedFile" },
);

/** So does what was typed as client ID and secret. */
const ofCredentials = Object.keys(credentialWords).map(
  (problem) => ({ kind: "credentials", problem }) as AnyFailure & { kind: "credentials" },
);

/** So does the network, and certificates have problems of their own. */
const ofReasons = [
  ...Object.keys(reasonWords).map((kind) => ({ kind })),
  ...Object.keys(certificateWords).map((problem) => ({ kind: "certificate", problem })),
].map((reason) => ({ kind: "unreachable", reason, details }) as AnyFailure & { kind: "unreachable" });

describe.each([...ofKinds, ...ofKeychain, ...ofJournal, ...ofSealedFiles, ...ofCredentials, ...ofReasons])(
  "$kind $reason",
  (failure) => {
    test.each(["en", "fr"] as const)("says in %s what happened and what to do", async (locale) => {
      activate(locale);
      const screen = await show(<FailurePanel failure={failure} onRetry={() => {}} />);
      const words = wordsFor(failure);
      for (const part of [words.title, words.explanation, ...(words.causes ?? []), words.next]) {
        await expect.element(screen.getByText(i18n._(part))).toBeVisible();
        if (locale === "fr") expect(i18n._(part)).not.toBe(part.message);
      }
    });
  },
);

test("a missing permission is named as the admin pages write it", async () => {
  const screen = await show(
    <FailurePanel failure={{ kind: "permissionMissing", permissions: ["oauth:client:add"], details }} />,
  );
  await expect.element(screen.getByText("OAuth > Client > Add")).toBeVisible();
});

test("a refused address is the one that Genesys Cloud saw, and nobody has to sign in again", async () => {
  const refused = { kind: "addressRefused", details } as const;
  const seen = await show(
    <FailurePanel failure={{ ...refused, address: "203.0.113.24" }} onRetry={() => {}} />,
  );
  await expect.element(seen.getByText("203.0.113.24")).toBeVisible();
  expect(seen.getByRole("button", { name: /Sign in again/ }).elements()).toHaveLength(0);
  await expect.element(seen.getByRole("button", { name: "Try again" })).toBeVisible();
  await seen.unmount();
  const unknown = await show(<FailurePanel failure={{ ...refused, address: null }} />);
  await expect.element(unknown.getByText(/did not say which IP address it saw/)).toBeVisible();
});

test("after too many requests, trying again is possible once the time is up", async () => {
  const onRetry = vi.fn();
  const failure = { kind: "rateLimited", retryAfterSeconds: 1, details } as const;
  const screen = await show(<FailurePanel failure={failure} onRetry={onRetry} />);
  await expect.element(screen.getByRole("button", { name: "Try again in 1 second" })).toBeDisabled();
  await screen.getByRole("button", { name: "Try again", exact: true }).click();
  expect(onRetry).toHaveBeenCalledOnce();
});

test("after a lost answer looking comes first, and there is no second try", async () => {
  const failure = { kind: "answerLost", operation: "op-1", details } as const;
  const screen = await show(<FailurePanel failure={failure} onRetry={() => {}} />);
  expect(screen.getByRole("button", { name: /Try again/ }).elements()).toHaveLength(0);
  await screen.getByRole("button", { name: "Look what became of it" }).click();
  expect(window.location.hash).toBe("#/interrupted?operation=op-1");
});

test("a write that does no harm twice may be tried again", async () => {
  const onRetry = vi.fn();
  const failure = { kind: "answerLost", operation: null, details } as const;
  const screen = await show(<FailurePanel failure={failure} onRetry={onRetry} />);
  await expect.element(screen.getByText(/Doing it once more does no harm/)).toBeVisible();
  await screen.getByRole("button", { name: "Try again" }).click();
  expect(onRetry).toHaveBeenCalledOnce();
});

test("whatever keeps the journal closed, nothing was sent", async () => {
  for (const failure of ofJournal) {
    const screen = await show(<FailurePanel failure={failure} />);
    await expect.element(screen.getByRole("alert")).toHaveTextContent("nothing was sent");
    await screen.unmount();
  }
});

test("details for support can be unfolded", async () => {
  const screen = await show(<FailurePanel failure={plain("serverTrouble")} />);
  await screen.getByRole("button", { name: "Details for support" }).click();
  await expect.element(screen.getByText(details.correlationId)).toBeVisible();
  await expect.element(screen.getByText("GET /api/v2/oauth/clients")).toBeVisible();
});

test("whatever the keychain says, nothing was stored in a file, and this session is possible", async () => {
  for (const failure of ofKeychain) {
    const screen = await show(<FailurePanel failure={failure} />);
    await expect.element(screen.getByRole("alert")).toHaveTextContent("never puts a secret in a file");
    await expect.element(screen.getByRole("alert")).toHaveTextContent("for this session only");
    await screen.unmount();
  }
});

test("whatever keeps Genesys Cloud from answering, nothing was changed", async () => {
  for (const failure of ofReasons) {
    const screen = await show(<FailurePanel failure={failure} />);
    await expect.element(screen.getByRole("alert")).toHaveTextContent("so nothing was changed");
    await screen.unmount();
  }
});

test("of wrong credentials the secret comes first, of an unknown client its ID", async () => {
  const screen = await show(<FailurePanel failure={plain("wrongCredentials")} />);
  await expect.element(screen.getByRole("listitem").first()).toHaveTextContent("The secret is not right");
  await screen.unmount();
  const unknown: AnyFailure = { kind: "wrongCredentials", unknownClient: true, details };
  const other = await show(<FailurePanel failure={unknown} />);
  await expect.element(other.getByRole("listitem").first()).toHaveTextContent("The client ID is not right");
});
