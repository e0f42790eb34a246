/** What is left to do once the twin of an implicit client is there. */
import { Trans } from "@lingui/react/macro";
import { ArrowRight } from "lucide-react";
import { navigate } from "../../../app/navigation";
import { Button } from "../../../components/Button";
import { Notice } from "../../../components/Notice";

/** `old`: the implicit client. */
export function AfterTwin({ old }: { old: string }) {
  return (
    <Notice
      tone="info"
      title={<Trans>The old client is still in use</Trans>}
      actions={
        <Button icon={ArrowRight} onPress={() => navigate({ page: "client", id: old })}>
          <Trans>To the old client</Trans>
        </Button>
      }
    >
      <ol className="bullets">
        <li>
          <Trans>Change the program: the new client ID, and authorization code with PKCE.</Trans>
        </li>
        <li>
          <Trans>Try it out: people must be able to sign in with the new client.</Trans>
        </li>
        <li>
          <Trans>Then make the old client inactive, and delete it when nobody misses it.</Trans>
        </li>
      </ol>
    </Notice>
  );
}
