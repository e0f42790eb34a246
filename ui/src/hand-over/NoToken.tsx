/** Why a client got no token. */
import { Trans } from "@lingui/react/macro";
import { FailurePanel } from "../app/FailurePanel";
import { toFailure } from "../backend/backend";
import { Notice } from "../components/Notice";

export function NoToken({ reason }: { reason: unknown }) {
  if (toFailure(reason).kind !== "wrongCredentials") return <FailurePanel failure={reason} />;
  return (
    <Notice tone="danger" role="alert" title={<Trans>The client gets no token with this secret</Trans>}>
      <p>
        <Trans>
          The secret may have been replaced by a newer one, or copied only in part. A client that is inactive
          gets no token either. One that was made just now can need some seconds: try again.
        </Trans>
      </p>
    </Notice>
  );
}
