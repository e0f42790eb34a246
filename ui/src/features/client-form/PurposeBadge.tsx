/** What a client is for, in a pill. */
import type { ClientDraft } from "../../backend/bindings";
import { Badge } from "../../components/Badge";
import { presetWords, purposeWords } from "../../words/purposes";

/** What the client is for, beside the title of every later step. */
export function PurposeBadge({ draft }: { draft: ClientDraft }) {
  const name =
    draft.preset === "plain"
      ? purposeWords({ kind: "plain", grantType: draft.grantType }).name
      : presetWords[draft.preset].name;
  return <Badge tone="info">{name}</Badge>;
}
