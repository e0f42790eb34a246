/**
 * What every screen with a one-time secret ends with: where the secret went, Done, and Later where it is still there
 * later. It knows no feature; a secret that has been placed is let go of by Rust.
 */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FailurePanel } from "../app/FailurePanel";
import { navigate } from "../app/navigation";
import { commands, toFailure } from "../backend/backend";
import type { Destination, SecretKept } from "../backend/bindings";
import { Button } from "../components/Button";
import { useAnnounce } from "../components/LiveRegion";
import { DestinationCard, focusDestination } from "./DestinationCard";
import { useHeldBack } from "./useHeldBack";

interface PlacingProps {
  org: string;
  client: string;
  kept: SecretKept;
  /** What "nowhere" means for this client; absent where somebody needs the secret. */
  nowhere?: ReactNode;
  onDone: () => void;
}

export function Placing({ org, client, kept, nowhere, onDone }: PlacingProps) {
  const { t } = useLingui();
  const announce = useAnnounce();
  const [destination, setDestination] = useState<Destination | null>(null);
  const [isMissing, setMissing] = useState(false);
  const guard = useHeldBack(kept);
  const leave = () => {
    guard.release();
    onDone();
  };
  const placing = useMutation({
    mutationFn: (destination: Destination) => commands.placeSecret(org, client, destination),
    onSuccess: leave,
    onError: (error) => {
      // Already let go of: there is nothing left to hold the person back for.
      if (toFailure(error).kind === "secretGone") leave();
    },
  });
  const finish = () => {
    if (destination) return placing.mutate(destination);
    setMissing(true);
    announce(t`First say where the secret went.`);
    focusDestination();
  };
  const later = () => {
    guard.release();
    navigate({ page: "clients" });
  };
  return (
    <>
      <DestinationCard
        nowhere={nowhere}
        value={destination}
        onChange={(next) => {
          setDestination(next);
          setMissing(false);
        }}
        isMissing={isMissing}
      />
      {placing.error && <FailurePanel failure={placing.error} onRetry={finish} />}
      <footer className="placing-foot">
        {kept.kind === "sealed" && (
          <Button onPress={later}>
            <Trans>Later</Trans>
          </Button>
        )}
        <Button variant="primary" icon={Check} onPress={finish} isPending={placing.isPending}>
          <Trans context="button: leaves a page that is finished">Done</Trans>
        </Button>
      </footer>
      {guard.dialog}
    </>
  );
}
