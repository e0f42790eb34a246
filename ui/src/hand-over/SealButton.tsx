/** Seals the client with its waiting secret into a file that only the receiver can open. */
import { Trans } from "@lingui/react/macro";
import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { SealForm } from "./SealForm";

export function SealButton({ org, id }: { org: string; id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={LockKeyhole} onPress={() => setOpen(true)}>
        <Trans>Sealed file…</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={<Trans>Seal into a file for the receiver</Trans>}
        size="wide"
      >
        <SealForm org={org} id={id} />
      </Dialog>
    </>
  );
}
