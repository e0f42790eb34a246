/** Answers to every command that the wizard asks, over the facts and rules of this folder. */
import type {
  Advice,
  Answers,
  AskedClient,
  ClientDraft,
  Comparison,
  Created,
  Embedding,
  Fix,
  HeldIn,
  Language,
  OauthClient,
  OrgFacts,
  OrgView,
  PastedAddresses,
  Preview,
  Purpose,
  Rights,
  SecretKept,
  SummaryLine,
} from "../../../backend/bindings";
import { regions } from "../../../testing/regions";
import { facts, factsIn, org as practice, scimRole } from "./facts";
import { CLIENT_ID, handOver } from "./pretendHandOver";
import { check, choose, mend, start } from "./pretendRules";

/** What a test or a picture wants otherwise. */
export type Scene = {
  facts?: Partial<OrgFacts>;
  comparison?: Comparison;
  /** How a secret is kept; for this session only when absent. */
  kept?: SecretKept;
  /** Another organization than the one for practice. */
  org?: OrgView;
  /** Thrown by the command of this name; asked anew on each call. */
  fails?: (command: string) => unknown;
};

export const SECRET = "pretend-secret-8Qn2-VwYt-4m1L";

type Answer = (args: Record<string, unknown>) => unknown;

/** One function per command, in the words of the IPC. */
/** A small stand-in for the reader of pasted lists: addresses between blanks, commas and quotes. */
function readPasted(text: string): PastedAddresses {
  const words = text.split(/[\s,;"'<>]+/).filter(Boolean);
  const rows = words.filter((word) => word.includes("://"));
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return rows.length > 0
    ? { rows, found: rows.length, leftOut: words.filter((word) => !rows.includes(word)) }
    : { rows: lines, found: 0, leftOut: [] };
}

export function pretendBackend(scene: Scene = {}) {
  let now: OrgFacts = { ...facts, ...scene.facts };
  let placed: string | null = null;

  const answers: Record<string, Answer> = {
    list_regions: () => regions,
    prepare_form: ({ language }) => {
      now = factsIn(language as Language, {
        ...scene.facts,
        roles: now.roles,
        refusesImplicit: now.refusesImplicit,
      });
      return now;
    },
    start_draft: ({ purpose }) => start(purpose as Purpose, now),
    check_draft: ({ draft }) => check(draft as ClientDraft, now),
    mend_draft: ({ draft, fix }) => mend(draft as ClientDraft, fix as Fix),
    choose_embedding: ({ draft, embedding }) => choose(draft as ClientDraft, embedding as Embedding),
    read_pasted_addresses: ({ text }) => readPasted(String(text)),
    advise: ({ answers }) => advise(answers as Answers),
    preview_restore_roles: () => ({
      org: scene.org ?? practice,
      request: "POST https://api.mypurecloud.de/api/v2/authorization/roles/default?force=false",
      missing: [scimRole.name],
      kept: now.roles.filter((role) => role.defaultRoleId).map((role) => role.name),
      rights: rights(now, "authorization:role:edit"),
    }),
    preview_grant: ({ role }) => ({
      org: scene.org ?? practice,
      request: `POST https://api.mypurecloud.de/api/v2/authorization/subjects/me/divisions/home/roles/${String(role)}`,
      role: scimRole.name,
      division: "Home",
      give: rights(now, "authorization:grant:add"),
      takeBack: rights(now, "authorization:grant:delete"),
    }),
    grant_role: ({ role }) => {
      now = holding(now, String(role), { kind: "everywhere" });
      return { operation: "0b5e0000-0000-4000-8000-000000000002", arrived: true };
    },
    take_back_role: () => {
      now = holding(now, scimRole.id, { kind: "nowhere" });
      return null;
    },
    restore_default_roles: ({ draft }) => {
      now = { ...now, roles: [...now.roles.filter((role) => role.id !== scimRole.id), scimRole] };
      const home = now.divisions.find((division) => division.home)?.id ?? "";
      const roles = [{ roleId: scimRole.id, divisionIds: [home] }];
      return { operation: "0b5e", added: [scimRole.name], draft: { ...(draft as ClientDraft), roles } };
    },
    preview_client: ({ draft }) => ({
      ...preview(draft as ClientDraft, now, scene.org ?? practice),
    }),
    create_client: ({ draft }) =>
      create(
        draft as ClientDraft,
        scene.comparison ?? { kind: "same" },
        scene.kept ?? { kind: "thisSession" },
      ),
    compare_client: () => ({ kind: "same" }),
    reveal_secret: () => ({ text: SECRET }),
    copy_secret: () => ({ clearedInSeconds: 60 }),
    copy_text: () => ({ clearedInSeconds: null }),
    place_secret: ({ destination }) => {
      placed = String(destination);
      return null;
    },
    list_unplaced_secrets: () => [],
    refresh_clients: () => ({ total: 0, readAt: "2026-11-20T08:00:00Z", version: 1 }),
  };

  const withFailures = Object.entries(answers).map(([command, answer]): [string, Answer] => [
    command,
    (args) => {
      const failure = scene.fails?.(command);
      if (!failure) return answer(args);
      if ((failure as { kind?: string }).kind === "grantTypeRefused") now = { ...now, refusesImplicit: true };
      throw failure;
    },
  ]);
  return { answers: Object.fromEntries(withFailures), placed: () => placed };
}

function holding(facts: OrgFacts, id: string, held: HeldIn): OrgFacts {
  return { ...facts, roles: facts.roles.map((role) => (role.id === id ? { ...role, held } : role)) };
}

function rights(facts: OrgFacts, permission: string): Rights {
  const may = facts.permissions?.includes(permission) ? "yes" : "no";
  const explorer = "https://developer.mypurecloud.de/developer-tools/#/api-explorer";
  return { permission, may, explorer };
}

function advise({ task, who }: Answers): Advice {
  if (task === "embedInCrm") {
    return {
      purpose: { kind: "embeddableFramework" },
      reason: "embeddedInCrm",
      contradiction: who === "nobody",
    };
  }
  if (task === "provisionUsers") {
    return { purpose: { kind: "scim" }, reason: "provisionsUsers", contradiction: who !== "nobody" };
  }
  const nobody = who === "nobody";
  return {
    purpose: { kind: "plain", grantType: nobody ? "clientCredentials" : "authorizationCode" },
    reason: nobody ? "noPersonSignsIn" : "serverKeepsSecret",
    contradiction: false,
  };
}

function summary(draft: ClientDraft, known: OrgFacts): SummaryLine[] {
  const seconds = check(draft, known).seconds ?? 0;
  if (draft.grantType === "clientCredentials") {
    const roles = draft.roles.map((role): SummaryLine => {
      const everywhere = role.divisionIds.includes("*");
      const named = known.divisions.filter((division) => role.divisionIds.includes(division.id));
      return {
        kind: "hasRole",
        role: known.roles.find((one) => one.id === role.roleId)?.name ?? role.roleId,
        divisions: everywhere ? [] : named.map((division) => division.name),
        everywhere,
      };
    });
    const closed: SummaryLine[] = [{ kind: "cannotOtherDivisions" }, { kind: "cannotActForPeople" }];
    return [
      { kind: "actsByItself" },
      ...roles,
      ...closed,
      { kind: "tokensLive", seconds },
      { kind: "secretNeeded" },
    ];
  }
  const reads = draft.scopes
    .filter((scope) => scope.endsWith(":readonly"))
    .map((scope) => scope.slice(0, -9));
  const changes = draft.scopes.filter((scope) => !scope.endsWith(":readonly"));
  return [
    { kind: "actsForPeople" },
    ...(reads.length > 0 ? [{ kind: "canRead", areas: reads } as const] : []),
    ...(changes.length > 0 ? [{ kind: "canChange", areas: changes } as const] : []),
    { kind: "cannotOtherAreas" },
    { kind: "sendsBackTo", count: draft.redirectUris.length },
    { kind: "worksInEveryRegion" },
    { kind: "tokensLive", seconds },
    { kind: draft.grantType === "implicit" ? "noSecretNeeded" : "secretOptional" },
    ...(draft.grantType === "implicit"
      ? [{ kind: "endsWithImplicit", stops: { precision: "month", year: 2027, month: 5 } } as const]
      : []),
  ];
}

function preview(draft: ClientDraft, known: OrgFacts, org: OrgView): Preview {
  const checked = check(draft, known);
  if (!checked.ready) throw { kind: "draftInvalid", findings: checked.findings };
  const body = {
    name: draft.name,
    description: draft.description,
    accessTokenValiditySeconds: checked.seconds,
    authorizedGrantType: draft.grantType,
    registeredRedirectUri: draft.redirectUris,
    scope: draft.scopes,
    state: "active",
  };
  return {
    org,
    client: asked(draft, checked.seconds ?? 0),
    request: `POST https://api.${practice.region.domain}/api/v2/oauth/clients`,
    json: JSON.stringify(body, null, 2),
    summary: summary(draft, known),
    warnings: checked.findings.filter((finding) => finding.severity === "warning"),
    mayBeRefused: draft.grantType === "implicit" && !org.practice,
  };
}

export function asked(draft: ClientDraft, seconds: number): AskedClient {
  const isService = draft.grantType === "clientCredentials";
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    grantType: draft.grantType,
    seconds,
    redirectUris: isService ? [] : draft.redirectUris.filter((uri) => uri.trim() !== ""),
    scopes: isService ? [] : draft.scopes,
    roles: isService
      ? draft.roles.flatMap(({ roleId, divisionIds }) =>
          divisionIds.map((divisionId) => ({ roleId, divisionId })),
        )
      : [],
  };
}

function create(draft: ClientDraft, comparison: Comparison, kept: SecretKept): Created {
  const client: OauthClient = {
    id: CLIENT_ID,
    name: draft.name.trim(),
    description: draft.description,
    grantType: { kind: "offered", grantType: draft.grantType },
    state: "active",
    seconds: 86_400,
    redirectUris: draft.redirectUris,
    scopes: draft.scopes,
    roles: [],
    createdAt: "2026-11-22T18:00:00Z",
    modifiedAt: null,
    createdBy: null,
    deleteAt: null,
  };
  const secretUse = draft.embedding
    ? "notNeeded"
    : draft.grantType === "authorizationCode"
      ? "optional"
      : draft.grantType === "implicit"
        ? "notNeeded"
        : "needed";
  const secret = secretUse === "notNeeded" ? null : kept;
  return { client, secretUse, secret, comparison, handOver: handOver(draft) };
}
