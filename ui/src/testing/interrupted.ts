/** Interrupted operations in every situation, for tests and previews. Invented. */
import type {
  CreatedAgain,
  Interrupted,
  OperationKind,
  OrgFacts,
  SecretKept,
  Situation,
} from "../backend/bindings";
import type { Answers } from "./mockBackend";
import { clients, practiceOrg, provisioning, softphone } from "./org";

const twinOf = { ...provisioning, id: "c11e0000-0000-4000-8000-000000000013", createdAt: null };

/** One of each kind of situation, with the kind of change in which it comes about. */
export const situations: { kind: OperationKind; situation: Situation }[] = [
  { kind: "create", situation: { kind: "notLooked" } },
  { kind: "create", situation: { kind: "stillLooking", looks: 2, lookAgainInSeconds: 30 } },
  { kind: "create", situation: { kind: "found", client: provisioning, needsSecret: true } },
  { kind: "create", situation: { kind: "found", client: softphone, needsSecret: false } },
  { kind: "create", situation: { kind: "foundSeveral", clients: [provisioning, twinOf], needsSecret: true } },
  { kind: "create", situation: { kind: "notThere" } },
  { kind: "create", situation: { kind: "twin" } },
  { kind: "regenerateSecret", situation: { kind: "secretLost" } },
  { kind: "delete", situation: { kind: "halfDeleted" } },
  { kind: "deactivate", situation: { kind: "carriedOut" } },
  { kind: "update", situation: { kind: "notCarriedOut" } },
  { kind: "grantRole", situation: { kind: "stillLooking", looks: 1, lookAgainInSeconds: 10 } },
  { kind: "restoreRoles", situation: { kind: "carriedOut" } },
];

/** An operation in a situation. */
export function interrupted(part: Partial<Interrupted> = {}): Interrupted {
  return {
    id: "0b5e0000-0000-4000-8000-000000000001",
    kind: "create",
    profileId: practiceOrg.id,
    orgName: practiceOrg.name,
    open: true,
    clientId: null,
    clientName: "Entra ID provisioning",
    beganAt: "2026-11-22T18:00:00Z",
    situation: { kind: "notLooked" },
    ...part,
  };
}

/** The list knows it, and a look shows the situation. */
export function answersWith(operation: Interrupted) {
  const listed = isKnown(operation) ? operation : { ...operation, situation: { kind: "notLooked" as const } };
  return { list_interrupted: () => [listed], look_for: () => operation };
}

/** What a look decides is not known to the list before. */
function isKnown({ situation }: Interrupted): boolean {
  return ["twin", "secretLost", "halfDeleted"].includes(situation.kind);
}

/** Every situation at once, and a secret of each kind. */
export function everything(): Answers {
  const all = situations.map(({ kind, situation }, number) =>
    interrupted({ id: `0b5e-${number}`, kind, situation, open: number > 0 }),
  );
  const secret = (number: number, kept: SecretKept) => ({
    orgId: practiceOrg.id,
    clientId: clients[number]?.id,
    clientName: clients[number]?.name,
    kept,
  });
  return {
    list_interrupted: () =>
      all.map((one) => (isKnown(one) ? one : { ...one, situation: { kind: "notLooked" } })),
    look_for: ({ operation }) => all.find(({ id }) => id === operation),
    list_unplaced_secrets: () => [
      secret(2, { kind: "sealed", until: "2026-11-29T18:00:00Z" }),
      secret(3, { kind: "thisSession" }),
      secret(7, { kind: "notWritten" }),
    ],
  };
}

/** What the page shows right after a create. */
export const createdAgain: CreatedAgain = {
  profileId: practiceOrg.id,
  draft: {
    preset: "scim",
    grantType: "clientCredentials",
    name: provisioning.name,
    description: "",
    duration: { amount: "450", unit: "days" },
    redirectUris: [],
    scopes: [],
    roles: [],
    embedding: null,
  },
  created: {
    client: provisioning,
    secretUse: "needed",
    secret: { kind: "thisSession" },
    comparison: { kind: "same" },
    handOver: { kind: "addresses", authorizeUrl: null, tokenUrl: null, apiUrl: "https://api.example" },
  },
};

/** An organization of which nothing is known. */
export const noFacts: OrgFacts = {
  region: "mypurecloud.de",
  roles: [],
  divisions: [],
  scopes: [],
  clientNames: [],
  permissions: null,
  hipaa: false,
  refusesImplicit: false,
};
