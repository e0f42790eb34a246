/** Words for what was changed or done, what happened to it, and what became of it. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleMinus,
  CircleX,
  Clock,
  KeyRound,
  type LucideIcon,
} from "lucide-react";
import type {
  Destination,
  Event,
  HistoryEntry,
  NoteKind,
  NoteOutcome,
  OperationKind,
  Stage,
} from "../backend/bindings";
import type { BadgeProps } from "../components/Badge";

export const kindWords: Record<OperationKind | NoteKind, MessageDescriptor> = {
  create: msg`Create a client`,
  regenerateSecret: msg`Make a new secret`,
  update: msg`Change a client`,
  deactivate: msg`Make inactive`,
  reactivate: msg`Make active again`,
  delete: msg`Delete a client`,
  restoreRoles: msg`Restore default roles`,
  grantRole: msg`Give oneself a role`,
  takeBackRole: msg`Take back a role`,
  test: msg`Test a client`,
  seal: msg`Seal a client into a file`,
  fetchToken: msg`Fetch a token`,
};

interface BadgeWords {
  tone: NonNullable<BadgeProps["tone"]>;
  icon: LucideIcon;
  /** A few words for the badge. */
  name: MessageDescriptor;
}

interface StageWords extends BadgeWords {
  /** What that means. */
  says: MessageDescriptor;
  /** Something is left to find out or to finish. */
  isInterrupted?: true;
}

export const stageWords: Record<Stage, StageWords> = {
  sent: {
    tone: "info",
    icon: Clock,
    name: msg`No answer yet`,
    says: msg`The request was sent, and its answer has not been written down yet.`,
    isInterrupted: true,
  },
  unknown: {
    tone: "warning",
    icon: CircleAlert,
    name: msg`Not known`,
    says: msg`The answer was lost: it may have been carried out or not.`,
    isInterrupted: true,
  },
  replacing: {
    tone: "warning",
    icon: CircleAlert,
    name: msg`Secret lost`,
    says: msg`The client is there, but nobody may have its secret: it may need a new one.`,
    isInterrupted: true,
  },
  halfway: {
    tone: "warning",
    icon: CircleAlert,
    name: msg`Half done`,
    says: msg`The client is inactive, but it has not been deleted yet.`,
    isInterrupted: true,
  },
  secured: {
    tone: "info",
    icon: KeyRound,
    name: msg`Secret waits`,
    says: msg`It was carried out. The secret waits until somebody says where it went.`,
  },
  done: { tone: "success", icon: CircleCheck, name: msg`Carried out`, says: msg`It was carried out.` },
  refused: {
    tone: "danger",
    icon: Ban,
    name: msg`Refused`,
    says: msg`Genesys Cloud refused it. Nothing was changed.`,
  },
  notProcessed: {
    tone: "neutral",
    icon: CircleMinus,
    name: msg`Not carried out`,
    says: msg`The request did not get through, or Genesys Cloud could not take it. Nothing was changed.`,
  },
  absent: {
    tone: "neutral",
    icon: CircleMinus,
    name: msg`Not carried out`,
    says: msg`The answer was lost. Latchkey looked for it afterwards: it was not carried out.`,
  },
  leftAlone: {
    tone: "neutral",
    icon: CircleMinus,
    name: msg`Left as it was`,
    says: msg`It was interrupted, and somebody decided to leave it as it was.`,
  },
  wiped: {
    tone: "warning",
    icon: CircleAlert,
    name: msg`Secret wiped`,
    says: msg`It was carried out. Nobody said in time where the secret went, so Latchkey wiped it.`,
  },
};

/** How something ended that changed nothing. */
const outcomeWords: Record<NoteOutcome, BadgeWords> = {
  worked: { tone: "success", icon: CircleCheck, name: msg`Worked` },
  failed: { tone: "danger", icon: CircleX, name: msg`Did not work` },
  noAnswer: { tone: "neutral", icon: CircleMinus, name: msg`No answer` },
};

export const badgeWords: Record<Stage | NoteOutcome, BadgeWords> = { ...stageWords, ...outcomeWords };

/** What that means, for each thing that was done. */
export const noteWords: Record<NoteKind, Record<NoteOutcome, MessageDescriptor>> = {
  test: {
    worked: msg`The client got a token, and the token is as it should be.`,
    failed: msg`The client got no token, or its token is not as it should be.`,
    noAnswer: msg`Genesys Cloud gave no answer, so the test says nothing about the client.`,
  },
  seal: {
    worked: msg`The client was saved with its secret in a sealed file.`,
    failed: msg`No sealed file was made.`,
    noAnswer: msg`Genesys Cloud gave no answer. No sealed file was made.`,
  },
  fetchToken: {
    worked: msg`A token was fetched to be handed over. The token itself is not in the history.`,
    failed: msg`The client got no token.`,
    noAnswer: msg`Genesys Cloud gave no answer. There is no token to hand over.`,
  },
};

/** What became of an entry, in a sentence. */
export function saysOf({ kind, stage }: HistoryEntry): MessageDescriptor {
  const isNote = (kind: HistoryEntry["kind"]): kind is NoteKind => kind in noteWords;
  return isNote(kind) ? noteWords[kind][stage as NoteOutcome] : stageWords[stage as Stage].says;
}

/** Something is left to find out or to finish. Never so of what changed nothing. */
export const isInterrupted = ({ noted, stage }: HistoryEntry): boolean =>
  noted === null && stageWords[stage as Stage].isInterrupted === true;

export const eventWords: Record<Event, MessageDescriptor> = {
  answerLost: msg`No answer came back that can be trusted.`,
  refused: msg`Genesys Cloud refused the request.`,
  notProcessed: msg`The request did not get through, or Genesys Cloud could not take it.`,
  confirmed: msg`Genesys Cloud confirmed it.`,
  deactivated: msg`The client is inactive from here on.`,
  secretOutstanding: msg`The client is there, but Latchkey could not keep its secret, or can no longer open it.`,
  secured: msg`The secret arrived and was sealed.`,
  placed: msg`Somebody said where the secret went.`,
  wiped: msg`Nobody said in time where the secret went: it was wiped.`,
  notThere: msg`It was looked for, and it was not carried out.`,
  lookAgain: msg`It was looked for once more.`,
  leftAlone: msg`Somebody decided to leave it as it was.`,
};

export const destinationWords: Record<Destination, MessageDescriptor> = {
  passwordManager: msg`A password manager`,
  program: msg`The program that uses it`,
  receiver: msg`The person who asked for it`,
  nobody: msg`Nowhere: nobody needs it`,
};
