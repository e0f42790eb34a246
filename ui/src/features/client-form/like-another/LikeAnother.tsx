/** Above the form that was filled in from another client: what it is, and what could not be taken over. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Beginning } from "../../../app/routes";
import type { ClientDraft, CopyGap } from "../../../backend/bindings";
import { Notice } from "../../../components/Notice";
import type { Change } from "../state/useDraft";
import { gapWords } from "./gaps";

interface LikeAnotherProps {
  beginning: Beginning;
  gaps: CopyGap[];
  draft: ClientDraft;
  onChange: (change: Change) => void;
}

export function LikeAnother({ beginning, gaps, draft, onChange }: LikeAnotherProps) {
  return (
    <>
      <Notice tone="info" title={<Title {...beginning} />}>
        <Says {...beginning} />
      </Notice>
      {gaps.length > 0 && (
        <Notice
          tone="warning"
          title={
            <Plural
              value={gaps.length}
              one="Look at this: it could not simply be taken over"
              other="Look at these # points: they could not simply be taken over"
            />
          }
        >
          <ul className="bullets">
            {gaps.map((gap) => (
              <li key={JSON.stringify(gap)}>{gapWords(gap, draft, onChange)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Title({ twin, deleted }: Beginning): ReactNode {
  if (deleted) return <Trans>Filled in with what the deleted client was</Trans>;
  if (twin) return <Trans>A PKCE twin of a client with implicit grant</Trans>;
  return <Trans>Filled in with what the other client is</Trans>;
}

function Says({ twin, deleted }: Beginning): ReactNode {
  if (deleted) {
    return (
      <Trans>
        It will be another client: its client ID and its secret are new. Every program that used the old one
        has to be changed.
      </Trans>
    );
  }
  if (twin) {
    return (
      <Trans>
        It has the same redirect addresses and scopes, and signs people in by authorization code with PKCE.
        The old client is left alone.
      </Trans>
    );
  }
  return <Trans>The copy gets a client ID and a secret of its own. The other client is left alone.</Trans>;
}
