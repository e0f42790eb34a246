/** What became of a change, or of something that changed nothing, as a word or two. */
import { useLingui } from "@lingui/react";
import type { HistoryEntry } from "../backend/bindings";
import { Badge } from "../components/Badge";
import { badgeWords } from "./operations";

export function StageBadge({ stage }: Pick<HistoryEntry, "stage">) {
  const { i18n } = useLingui();
  const { tone, icon, name } = badgeWords[stage];
  return (
    <Badge tone={tone} icon={icon}>
      {i18n._(name)}
    </Badge>
  );
}
