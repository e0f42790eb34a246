/** Situations that can be practised, each as a change of the practice organization's settings. */
import type { FaultKind, PracticeSettings as Held } from "../../backend/bindings";

/** Rust always says every setting; only when it reads them may some be left out. */
export type PracticeSettings = Required<Held>;

/** Everything that has to do with clients. */
const CLIENTS = "/api/v2/oauth/clients";
/** The opening scene has as many clients. */
const FULL_AT = 11;
/** Reads and lists that leave a new client out. */
const READS = 2;
/** One of the scopes that the Embeddable Framework preset asks for. */
const SCOPE = "quality:readonly";

/** A situation that is on or off. */
export interface Situation {
  isOn: (settings: PracticeSettings) => boolean;
  set: (settings: PracticeSettings, isOn: boolean) => PracticeSettings;
}

/** Situations that are on or off, by the name that their words have. */
export const situations = {
  refuseImplicit: {
    isOn: (settings) => settings.refuseImplicit,
    set: (settings, isOn) => ({ ...settings, refuseImplicit: isOn }),
  },
  full: {
    isOn: (settings) => settings.clientLimit !== null,
    set: (settings, isOn) => ({ ...settings, clientLimit: isOn ? FULL_AT : null }),
  },
  unknownScope: {
    isOn: (settings) => settings.unknownScopes.length > 0,
    set: (settings, isOn) => ({ ...settings, unknownScopes: isOn ? [SCOPE] : [] }),
  },
  slow: {
    isOn: (settings) => settings.readsBeforeVisible > 0,
    set: (settings, isOn) => ({ ...settings, readsBeforeVisible: isOn ? READS : 0 }),
  },
  refuseAddress: {
    isOn: (settings) => settings.refuseAddress,
    set: (settings, isOn) => ({ ...settings, refuseAddress: isOn }),
  },
  hipaa: {
    isOn: (settings) => settings.hipaa,
    set: (settings, isOn) => ({ ...settings, hipaa: isOn }),
  },
  oneByOne: {
    isOn: (settings) => settings.noUsageOfEverybody,
    set: (settings, isOn) => ({ ...settings, noUsageOfEverybody: isOn }),
  },
} satisfies Record<string, Situation>;

/** Numbers of clients that can be added, as a choice has them. */
export const CROWDS = ["0", "500", "5000", "10000"] as const;

/** Permissions that can be taken away. */
export const PERMISSIONS = ["oauth:client:add", "oauth:client:view", "authorization:role:edit"] as const;

/** What can go wrong on the way, in the order in which it is offered. */
export const TROUBLES = [
  "none",
  "rateLimited",
  "serverGone",
  "cutAfterStore",
  "unreadable",
  "serverError",
] as const;

/** One of them. */
export type Trouble = (typeof TROUBLES)[number];

/** Each trouble as Rust calls it. Those that happen once concern the next create; the others last. */
const faults: Record<Exclude<Trouble, "none">, { kind: FaultKind; once: boolean }> = {
  rateLimited: { kind: { rateLimited: { retryAfterSeconds: 15 } }, once: true },
  serverGone: { kind: "serverGone", once: false },
  cutAfterStore: { kind: "cutAfterStore", once: true },
  unreadable: { kind: "unreadable", once: false },
  serverError: { kind: "serverError", once: false },
};

/** The trouble that is on; null for one that is not offered here. */
export function troubleOf(settings: PracticeSettings): Trouble | null {
  if (!settings.fault) return "none";
  const { kind } = settings.fault;
  const name = typeof kind === "string" ? kind : Object.keys(kind)[0];
  return TROUBLES.find((trouble) => trouble === name) ?? null;
}

/** The settings with another trouble. */
export function withTrouble(settings: PracticeSettings, trouble: Trouble): PracticeSettings {
  if (trouble === "none") return { ...settings, fault: null };
  const { kind, once } = faults[trouble];
  return {
    ...settings,
    fault: { kind, method: once ? "POST" : null, path: CLIENTS, times: once ? 1 : null },
  };
}
