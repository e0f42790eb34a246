/**
 * The draft and what Rust says of it. Every change is checked after a short pause; a late answer to an older
 * draft is dropped. Nothing here decides whether a draft is right.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { commands } from "../../../backend/backend";
import type { ClientDraft, DraftCheck, Fix } from "../../../backend/bindings";

/** Long enough to let a word be typed, short enough to feel immediate. */
const PAUSE_MS = 120;

export type Change = (draft: ClientDraft) => ClientDraft;

export type DraftState = {
  draft: ClientDraft | null;
  /** What was said last; while typing it may be about the draft of a moment ago. */
  check: DraftCheck | null;
  /** Why the last check could not be made. */
  checkFailure: unknown;
  /** Takes another draft altogether. */
  replace: (draft: ClientDraft | null) => void;
  /** Changes the draft as it is now. */
  change: (change: Change) => void;
  /** Changes the draft through a rule of Rust; what is typed meanwhile is not lost. */
  changeThrough: (ask: (draft: ClientDraft) => Promise<ClientDraft>) => Promise<void>;
  mend: (fix: Fix) => Promise<void>;
  /** Checks without a pause, for example because the facts have changed; null when it could not be made. */
  checkNow: () => Promise<DraftCheck | null>;
};

export function useDraft(org: string, initial: ClientDraft | null = null): DraftState {
  const [draft, setDraft] = useState<ClientDraft | null>(initial);
  const [check, setCheck] = useState<DraftCheck | null>(null);
  const [checkFailure, setCheckFailure] = useState<unknown>(null);
  const current = useRef<ClientDraft | null>(initial);
  const asked = useRef(0);

  const replace = useCallback((next: ClientDraft | null) => {
    current.current = next;
    setDraft(next);
  }, []);

  const change = useCallback(
    (change: Change) => {
      if (current.current) replace(change(current.current));
    },
    [replace],
  );

  const checkNow = useCallback(async () => {
    const subject = current.current;
    if (!subject) return null;
    asked.current += 1;
    const turn = asked.current;
    try {
      const answer = await commands.checkDraft(org, subject);
      if (turn !== asked.current) return answer;
      setCheck(answer);
      setCheckFailure(null);
      return answer;
    } catch (reason) {
      if (turn === asked.current) setCheckFailure(reason);
      return null;
    }
  }, [org]);

  useEffect(() => {
    if (!draft) {
      setCheck(null);
      return;
    }
    const timer = setTimeout(() => void checkNow(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, checkNow]);

  const changeThrough = useCallback(
    async (ask: (draft: ClientDraft) => Promise<ClientDraft>) => {
      for (;;) {
        const before = current.current;
        if (!before) return;
        const after = await ask(before);
        if (current.current === before) {
          replace(after);
          return;
        }
      }
    },
    [replace],
  );

  const mend = useCallback(
    (fix: Fix) => changeThrough((draft) => commands.mendDraft(draft, fix)),
    [changeThrough],
  );

  return { draft, check, checkFailure, replace, change, changeThrough, mend, checkNow };
}
