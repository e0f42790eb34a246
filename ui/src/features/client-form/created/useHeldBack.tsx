/** Holds back leaving while a secret is unplaced, and says why. */
import { Trans } from "@lingui/react/macro";
import { useCallback, useEffect, useRef, useState } from "react";
import { guardLeaving } from "../../../app/navigation";
import { AlertDialog } from "../../../components/Dialog";
import { focusDestination } from "./DestinationCard";

export function useHeldBack(isHeld: boolean) {
  const [isAsking, setAsking] = useState(false);
  const takeAway = useRef<() => void>(() => {});
  useEffect(() => {
    if (!isHeld) return;
    takeAway.current = guardLeaving(() => {
      setAsking(true);
      return true;
    });
    return () => takeAway.current();
  }, [isHeld]);
  const release = useCallback(() => takeAway.current(), []);
  const answer = () => {
    setAsking(false);
    // The dialog gives the focus back when it closes; only then can it go to the question.
    setTimeout(focusDestination, 50);
  };
  const dialog = (
    <AlertDialog
      isOpen={isAsking}
      onOpenChange={setAsking}
      title={<Trans>Where did the secret go?</Trans>}
      cancelLabel={<Trans>Stay here</Trans>}
      confirmLabel={<Trans>Go to the question</Trans>}
      onConfirm={answer}
    >
      <p>
        <Trans>
          Genesys Cloud shows the client secret only once. Before you leave, put it where it belongs and say
          where that is.
        </Trans>
      </p>
    </AlertDialog>
  );
  return { release, dialog };
}
