/** An organization for tests and previews of the screens, with clients of every kind. Invented. */
import type { ClientDetail, HeldGrantType, OauthClient, OrgView, SummaryLine } from "../backend/bindings";

export const practiceOrg: OrgView = {
  id: "0a600000-0000-4000-8000-000000000001",
  name: "Harbour Practice",
  region: { code: "eu-central-1", group: "emea", place: "Frankfurt", domain: "mypurecloud.de" },
  practice: true,
  gateway: false,
  userName: "Alex Martin",
  marking: { colour: "blue", production: false },
  expiresAt: null,
};

const offered = (grantType: Extract<HeldGrantType, { kind: "offered" }>["grantType"]): HeldGrantType => ({
  kind: "offered",
  grantType,
});

function client(number: number, part: Partial<OauthClient>): OauthClient {
  return {
    id: `c11e0000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    name: "Client",
    description: "",
    grantType: offered("clientCredentials"),
    state: "active",
    seconds: 86_400,
    redirectUris: [],
    scopes: [],
    roles: [],
    createdAt: `2025-0${number}-17T09:30:00Z`,
    modifiedAt: "2026-03-02T14:05:00Z",
    createdBy: "a1e40000-0000-4000-8000-000000000001",
    deleteAt: null,
    ...part,
  };
}

export const softphone = client(1, {
  name: "CRM softphone",
  description: "Embeddable Framework in the customer relations tool",
  grantType: offered("implicit"),
  seconds: 64_800,
  redirectUris: [
    "https://apps.mypurecloud.de/crm/index.html",
    "https://apps.mypurecloud.de/crm/authWindow.html",
  ],
  scopes: [
    "conversations",
    "notifications",
    "organization:readonly",
    "presence",
    "routing:readonly",
    "users",
  ],
});

export const provisioning = client(3, {
  name: "Entra ID provisioning",
  description: "Joiners and leavers from the identity system",
  seconds: 38_880_000,
  roles: [{ roleId: "scim", divisionId: "*" }],
});

export const clients: OauthClient[] = [
  softphone,
  client(2, {
    name: "Wallboard",
    description: "Shows the queues on the screens of the hall",
    grantType: offered("authorizationCode"),
    seconds: 28_800,
    redirectUris: ["https://wallboard.harbour.example/oauth/callback"],
    scopes: ["analytics:readonly", "routing:readonly"],
  }),
  provisioning,
  client(4, { name: "Data actions", description: "Customer look-up in flows" }),
  client(5, { name: "Former vendor", description: "Stopped by Genesys support", state: "disabled" }),
  client(6, { name: "Old campaign loader", state: "inactive", deleteAt: "2026-11-27T10:00:00Z" }),
  client(7, {
    name: "Intranet assertion",
    description: "Signs people in from the intranet",
    grantType: offered("saml2Bearer"),
    seconds: 43_200,
    scopes: ["users:readonly"],
  }),
  client(8, { name: "Nightly export", description: "Reads queue statistics" }),
  client(9, { name: "Ancient tool", grantType: { kind: "password" }, seconds: null, createdAt: null }),
];

const summaries: Record<string, SummaryLine[]> = {
  [softphone.id]: [
    { kind: "actsForPeople" },
    { kind: "canRead", areas: ["organization", "routing"] },
    { kind: "canChange", areas: ["conversations", "notifications", "presence", "users"] },
    { kind: "cannotOtherAreas" },
    { kind: "sendsBackTo", count: 2 },
    { kind: "worksInEveryRegion" },
    { kind: "tokensLive", seconds: 64_800 },
    { kind: "noSecretNeeded" },
    { kind: "endsWithImplicit", stops: { precision: "month", year: 2027, month: 5 } },
  ],
  [provisioning.id]: [
    { kind: "actsByItself" },
    { kind: "hasRole", role: "SCIM Integration", divisions: [], everywhere: true },
    { kind: "hasRole", role: "Supervisor", divisions: ["France", "Germany"], everywhere: false },
    { kind: "cannotActForPeople" },
    { kind: "tokensLive", seconds: 38_880_000 },
    { kind: "secretNeeded" },
  ],
};

/** One client with what it can do. */
export function detail(id: string): ClientDetail | undefined {
  const found = clients.find((candidate) => candidate.id === id);
  if (!found) return undefined;
  return {
    client: found,
    summary: summaries[id] ?? [],
    rolesNotHeld: [],
    secretPlaced: id === provisioning.id ? "passwordManager" : null,
  };
}
