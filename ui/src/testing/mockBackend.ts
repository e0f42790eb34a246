/** A backend that answers from memory, for tests and previews of the screens. The only place that pretends to be Rust. */
import { emit } from "@tauri-apps/api/event";
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import type { Failure, PracticeSettings, Settings } from "../backend/bindings";
import { listAnswers } from "./clientList";
import { healthAnswers } from "./health";
import { historyAnswers } from "./history";
import { networkAnswers } from "./network";
import { clients, detail, practiceOrg } from "./org";
import { signInAnswers } from "./signIn";
import { usageAnswers } from "./usage";

type Answer = (args: Record<string, unknown>) => unknown;

/** Commands by the name that Rust knows them by; what is thrown arrives as a failure. */
export type Answers = Record<string, Answer>;

const calm: PracticeSettings = {
  refuseImplicit: false,
  scimRole: "held",
  withheldPermissions: [],
  unknownScopes: [],
  clientLimit: null,
  readsBeforeVisible: 0,
  requestsPerMinute: 300,
  retryAfter: "seconds",
  hipaa: false,
  crowd: 0,
  noUsageOfEverybody: false,
  fault: null,
};

/** Throws what Rust would have sent. */
export function fails(failure: Failure): Answer {
  return () => {
    throw failure;
  };
}

/** Installs the backend; `answers` go before its own. Returns what was asked, in order. */
export function mockBackend(answers: Answers = {}, settings: Settings = {}): { asked: [string, unknown][] } {
  let saved: Settings = { language: "english", theme: "system", clipboardSeconds: 60, ...settings };
  let practice = calm;
  const asked: [string, unknown][] = [];
  const own: Answers = {
    read_settings: () => saved,
    save_settings: (args) => {
      saved = args.settings as Settings;
      return saved;
    },
    open_practice: () => practiceOrg,
    open_last: () => null,
    reset_practice: () => {
      practice = calm;
      return practiceOrg;
    },
    read_practice_settings: () => practice,
    change_practice_settings: (args) => {
      practice = args.settings as PracticeSettings;
      return null;
    },
    ...signInAnswers([]),
    ...networkAnswers(),
    ...historyAnswers(),
    ...listAnswers(clients),
    ...healthAnswers(),
    ...usageAnswers(),
    read_client: (args) => detail(String(args.id)) ?? fails({ kind: "notFound", details })(args),
    list_unplaced_secrets: () => [],
    list_interrupted: () => [],
    read_journal_state: () => ({ closed: null, lost: null }),
    copy_text: () => ({ clearedInSeconds: null }),
    close_window: () => null,
  };
  mockIPC(
    (command, args) => {
      const answer = answers[command] ?? own[command];
      const values = (args ?? {}) as Record<string, unknown>;
      asked.push([command, values]);
      if (!answer) throw new Error(`nobody answers ${command}`);
      return answer(values);
    },
    { shouldMockEvents: true },
  );
  return { asked };
}

/** What support asks for, as an example. */
export const details = {
  request: "GET /api/v2/oauth/clients",
  status: 404,
  code: "not.found",
  message: "The requested resource was not found",
  correlationId: "5f1f7a52-2c0d-4f0e-9a34-1c9c1c7b5f10",
};

/** Sends an event as Rust would. */
export function sendEvent(name: string, payload: unknown): Promise<void> {
  return emit(name, payload);
}

/** Takes the backend away. */
export { clearMocks as clearBackend };
