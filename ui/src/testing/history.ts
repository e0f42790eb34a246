/** A history for tests and previews: every kind of change and note, and every end. Invented. */
import type {
  HistoryEntry,
  HistoryStep,
  NoteKind,
  NoteOutcome,
  OperationKind,
  Stage,
} from "../backend/bindings";
import type { Answers } from "./mockBackend";

const CORRELATION = "5f1f7a52-2c0d-4f0e-9a34-1c9c1c7b5f10";

const kinds: OperationKind[] = ["create", "regenerateSecret", "update", "deactivate", "reactivate", "delete"];
const stages: Stage[] = [
  "done",
  "secured",
  "unknown",
  "replacing",
  "halfway",
  "refused",
  "notProcessed",
  "absent",
  "leftAlone",
  "wiped",
  "sent",
];

function entry(number: number): HistoryEntry {
  const at = new Date(Date.UTC(2026, 10, 22, 9, 30) - number * 3_600_000).toISOString();
  const stage = stages[number % stages.length] as Stage;
  return {
    id: `0e000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    kind: kinds[number % kinds.length] as OperationKind,
    stage,
    beganAt: at,
    changedAt: at,
    orgId: "0a600000-0000-4000-8000-000000000001",
    orgName: "Harbour Practice",
    clientId: stage === "unknown" ? null : `c11e0000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    clientName: `Client ${number}`,
    userName: number % 3 === 2 ? null : "Alex Martin",
    oauthClientId: number % 2 === 0 ? "5b2f0c11-7a4d-4f7e-8d55-3f6f0f1b9a01" : null,
    correlationId: CORRELATION,
    destination: stage === "done" ? "passwordManager" : null,
    remembers: false,
    noted: null,
  };
}

const noteKinds: NoteKind[] = ["test", "seal", "fetchToken"];
const outcomes: NoteOutcome[] = ["worked", "failed", "noAnswer"];

/** Every kind of note with every end, newest first. */
export const notes: HistoryEntry[] = noteKinds.flatMap((kind, number) =>
  outcomes.map((stage, other) => ({
    ...entry(1000 + 10 * number + other),
    kind,
    stage,
    clientId: "c11e0000-0000-4000-8000-000000000007",
    clientName: `${kind} ${stage}`,
    destination: null,
    noted: stage === "failed" ? { status: 401, code: "invalid_client" } : { status: null, code: null },
  })),
);

/** 120 entries, newest first. */
export const entries: HistoryEntry[] = Array.from({ length: 120 }, (_, number) => entry(number));

/** Something that was refused after an answer was lost. */
export const steps: HistoryStep[] = [
  { event: "answerLost", at: "2026-11-22T09:30:05Z", status: null, code: null, correlationId: null },
  {
    event: "refused",
    at: "2026-11-22T09:31:00Z",
    status: 400,
    code: "bad.client.state",
    correlationId: CORRELATION,
  },
];

/** The history as Rust gives it: part by part, by a search in names and IDs. */
export function historyAnswers(all: HistoryEntry[] = entries): Answers {
  return {
    list_history: ({ search, part, offset, limit }) => {
      const sought = String(search).toLowerCase();
      const of = { all, changes: all.filter((one) => !one.noted), notes: all.filter((one) => one.noted) };
      const found = of[part as keyof typeof of].filter((one) =>
        [one.clientName, one.clientId, one.orgName, one.userName, one.correlationId].some((word) =>
          word?.toLowerCase().includes(sought),
        ),
      );
      const from = Number(offset);
      return { total: found.length, entries: found.slice(from, from + Number(limit)) };
    },
    list_history_steps: () => steps,
    list_client_changes: () => [],
    list_deleted: () => [],
    export_history: ({ format }) => ({
      path: `/data/exports/latchkey-history-2026-11-22.${String(format)}`,
      entries: all.length,
    }),
    save_support_bundle: () => ({
      path: "/data/exports/latchkey-support-2026-11-22.json",
      entries: Math.min(all.length, 100),
    }),
  };
}
