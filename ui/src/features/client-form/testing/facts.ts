/** An organization as the wizard's tests see it: its regions, roles, divisions and scopes. */
import type { Language, OrgFacts, OrgView, Region, Role } from "../../../backend/bindings";
import { regions } from "../../../testing/regions";
import scopes from "./scopes.json";

export const org: OrgView = {
  id: "0a600000-0000-4000-8000-000000000001",
  name: "Harbour Practice",
  region: regions[8] as Region,
  practice: true,
  gateway: false,
  userName: "Alex Martin",
  marking: { colour: "blue", production: false },
  expiresAt: null,
};

const role = (n: number, name: string, description: string, more: Partial<Role> = {}): Role => ({
  id: `5a1e0000-0000-4000-8000-00000000000${n}`,
  name,
  description,
  defaultRoleId: null,
  held: { kind: "everywhere" },
  scim: { kind: "notScim" },
  mayEverything: false,
  ...more,
});

export const scimRole = role(7, "SCIM Integration", "Creates and updates people from an identity system", {
  defaultRoleId: "scimIntegration",
  scim: { kind: "scim", missing: [] },
});

/** A role of the organization's own with the same permissions. */
export const ownScimRole = role(8, "Joiners and Leavers", "Our own role for the identity system", {
  scim: { kind: "scim", missing: [] },
});

const home = "d1700000-0000-4000-8000-000000000001";

export const facts: OrgFacts = {
  roles: [
    role(1, "employee", "Signs in, is found in the directory and makes calls", { defaultRoleId: "employee" }),
    role(2, "admin", "Administers people, security and integrations", { defaultRoleId: "admin" }),
    role(3, "Supervisor", "Sees queues and the work of agents", {
      defaultRoleId: "supervisor",
      held: { kind: "divisions", divisionIds: [home] },
    }),
    role(4, "Quality Evaluator", "Listens to recordings and evaluates them", { held: { kind: "nowhere" } }),
    role(5, "Reporting", "Reads statistics, nothing else"),
    role(6, "Outbound Admin", "Runs campaigns and contact lists", { held: { kind: "unknown" } }),
    scimRole,
  ],
  divisions: [
    { id: home, name: "Home", home: true },
    { id: "d1700000-0000-4000-8000-000000000002", name: "France", home: false },
    { id: "d1700000-0000-4000-8000-000000000003", name: "Germany", home: false },
    { id: "d1700000-0000-4000-8000-000000000004", name: "Sales", home: false },
    { id: "d1700000-0000-4000-8000-000000000005", name: "Support", home: false },
  ],
  scopes: [],
  clientNames: ["Nightly report", "CRM agents"],
  permissions: ["oauth:client:add", "oauth:client:edit", "oauth:client:view", "authorization:role:edit"],
  region: "mypurecloud.de",
  hipaa: false,
  refusesImplicit: false,
};

/** The facts with scope descriptions in a language. */
export function factsIn(language: Language, over: Partial<OrgFacts> = {}): OrgFacts {
  const pick = language === "french" ? "fr" : "en";
  return { ...facts, scopes: scopes.map((scope) => ({ id: scope.id, description: scope[pick] })), ...over };
}
