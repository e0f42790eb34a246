/** A small stand-in for the rules of Rust, enough to walk through the wizard. The real ones are tested in Rust. */
import type {
  ClientDraft,
  DraftCheck,
  DurationUnit,
  Embedding,
  Field,
  Finding,
  Fix,
  OrgFacts,
  Purpose,
  Rule,
  Severity,
} from "../../../backend/bindings";
import { regions } from "../../../testing/regions";

const SECONDS: Record<DurationUnit, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };
const EMBEDDED_SCOPES = [
  "conversations",
  "notifications",
  "organization:readonly",
  "presence",
  "user-basic-info",
  "users",
];

const finding = (
  severity: Severity,
  field: Field,
  rule: Rule,
  fix: Fix | null = null,
  row: number | null = null,
) => ({ severity, field, rule, fix, otherFix: null, row, accepted: false }) satisfies Finding;

const addresses = (embedding: Embedding) =>
  embedding.regions.flatMap((domain) => [
    `https://apps.${domain}/crm/index.html`,
    ...(embedding.dedicatedLoginWindow ? [`https://apps.${domain}/crm/authWindow.html`] : []),
  ]);

export function start(purpose: Purpose, facts: OrgFacts): ClientDraft {
  const blank = { name: "", description: "", redirectUris: [], scopes: [], roles: [], embedding: null };
  const day = { amount: "24", unit: "hours" as const };
  const home = facts.divisions.find((division) => division.home)?.id ?? "";
  const scim = facts.roles.find((role) => role.name === "SCIM Integration");
  if (purpose.kind === "scim") {
    const roles = scim ? [{ roleId: scim.id, divisionIds: [home] }] : [];
    return {
      ...blank,
      preset: "scim",
      grantType: "clientCredentials",
      duration: { amount: "450", unit: "days" },
      roles,
    };
  }
  if (purpose.kind === "plain") {
    const scopes = purpose.grantType === "clientCredentials" ? [] : ["user-basic-info"];
    return { ...blank, preset: "plain", grantType: purpose.grantType, duration: day, scopes };
  }
  return choose(
    {
      ...blank,
      preset: "embeddableFramework",
      grantType: "implicit",
      duration: { amount: "18", unit: "hours" },
      scopes: [...EMBEDDED_SCOPES],
    },
    { deployment: null, regions: [regions[8]?.domain ?? ""], dedicatedLoginWindow: false },
  );
}

export function choose(draft: ClientDraft, embedding: Embedding): ClientDraft {
  const before = draft.embedding ? addresses(draft.embedding) : [];
  const typed = draft.redirectUris.filter((uri) => uri.trim() !== "" && !before.includes(uri));
  return { ...draft, embedding, redirectUris: [...new Set([...addresses(embedding), ...typed])] };
}

export function mend(draft: ClientDraft, fix: Fix): ClientDraft {
  const uris = [...draft.redirectUris];
  switch (fix.kind) {
    case "useAuthorizationCode":
      return { ...draft, grantType: "authorizationCode" };
    case "replaceName":
      return { ...draft, name: fix.name };
    case "replaceDescription":
      return { ...draft, description: fix.description };
    case "setDuration":
    case "shortenDuration":
      return { ...draft, duration: { amount: String(fix.seconds / 3_600), unit: "hours" } };
    case "replaceRedirectUri":
      return { ...draft, redirectUris: uris.with(fix.row, fix.address) };
    case "splitRedirectUri":
      return { ...draft, redirectUris: uris.toSpliced(fix.row, 1, ...fix.addresses) };
    case "removeRedirectUri":
      return { ...draft, redirectUris: uris.filter((_, row) => row !== fix.row) };
    case "addRedirectUri":
      return { ...draft, redirectUris: [...uris, fix.address] };
    case "addScope":
      return { ...draft, scopes: [...draft.scopes, fix.scope] };
    case "removeScope":
      return { ...draft, scopes: draft.scopes.filter((scope) => scope !== fix.scope) };
    case "replaceScope":
      return { ...draft, scopes: [...draft.scopes.filter((scope) => scope !== fix.scope), fix.by] };
    case "removeRole":
      return { ...draft, roles: draft.roles.filter((role) => role.roleId !== fix.roleId) };
    case "takeBackRoles":
    case "restoreDefaultRoles":
      return draft;
  }
}

const secondsOf = ({ duration }: ClientDraft) => {
  const seconds = Number(duration.amount.replace(",", ".")) * SECONDS[duration.unit];
  return duration.amount.trim() !== "" && Number.isFinite(seconds) ? Math.round(seconds) : null;
};

function aboutAddress(text: string, row: number): Finding[] {
  const on = (severity: Severity, rule: Rule, fix: Fix | null = null) => [
    finding(severity, "redirectUris", rule, fix, row),
  ];
  if (text.trim() === "") return [];
  if (text.includes("*")) return on("error", { code: "redirectWildcard" });
  if (!/^[a-z]+:\/\//.test(text)) return on("error", { code: "redirectNotAnAddress" });
  if (text.startsWith("http://localhost:")) return on("hint", { code: "redirectLoopbackPort" });
  if (text.startsWith("http://") && !text.startsWith("http://localhost")) {
    const fix: Fix = { kind: "replaceRedirectUri", row, address: text.replace("http:", "https:") };
    return on("warning", { code: "redirectPlainHttp", host: new URL(text).host }, fix);
  }
  return [];
}

function aboutGrant(draft: ClientDraft, facts: OrgFacts): Finding[] {
  if (draft.grantType === "authorizationCode")
    return [finding("hint", "grantType", { code: "worksInEveryRegion" })];
  if (draft.grantType !== "implicit") return [];
  const fix: Fix = { kind: "useAuthorizationCode" };
  return [
    facts.refusesImplicit
      ? finding("warning", "grantType", { code: "implicitRefused" }, fix)
      : finding(
          "warning",
          "grantType",
          {
            code: "implicitLegacy",
            noNewSince: { precision: "day", year: 2026, month: 5, day: 25 },
            stops: { precision: "month", year: 2027, month: 5 },
          },
          fix,
        ),
  ];
}

function aboutScopes(draft: ClientDraft, facts: OrgFacts): Finding[] {
  if (draft.scopes.length === 0) return [finding("error", "scopes", { code: "scopeRequired" })];
  return draft.scopes.flatMap((scope) => {
    const readonly = `${scope}:readonly`;
    const twin = facts.scopes.some((known) => known.id === readonly);
    const fix: Fix = { kind: "replaceScope", scope, by: readonly };
    return twin ? [finding("hint", "scopes", { code: "scopeReadonlyEnough", scope, readonly }, fix)] : [];
  });
}

function aboutRoles(draft: ClientDraft, facts: OrgFacts): Finding[] {
  const scim = facts.roles.find((role) => role.name === "SCIM Integration");
  if (draft.preset === "scim" && !scim) {
    const rule: Rule = { code: "scimRoleMissing", role: "SCIM Integration" };
    return [finding("error", "roles", rule, { kind: "restoreDefaultRoles" })];
  }
  if (draft.preset === "scim" && scim?.held.kind === "nowhere" && draft.roles[0]?.roleId === scim.id) {
    return [finding("error", "roles", { code: "scimRoleNotHeld", role: scim.name }, null, 0)];
  }
  if (draft.roles.length === 0) return [finding("error", "roles", { code: "roleRequired" })];
  return draft.roles.flatMap((role, row) => {
    const known = facts.roles.find((one) => one.id === role.roleId);
    const name = known?.name ?? role.roleId;
    return [
      ...(known?.held.kind === "nowhere"
        ? [finding("error", "roles", { code: "roleNotHeld", role: name }, null, row)]
        : []),
      ...(name === "admin"
        ? [finding("warning", "roles", { code: "rolePrivileged", role: name }, null, row)]
        : []),
      ...(role.divisionIds.length === 0
        ? [finding("error", "roles", { code: "divisionRequired", role: name }, null, row)]
        : []),
    ];
  });
}

export function check(draft: ClientDraft, facts: OrgFacts): DraftCheck {
  const seconds = secondsOf(draft);
  const max = draft.preset === "scim" ? 38_880_000 : 172_800;
  const people = draft.grantType !== "clientCredentials";
  const addressed = draft.grantType === "authorizationCode" || draft.grantType === "implicit";
  const permission = draft.editing ? "oauth:client:edit" : "oauth:client:add";
  const lacks = facts.permissions && !facts.permissions.includes(permission);
  const findings: Finding[] = [
    ...(lacks ? [finding("error", "organization", { code: "permissionMissing", permission })] : []),
    ...(draft.name.trim() === "" ? [finding("error", "name", { code: "nameRequired" })] : []),
    ...(facts.clientNames.includes(draft.name)
      ? [finding("warning", "name", { code: "nameUsed", count: 1 })]
      : []),
    ...aboutGrant(draft, facts),
    ...(seconds === null ? [finding("error", "duration", { code: "durationNotANumber" })] : []),
    ...(seconds !== null && seconds > max
      ? [
          finding(
            "error",
            "duration",
            { code: "durationTooLong", max },
            { kind: "setDuration", seconds: max },
          ),
        ]
      : []),
    ...(facts.hipaa ? [finding("warning", "duration", { code: "hipaaIdle", seconds: 900 })] : []),
    ...(addressed ? draft.redirectUris.flatMap(aboutAddress) : []),
    ...(addressed && draft.redirectUris.every((uri) => uri.trim() === "")
      ? [finding("error", "redirectUris", { code: "redirectRequired" })]
      : []),
    ...(people ? aboutScopes(draft, facts) : aboutRoles(draft, facts)),
    ...(draft.embedding && !draft.embedding.deployment
      ? [finding("error", "deployment", { code: "deploymentRequired" })]
      : []),
    ...(draft.embedding?.deployment === "privateWithoutToken"
      ? [finding("warning", "deployment", { code: "noClientNeeded" })]
      : []),
    ...(draft.embedding?.regions.length === 0
      ? [finding("error", "regions", { code: "regionRequired" })]
      : []),
  ];
  return {
    asks: {
      grantTypes: draft.editing
        ? [draft.grantType]
        : draft.preset === "plain"
          ? ["clientCredentials", "authorizationCode", "saml2Bearer", "implicit"]
          : draft.preset === "scim"
            ? ["clientCredentials"]
            : ["implicit", "authorizationCode"],
      embedding: draft.preset === "embeddableFramework",
      redirectUris: addressed,
      scopes: people,
      roles: draft.preset === "plain" && !people,
      roleChoices:
        draft.preset === "scim"
          ? facts.roles.filter((role) => role.scim.kind === "scim").map((role) => role.id)
          : [],
      minSeconds: 300,
      maxSeconds: max,
      recommendedSeconds: { embeddableFramework: 64_800, scim: max, plain: 86_400 }[draft.preset],
    },
    seconds,
    writtenUnit: null,
    findings,
    ready: findings.every((one) => one.severity !== "error"),
  };
}
