/** One's own public key: shown when asked, since its key is then made and kept in the keychain. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { FailurePanel } from "../../app/FailurePanel";
import { commands, copyText } from "../../backend/backend";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { CodeBlock } from "../../components/Code";

export function PublicKeyCard() {
  const { t } = useLingui();
  const reading = useMutation({ mutationFn: () => commands.readPublicKey() });
  const key = reading.data;
  return (
    <Card
      title={<Trans>Your public key</Trans>}
      text={
        <Trans>
          Send it to whoever makes clients for you: what they seal with it opens on this computer only, and no
          passphrase has to be told. It is no secret; the key that belongs to it stays in the keychain.
        </Trans>
      }
    >
      {key === undefined ? (
        <div className="row">
          <Button icon={KeyRound} onPress={() => reading.mutate()} isPending={reading.isPending}>
            <Trans>Show my public key</Trans>
          </Button>
        </div>
      ) : (
        <CodeBlock title={t`Public key`} code={key} onCopy={() => copyText(key)} />
      )}
      {reading.error && <FailurePanel failure={reading.error} onRetry={() => reading.mutate()} />}
    </Card>
  );
}
