/** Back and forward below a step. */
import { Trans } from "@lingui/react/macro";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../../components/Button";

export function Foot({
  onBack,
  isBusy = false,
  children,
}: {
  onBack?: () => void;
  isBusy?: boolean;
  children: ReactNode;
}) {
  return (
    <footer className="add-foot">
      {onBack ? (
        <Button icon={ArrowLeft} onPress={onBack} isDisabled={isBusy}>
          <Trans>Back</Trans>
        </Button>
      ) : (
        <span />
      )}
      {children}
    </footer>
  );
}
