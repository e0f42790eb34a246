/** Organizations that one has signed in to, and the answers to signing in, for tests and previews. Invented. */
import type { Diagnosis, GatewayDraft, OrgView, ProfileView, Region } from "../backend/bindings";
import type { Answers } from "./mockBackend";
import { regions } from "./regions";

const region = (domain: string) => regions.find((one) => one.domain === domain) as Region;

/** An open production organization. */
export const ferry: OrgView = {
  id: "9f100000-0000-4000-8000-000000000001",
  name: "Ferry Lines",
  region: region("mypurecloud.ie"),
  practice: false,
  gateway: false,
  userName: "Camille Roy",
  marking: { colour: "teal", production: true },
  expiresAt: null,
};

/** Another open one. */
export const museum: OrgView = {
  ...ferry,
  id: "9f100000-0000-4000-8000-000000000002",
  name: "City Museum",
  region: region("usw2.pure.cloud"),
  userName: null,
  marking: { colour: "magenta", production: false },
};

/** One of a region that is in no list. */
export const unlisted: Region = { code: "", group: "unlisted", place: "", domain: "usw9.pure.cloud" };

/** An open one behind a gateway. */
export const quarry: OrgView = {
  ...ferry,
  id: "9f100000-0000-4000-8000-000000000004",
  name: "Stone Quarry",
  gateway: true,
};

export const gateway: GatewayDraft = {
  host: "gateway.quarry.example",
  port: "8443",
  apiPrefix: "/genesys/api",
  loginPrefix: "/genesys/login",
};

export const profileOf = (org: OrgView, more: Partial<ProfileView>): ProfileView => ({
  id: org.id,
  orgName: org.name,
  place: { kind: "region", domain: org.region.domain },
  region: org.region,
  practice: org.practice,
  way: "browser",
  clientId: "5b2f0c11-7a4d-4f7e-8d55-3f6f0f1b9a01",
  userName: org.userName,
  marking: org.marking,
  kept: true,
  open: org,
  ...more,
});

/** One of each kind. */
export const profiles: ProfileView[] = [
  profileOf(ferry, {}),
  profileOf(museum, { way: "clientCredentials", kept: false }),
  profileOf(
    { ...ferry, id: "9f100000-0000-4000-8000-000000000003", name: "Harbour Training", practice: true },
    {
      place: { kind: "local", address: "http://127.0.0.1:4242" },
      way: "pastedToken",
      clientId: null,
      kept: false,
      open: null,
      marking: { colour: "green", production: false },
    },
  ),
];

/** Something held, something missing, something nobody knows. */
export const diagnosis: Diagnosis = {
  userName: "Camille Roy",
  clientName: "Latchkey",
  orgName: "Ferry Lines",
  homeOrgName: null,
  scopes: ["authorization", "oauth", "organization:readonly", "user-basic-info"],
  needs: [
    { feature: "viewClients", permission: "oauth:client:view", holding: "held" },
    { feature: "addClients", permission: "oauth:client:add", holding: "missing" },
    { feature: "editClients", permission: "oauth:client:edit", holding: "held" },
    { feature: "deleteClients", permission: "oauth:client:delete", holding: "missing" },
    { feature: "viewRoles", permission: "authorization:role:view", holding: "held" },
    { feature: "restoreRoles", permission: "authorization:role:edit", holding: "unknown" },
    { feature: "grantRoles", permission: "authorization:grant:add", holding: "unknown" },
  ],
  grantable: [
    { role: "admin", divisions: [], everywhere: true },
    { role: "Supervisor", divisions: ["France", "Germany"], everywhere: false },
  ],
  hipaa: true,
  idleSeconds: 900,
  unreadEntries: 0,
};

/** Everything works; profiles change as one signs in, out, marks and forgets. */
export function signInAnswers(first: ProfileView[] = profiles): Answers {
  let list = first;
  const change = (id: unknown, part: Partial<ProfileView>) => {
    list = list.map((one) => (one.id === id ? { ...one, ...part } : one));
    return list.find((one) => one.id === id);
  };
  const signedIn = () => {
    if (!list.some((one) => one.id === ferry.id)) list = [...list, profileOf(ferry, {})];
    return ferry;
  };
  return {
    list_profiles: () => list,
    list_regions: () => regions,
    recognise_region: ({ text }) => regions.find((one) => String(text).includes(one.domain)) ?? null,
    check_domain: ({ text }) =>
      String(text).includes(unlisted.domain) ? { kind: "genesys", region: unlisted } : { kind: "notADomain" },
    check_gateway: ({ gateway }) => {
      const { host, port, apiPrefix, loginPrefix } = gateway as GatewayDraft;
      if (host === "") return { kind: "wrong", problems: ["hostMissing"] };
      if (host.includes("/")) return { kind: "wrong", problems: ["hostInvalid", "portInvalid"] };
      const base = `https://${host}${port && `:${port}`}`;
      return { kind: "fine", api: base + apiPrefix, login: base + loginPrefix };
    },
    bootstrap: ({ place }) => ({
      name: "Latchkey",
      redirectUri: "http://localhost",
      scopes: diagnosis.scopes,
      optionalScopes: ["integrations:readonly", "users:readonly"],
      seconds: 28_800,
      adminUrl: (place as { domain?: string }).domain
        ? `https://apps.${(place as { domain: string }).domain}/directory/#/admin/integrations/oauth`
        : null,
    }),
    probe_keychain: () => null,
    sign_in_with_client: signedIn,
    sign_in_with_token: signedIn,
    begin_browser_sign_in: () => ({
      address: "https://login.mypurecloud.ie/oauth/authorize?client_id=5b2f0c11&response_type=code",
      opened: true,
      timeLimitSeconds: 300,
    }),
    finish_browser_sign_in: signedIn,
    cancel_browser_sign_in: () => null,
    open_profile: ({ id }) => {
      const org = { ...ferry, id: String(id), name: list.find((one) => one.id === id)?.orgName ?? "" };
      change(id, { open: org });
      return org;
    },
    mark_profile: ({ id, marking }) => change(id, { marking: marking as OrgView["marking"] }),
    sign_out: ({ id }) => {
      change(id, { open: null, kept: false });
      return null;
    },
    forget_profile: ({ id }) => {
      list = list.filter((one) => one.id !== id);
      return null;
    },
    diagnose: () => diagnosis,
  };
}
