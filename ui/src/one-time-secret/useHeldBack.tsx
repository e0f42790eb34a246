/** Holds back leaving while a secret is unplaced, and says why; one that is still there later may wait. */
import { Trans } from "@lingui/react/macro";
import { useCallback, useEffect, useRef, useState } from "react";
import { guardLeaving, navigate } from "../app/navigation";
import type { Route } from "../app/routes";
import type { SecretKept } from "../backend/bindings";
import { AlertDialog } from "../components/Dialog";
import { focusDestination } from "./DestinationCard";
import { useUntil } from "./KeptNotice";

export function useHeldBack(kept: SecretKept) {
  const [to, setTo] = useState<Route | null>(null);
  const until = useUntil(kept);
  const takeAway = useRef<() => void>(() => {});
  useEffect(() => {
    takeAway.current = guardLeaving((to) => {
      setTo(to);
      return true;
    });
    return () => takeAway.current();
  }, []);
  const release = useCallback(() => takeAway.current(), []);
  const answer = () => {
    setTo(null);
    if (kept.kind === "sealed") {
      release();
      if (to) navigate(to);
      return;
    }
    // The dialog gives the focus back when it closes; only then can it go to the question.
    setTimeout(focusDestination, 50);
  };
  const dialog = (
    <AlertDialog
      isOpen={to !== null}
      onOpenChange={() => setTo(null)}
      title={<Trans>Where did the secret go?</Trans>}
      cancelLabel={<Trans>Stay here</Trans>}
      confirmLabel={kept.kind === "sealed" ? <Trans>Later</Trans> : <Trans>Go to the question</Trans>}
      onConfirm={answer}
    >
      <p>
        {kept.kind === "sealed" ? (
          <Trans>
            Nobody has said yet where the client secret went. Latchkey keeps it until {until}, and every
            screen shows the way back to it. After that day it is wiped.
          </Trans>
        ) : (
          <Trans>
            Genesys Cloud shows the client secret only once. Before you leave, put it where it belongs and say
            where that is.
          </Trans>
        )}
      </p>
    </AlertDialog>
  );
  return { release, dialog };
}
