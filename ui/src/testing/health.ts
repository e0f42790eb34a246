/** Findings of every kind, for tests and previews. Invented. */
import type { Health, HealthCode, HealthFinding, HealthReason, Severity, Sunset } from "../backend/bindings";
import type { Answers } from "./mockBackend";
import { clients, provisioning, softphone } from "./org";

const wallboard = clients[1] ?? softphone;
const other = { id: wallboard.id, name: wallboard.name };

/** One reason of every kind. */
export const reasons: { [Code in HealthCode]: Extract<HealthReason, { code: Code }> } = {
  implicitGrant: {
    code: "implicitGrant",
    noNewSince: { precision: "day", year: 2026, month: 5, day: 25 },
    stops: { precision: "month", year: 2027, month: 5 },
  },
  passwordGrant: { code: "passwordGrant" },
  scimDurationFell: { code: "scimDurationFell", seconds: 86_400, max: 38_880_000 },
  scimDurationShort: { code: "scimDurationShort", seconds: 172_800, max: 38_880_000 },
  scimOtherRole: {
    code: "scimOtherRole",
    role: "SCIM Integration",
    others: ["Supervisor"],
    fallback: 86_400,
  },
  scimRoleExtra: {
    code: "scimRoleExtra",
    role: "SCIM Integration",
    extra: ["routing:queue:view"],
    seconds: 38_880_000,
    fallback: 86_400,
  },
  scimRoleLess: { code: "scimRoleLess", role: "SCIM Integration", missing: ["directory:group:edit"] },
  scimDivisionsMissing: {
    code: "scimDivisionsMissing",
    missing: ["France", "Germany"],
    managed: 3,
    all: 5,
  },
  scimTokenEnds: {
    code: "scimTokenEnds",
    since: "2025-10-11T09:30:00Z",
    ends: "2027-01-04T09:30:00Z",
    seconds: 38_880_000,
  },
  plainHttp: { code: "plainHttp", uris: ["http://kiosk.harbour.example/callback"] },
  addressFragment: { code: "addressFragment", uris: ["https://a.example/#/callback"] },
  addressWildcard: { code: "addressWildcard", uris: ["https://*.example/callback"] },
  addressBroken: { code: "addressBroken", uris: ["a.example/callback"] },
  addressSeveral: { code: "addressSeveral", uris: ["https://one.example/cb, https://two.example/cb"] },
  addressPlaceholder: { code: "addressPlaceholder", uris: ["https://YOUR_HOST/cb"] },
  addressScheme: { code: "addressScheme", uris: ["vbscript://one.example/"] },
  addressEnd: { code: "addressEnd", uris: ["https://one.example/cb;"] },
  addressSlashes: { code: "addressSlashes", uris: ["https://one.example//cb"] },
  addressPassword: { code: "addressPassword", count: 2 },
  addressLookAlike: {
    code: "addressLookAlike",
    uris: ["https://hаrbour.example/callback"],
    hosts: ["xn--hrbour-6nf.example"],
  },
  addressOtherRegion: {
    code: "addressOtherRegion",
    uris: ["https://apps.mypurecloud.ie/crm/index.html"],
    own: "apps.mypurecloud.de",
  },
  addressFrame: { code: "addressFrame", uris: ["https://apps.mypurecloud.de/crm/index.html?crm=x"] },
  addressMissing: { code: "addressMissing" },
  privilegedRole: { code: "privilegedRole", roles: ["Supervisor"], onlyReadDays: 30 },
  allDivisions: { code: "allDivisions", roles: ["Supervisor"] },
  readonlyEnough: { code: "readonlyEnough", scopes: ["users"], days: 30 },
  unusedScopes: { code: "unusedScopes", scopes: ["voicemail", "presence"], days: 30 },
  sameName: { code: "sameName", others: [other], count: 1 },
  sameSettings: { code: "sameSettings", others: [other], count: 7 },
  unused: { code: "unused", lastDay: null, days: 30 },
  noOwner: { code: "noOwner" },
  dueForDeletion: { code: "dueForDeletion", on: "2026-11-30T10:00:00Z" },
  hiddenCharacters: { code: "hiddenCharacters", name: ["U+200B"], description: ["U+2028"] },
  nameShowsNothing: { code: "nameShowsNothing" },
  disabled: { code: "disabled" },
};

/** A finding on a client. */
export function finding(
  client: { id: string; name: string },
  code: HealthCode,
  severity: Severity,
  part: Partial<HealthFinding> = {},
): HealthFinding {
  return {
    clientId: client.id,
    clientName: client.name,
    severity,
    code,
    reason: reasons[code],
    daysLeft: null,
    fix: "edit",
    documented: null,
    acknowledged: null,
    ...part,
  };
}

/** What was found in the example organization. */
export const health: Health = {
  findings: [
    finding(softphone, "implicitGrant", "warning", {
      daysLeft: 95,
      fix: "pkceTwin",
      documented: "pkce",
    }),
    finding(softphone, "noOwner", "hint"),
    finding(wallboard, "addressFragment", "error", {
      fix: "mendedDraft",
      documented: "createClient",
    }),
    finding(wallboard, "plainHttp", "warning", { fix: "mendedDraft" }),
    finding(wallboard, "noOwner", "hint"),
    finding(provisioning, "scimTokenEnds", "warning", { daysLeft: 39, fix: "openClient" }),
    finding(provisioning, "noOwner", "hint", {
      acknowledged: { reason: "Handed over in May", at: "2026-11-20T08:00:00Z" },
    }),
  ],
  clients: clients.length,
  usesKnown: 0,
  callsKnown: 0,
  checkedAt: "2026-11-26T00:30:00Z",
};

/** What ends in the example organization. */
export const sunset: Sunset = {
  clients: [
    {
      id: softphone.id,
      name: softphone.name,
      state: "active",
      createdAt: softphone.createdAt,
      createdBy: softphone.createdBy,
      redirectUris: softphone.redirectUris,
      lastUse: null,
    },
    {
      id: wallboard.id,
      name: wallboard.name,
      state: "inactive",
      createdAt: null,
      createdBy: "a1e40000-0000-4000-8000-000000000009",
      redirectUris: [1, 2, 3, 4, 5].map((number) => `https://wall-${number}.harbour.example/`),
      lastUse: { checkedAt: "2026-11-25T00:00:00Z", days: 30, requests: 12, lastDay: "2026-11-20" },
    },
  ],
  creators: [{ id: softphone.createdBy ?? "", name: "Alex Martin" }],
  noNewSince: { precision: "day", year: 2026, month: 5, day: 25 },
  stops: { precision: "month", year: 2027, month: 5 },
  readOn: "2026-09-29",
  daysLeft: 156,
};

/** A backend that keeps acknowledgements. */
export function healthAnswers(): Answers {
  let findings = health.findings;
  const acknowledge = (args: Record<string, unknown>, acknowledged: HealthFinding["acknowledged"]) => {
    findings = findings.map((one) =>
      one.clientId === args.clientId && one.code === args.code ? { ...one, acknowledged } : one,
    );
    return null;
  };
  return {
    check_health: () => ({ ...health, findings }),
    read_findings: (args) => findings.filter((one) => one.clientId === args.id),
    read_sunset: () => sunset,
    acknowledge_finding: (args) =>
      acknowledge(args, { reason: String(args.reason), at: "2026-11-26T00:31:00Z" }),
    take_back_acknowledgement: (args) => acknowledge(args, null),
    save_health_report: (args) => ({
      path: `Downloads/latchkey-health.${args.format}`,
      entries: findings.length,
    }),
  };
}
