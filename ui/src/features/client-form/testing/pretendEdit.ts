/** An organization with one client that can be changed, here and by somebody else; over the facts of this folder. */
import type {
  ChangePreview,
  ClientDraft,
  Difference,
  DraftCheck,
  OauthClient,
  RoleDivision,
  Updated,
} from "../../../backend/bindings";
import type { Answers } from "../../../testing/mockBackend";
import { facts, org as practice, scimRole } from "./facts";
import { asked, pretendBackend, type Scene } from "./pretendBackend";

export const wallboard: OauthClient = {
  id: "c11e0000-0000-4000-8000-000000000002",
  name: "Wallboard",
  description: "Shows the queues",
  grantType: { kind: "offered", grantType: "authorizationCode" },
  state: "active",
  seconds: 28_800,
  redirectUris: ["https://wallboard.example/cb"],
  scopes: ["analytics:readonly", "routing:readonly"],
  roles: [],
  createdAt: "2026-01-17T09:30:00Z",
  modifiedAt: null,
  createdBy: null,
  deleteAt: null,
};

/** A client of a program, with a role that the person holds and one that the person does not. */
export const report: OauthClient = {
  ...wallboard,
  id: "c11e0000-0000-4000-8000-000000000005",
  name: "Nightly report",
  grantType: { kind: "offered", grantType: "clientCredentials" },
  redirectUris: [],
  scopes: [],
  roles: ["Reporting", "Quality Evaluator"].map((name) => ({
    roleId: facts.roles.find((role) => role.name === name)?.id ?? name,
    divisionId: facts.divisions[0]?.id ?? "",
  })),
};

/** A client of an identity system. */
export const provisioning: OauthClient = {
  ...report,
  id: "c11e0000-0000-4000-8000-000000000003",
  name: "Entra ID",
  seconds: 38_880_000,
  roles: [{ roleId: scimRole.id, divisionId: "*" }],
};

export type EditScene = Scene & { client?: OauthClient };

/** The answers, and how somebody else changes the client. */
export function pretendEdit(scene: EditScene = {}) {
  const wizard = pretendBackend(scene);
  let held = scene.client ?? wallboard;

  const seconds = (draft: ClientDraft) => secondsOf(wizard.answers, draft);
  const unchanged = (draft: ClientDraft) => {
    const differences = draft.editing ? apart(draft.editing, held) : [];
    if (differences.length > 0) throw { kind: "changedMeanwhile", differences };
  };
  const own: Answers = {
    read_client: () => ({ client: held, summary: [], rolesNotHeld: [], secretPlaced: null }),
    refresh_clients: () => ({ total: 1, readAt: "2026-11-20T08:00:00Z", version: 1 }),
    start_edit: () => draftOf(held),
    rebase_draft: ({ draft }) => rebased(draft as ClientDraft, held),
    preview_change: ({ draft }): ChangePreview => {
      unchanged(draft as ClientDraft);
      const wanted = after(held, draft as ClientDraft, seconds(draft as ClientDraft));
      return {
        org: scene.org ?? practice,
        request: `PUT https://api.mypurecloud.de/api/v2/oauth/clients/${held.id}`,
        differences: apart(wanted, held),
        json: JSON.stringify({ name: wanted.name, dateOfBirth: "kept" }, null, 2),
        warnings: [],
      };
    },
    update_client: ({ draft }): Updated => {
      unchanged(draft as ClientDraft);
      held = after(held, draft as ClientDraft, seconds(draft as ClientDraft));
      return { client: held, comparison: scene.comparison ?? { kind: "same" } };
    },
  };
  const answers: Answers = { ...wizard.answers };
  for (const [command, answer] of Object.entries(own)) {
    answers[command] = (args) => {
      const failure = scene.fails?.(command);
      if (failure) throw failure;
      return answer(args);
    };
  }
  return {
    answers,
    held: () => held,
    /** What somebody else does meanwhile. */
    meddle: (part: Partial<OauthClient>) => {
      held = { ...held, ...part };
    },
  };
}

function secondsOf(answers: Answers, draft: ClientDraft): number {
  const check = answers.check_draft?.({ draft }) as DraftCheck | undefined;
  return check?.seconds ?? 0;
}

function draftOf(client: OauthClient): ClientDraft {
  if (client.grantType.kind !== "offered") throw { kind: "notEditable" };
  const { grantType } = client.grantType;
  const roleIds = [...new Set(client.roles.map((role) => role.roleId))];
  return {
    preset: client.roles.some((role) => role.roleId === scimRole.id) ? "scim" : "plain",
    grantType,
    name: client.name,
    description: client.description,
    duration: { amount: String((client.seconds ?? 0) / 3_600), unit: "hours" },
    redirectUris: client.redirectUris,
    scopes: client.scopes,
    roles: roleIds.map((roleId) => ({
      roleId,
      divisionIds: client.roles.filter((role) => role.roleId === roleId).map((role) => role.divisionId),
    })),
    embedding: null,
    editing: client,
  };
}

/** What the person changed stays; everything else is as somebody else has set it. Addresses and scopes one by one. */
function rebased(mine: ClientDraft, theirs: OauthClient): ClientDraft {
  const base = draftOf(mine.editing as OauthClient);
  const fresh = draftOf(theirs);
  const kept = Object.entries(mine).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key as keyof ClientDraft]),
  );
  const merged = (list: "redirectUris" | "scopes") => [
    ...fresh[list].filter((value) => !base[list].includes(value) || mine[list].includes(value)),
    ...mine[list].filter((value) => !base[list].includes(value) && !fresh[list].includes(value)),
  ];
  const lists = { redirectUris: merged("redirectUris"), scopes: merged("scopes") };
  return { ...fresh, ...Object.fromEntries(kept), ...lists, editing: theirs };
}

function after(held: OauthClient, draft: ClientDraft, seconds: number): OauthClient {
  const { name, description, redirectUris, scopes, roles } = asked(draft, seconds);
  return { ...held, name, description, redirectUris, scopes, roles, seconds };
}

/** `asked` is of the first, `held` of the second. */
function apart(first: OauthClient, second: OauthClient): Difference[] {
  const without = <T>(list: T[], other: T[]) =>
    list.filter((value) => !other.some((one) => JSON.stringify(one) === JSON.stringify(value)));
  const listed = (kind: "redirectUris" | "scopes"): Difference[] => {
    const [missing, added] = [without(first[kind], second[kind]), without(second[kind], first[kind])];
    return missing.length + added.length > 0 ? [{ kind, missing, added }] : [];
  };
  const roles: [RoleDivision[], RoleDivision[]] = [
    without(first.roles, second.roles),
    without(second.roles, first.roles),
  ];
  const texts = (["name", "description"] as const).flatMap((kind): Difference[] =>
    first[kind] === second[kind] ? [] : [{ kind, asked: first[kind], held: second[kind] }],
  );
  return [
    ...texts,
    ...(first.seconds === second.seconds
      ? []
      : [{ kind: "duration", asked: first.seconds, held: second.seconds, scimFallback: false } as const]),
    ...(first.state === second.state ? [] : [{ kind: "state", held: second.state } as const]),
    ...listed("redirectUris"),
    ...listed("scopes"),
    ...(roles.flat().length === 0 ? [] : [{ kind: "roles", missing: roles[0], added: roles[1] } as const]),
  ];
}
