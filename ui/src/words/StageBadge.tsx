/** What became of a change, as a word or two. */
import { useLingui } from "@lingui/react";
import type { Stage } from "../backend/bindings";
import { Badge } from "../components/Badge";
import { stageWords } from "./operations";

export function StageBadge({ stage }: { stage: Stage }) {
  const { i18n } = useLingui();
  const { tone, icon, name } = stageWords[stage];
  return (
    <Badge tone={tone} icon={icon}>
      {i18n._(name)}
    </Badge>
  );
}
