/** Situations of the wizard, by name, for tests and for looking at. */
import type { Details, Failure, HeldIn } from "../../../backend/bindings";
import { facts, org, ownScimRole, scimRole } from "./facts";
import type { Scene } from "./pretendBackend";

export const details: Details = {
  request: "POST /api/v2/oauth/clients",
  status: 400,
  code: "bad.grant.type",
  message: "The grant type is not allowed",
  correlationId: "5f1f7a52-2c0d-4f0e-9a34-1c9c1c7b5f10",
};

/** An operation in the journal. */
export const OPERATION = "0b5e0000-0000-4000-8000-000000000001";

/** Fails once, then works: what a person sees who tries again. */
export function failsOnce(command: string, failure: Failure): Scene {
  let left = 1;
  return {
    fails: (asked) => {
      if (asked !== command || left === 0) return null;
      left -= 1;
      return failure;
    },
  };
}

const scim = (held: HeldIn) =>
  facts.roles.map((role) => (role.id === scimRole.id ? { ...role, held } : role));

const RIGHTS = ["oauth:client:add", "oauth:client:edit", "oauth:client:view"];

const scenes: Record<string, () => Scene> = {
  implicitRefused: () => failsOnce("create_client", { kind: "grantTypeRefused", details }),
  rateLimited: () => failsOnce("create_client", { kind: "rateLimited", retryAfterSeconds: 15, details }),
  answerLost: () => failsOnce("create_client", { kind: "answerLost", operation: OPERATION, details }),
  unreachable: () =>
    failsOnce("create_client", { kind: "unreachable", reason: { kind: "refused" }, details }),
  factsFail: () => failsOnce("prepare_form", { kind: "unreachable", reason: { kind: "refused" }, details }),
  permissionMissing: () => ({ facts: { permissions: [] } }),
  hipaa: () => ({ facts: { hipaa: true } }),
  scimMissing: () => ({ facts: { roles: facts.roles.filter((role) => role.id !== scimRole.id) } }),
  scimNotHeld: () => ({ facts: { roles: scim({ kind: "nowhere" }) } }),
  scimMissingForbidden: () => ({
    facts: { roles: facts.roles.filter((role) => role.id !== scimRole.id), permissions: RIGHTS },
  }),
  scimSelfGrant: () => ({
    facts: {
      roles: scim({ kind: "nowhere" }),
      permissions: [...RIGHTS, "authorization:grant:add", "authorization:grant:delete"],
    },
  }),
  scimOwnRole: () => ({ facts: { roles: [...facts.roles, ownScimRole] } }),
  notVisibleYet: () => ({ comparison: { kind: "notVisibleYet" } }),
  sealed: () => ({ kept: { kind: "sealed", until: "2026-11-29T18:00:00Z" } }),
  notWritten: () => ({ kept: { kind: "notWritten" } }),
  production: () => ({ org: { ...org, practice: false, marking: { colour: "teal", production: true } } }),
  scimFallback: () => ({
    comparison: {
      kind: "different",
      differences: [{ kind: "duration", asked: 38_880_000, held: 86_400, scimFallback: true }],
    },
  }),
};

export function sceneOf(name: string | null): Scene {
  return (name ? scenes[name]?.() : undefined) ?? {};
}
