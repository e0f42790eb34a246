/** Calls of clients, and applications of other organizations, for tests and previews of the screens. Invented. */
import type {
  Authorization,
  BlastRadius,
  SurveyProgress,
  UsageCounts,
  UsageEndpoint,
  UsageReading,
} from "../backend/bindings";
import type { Answers } from "./mockBackend";

const none: UsageCounts = { ok: 0, redirected: 0, refused: 0, limited: 0, failed: 0, requests: 0 };

const counts = (ok: number, more: Partial<UsageCounts> = {}): UsageCounts => {
  const all = { ...none, ok, ...more };
  return { ...all, requests: all.ok + all.redirected + all.refused + all.limited + all.failed };
};

/** November 2026, day by day. */
const days = Array.from({ length: 30 }, (_, number) => ({
  date: `2026-11-${String(number + 1).padStart(2, "0")}`,
  counts: number === 29 ? none : counts(1_000 + 40 * number, { refused: 20, limited: 5, failed: number % 3 }),
}));

const endpoint = (method: string, template: string, calls: number): UsageEndpoint => ({
  method,
  template,
  counts: counts(calls, { refused: 7 }),
  lastDay: "2026-11-29",
});

const sum = (of: keyof UsageCounts) => days.reduce((all, day) => all + day.counts[of], 0);

export const busy: UsageReading = {
  report: {
    from: "2026-11-01",
    to: "2026-11-30",
    days,
    endpoints: [
      endpoint("GET", "/api/v2/users/{userId}", 20_000),
      endpoint("POST", "/api/v2/analytics/conversations/details/query", 12_000),
      ...Array.from({ length: 9 }, (_, number) => endpoint("GET", `/api/v2/routing/queues/${number}`, 100)),
    ],
    total: {
      ok: sum("ok"),
      redirected: 0,
      refused: sum("refused"),
      limited: sum("limited"),
      failed: sum("failed"),
      requests: sum("requests"),
    },
    undated: 0,
    lastDay: "2026-11-29",
    otherOrgIds: [],
  },
  lastUse: { checkedAt: "2026-11-30T10:00:00Z", days: 30, requests: sum("requests"), lastDay: "2026-11-29" },
};

export const quiet: UsageReading = {
  report: {
    ...busy.report,
    days: days.map(({ date }) => ({ date, counts: none })),
    endpoints: [],
    total: none,
    lastDay: null,
  },
  lastUse: { checkedAt: "2026-11-30T10:00:00Z", days: 30, requests: 0, lastDay: null },
};

export const radius: BlastRadius = {
  lastUse: null,
  credentials: { kind: "listed", namedAfter: [], others: 2 },
  dependents: { kind: "listed", dependents: [], more: false },
  roleHolders: { kind: "listed", roles: [] },
  signedInThrough: false,
  deletion: "restorableForAWhile",
};

export const noSurvey: SurveyProgress = {
  running: false,
  stopped: false,
  atOnce: false,
  total: 0,
  done: 0,
  failed: 0,
  used: 0,
  quiet: 0,
  days: 0,
  failure: null,
};

const application = (number: number, part: Partial<Authorization>): Authorization => ({
  clientId: `f0e10000-0000-4000-8000-00000000000${number}`,
  name: "Application",
  description: "",
  state: "authorized",
  pending: false,
  scopes: ["user-basic-info"],
  roles: [],
  createdAt: "2026-05-01T10:00:00Z",
  modifiedAt: "2026-06-01T10:00:00Z",
  ...part,
});

export const applications: Authorization[] = [
  application(1, {
    name: "Lantern Surveys",
    description: "Asks customers",
    state: "requested",
    pending: true,
  }),
  application(2, { name: "Tidewater Dashboards", scopes: ["analytics:readonly", "user-basic-info"] }),
  application(3, { name: "Northwind Workforce", state: "revoked", roles: ["scim"] }),
  application(4, { name: "Gull Transcripts", state: "unauthorized" }),
  application(5, { name: "", state: "other", createdAt: null, modifiedAt: null }),
];

/** What a backend answers that has nothing special to say about calls. */
export const usageAnswers = (): Answers => ({
  read_usage: () => busy,
  stop_reading_usage: () => null,
  read_last_use: () => null,
  read_survey: () => noSurvey,
  survey_usage: () => noSurvey,
  stop_survey: () => null,
  read_blast_radius: () => radius,
  read_client_room: () => ({ clients: 9, limit: null, nearlyFull: false }),
  list_authorizations: () => ({ others: applications, own: 1 }),
});
