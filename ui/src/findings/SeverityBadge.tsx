/** How much a finding matters, as a word with an icon. */
import { useLingui } from "@lingui/react";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { Severity } from "../backend/bindings";
import { Badge, type BadgeProps } from "../components/Badge";
import { severityWords } from "./codes";

const looks = {
  error: { tone: "danger", icon: CircleAlert },
  warning: { tone: "warning", icon: TriangleAlert },
  hint: { tone: "info", icon: Info },
} satisfies Record<Severity, Pick<BadgeProps, "tone" | "icon">>;

export function SeverityBadge({ severity }: { severity: Severity }) {
  const { i18n } = useLingui();
  return <Badge {...looks[severity]}>{i18n._(severityWords[severity])}</Badge>;
}
