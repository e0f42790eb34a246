/** Who made a change: the person, or the program, and the OAuth client through which they were signed in. */
import { Trans } from "@lingui/react/macro";
import type { HistoryEntry } from "../../backend/bindings";
import { Code } from "../../components/Code";

/** Enough of an identifier to tell one from another. */
const SHORT = 8;

export function Who({ entry: { userName, oauthClientId } }: { entry: HistoryEntry }) {
  return (
    <>
      {userName === null ? <Trans>A program</Trans> : <span translate="no">{userName}</span>}
      {oauthClientId !== null && (
        <div className="table__sub">
          <Trans>
            through <Code>{oauthClientId.slice(0, SHORT)}…</Code>
          </Trans>
        </div>
      )}
    </>
  );
}
