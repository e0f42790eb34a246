/** Asks before the window closes while a secret has not been put anywhere. */
import { Plural, Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { commands, events } from "../backend/backend";
import type { UnplacedSecret } from "../backend/bindings";
import { AlertDialog } from "../components/Dialog";
import { KeptShort } from "../one-time-secret/KeptNotice";

export function CloseGuard() {
  const [secrets, setSecrets] = useState<UnplacedSecret[]>([]);
  useEffect(() => {
    const listening = events.closeHeldBack.listen((event) => setSecrets(event.payload.secrets));
    // Without a window, as in a test of one screen, there is nothing to listen to.
    listening.catch(() => {});
    return () => void listening.then((stop) => stop()).catch(() => {});
  }, []);
  return (
    <AlertDialog
      isOpen={secrets.length > 0}
      onOpenChange={(isOpen) => !isOpen && setSecrets([])}
      title={
        <Plural
          value={secrets.length}
          one="A secret has not been put anywhere yet"
          other="# secrets have not been put anywhere yet"
        />
      }
      variant="danger"
      confirmLabel={<Trans>Close and lose them</Trans>}
      cancelLabel={<Trans>Stay</Trans>}
      onConfirm={() => void commands.closeWindow()}
    >
      <p>
        <Trans>
          Genesys Cloud shows a client secret only once. If Latchkey closes now, nobody can read the secrets
          of these clients again:
        </Trans>
      </p>
      <ul className="bullets">
        {secrets.map((secret) => (
          <li key={`${secret.orgId} ${secret.clientId}`}>
            <strong translate="no">{secret.clientName}</strong>: <KeptShort kept={secret.kept} />
          </li>
        ))}
      </ul>
    </AlertDialog>
  );
}
