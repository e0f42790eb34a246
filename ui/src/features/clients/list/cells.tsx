/** Cells that say what is known of a client beside what it is: findings, and its last use. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { FindingDigest, LastUse, Severity } from "../../../backend/bindings";
import { Badge, type BadgeProps } from "../../../components/Badge";
import { spellDate } from "../../../locales/format";

const looks: Record<Severity, { tone: NonNullable<BadgeProps["tone"]>; icon: LucideIcon }> = {
  error: { tone: "danger", icon: CircleAlert },
  warning: { tone: "warning", icon: TriangleAlert },
  hint: { tone: "info", icon: Info },
};

/** How many findings nobody lives with. */
export function FindingsCell({ findings }: { findings: FindingDigest | null }) {
  if (findings === null) {
    return (
      <span className="grid__text muted">
        <Trans>Not checked</Trans>
      </span>
    );
  }
  if (findings.worst === null) {
    return (
      <Badge tone="success" icon={CircleCheck}>
        <Trans>No findings</Trans>
      </Badge>
    );
  }
  return (
    <Badge {...looks[findings.worst]}>
      <Plural value={findings.open} one="# finding" other="# findings" />
    </Badge>
  );
}

/** The last day on which a call was counted; never "unused", which nobody can know. */
export function LastUseCell({ last }: { last: LastUse | null }) {
  const { i18n } = useLingui();
  const day = last?.lastDay;
  return (
    <span className={day ? "grid__text" : "grid__text muted"}>
      {last === null ? (
        <Trans>Not known</Trans>
      ) : day ? (
        spellDate(day, i18n.locale)
      ) : last.requests > 0 ? (
        <Trans>In use</Trans>
      ) : (
        <Plural value={last.days} one="No call in # day" other="No call in # days" />
      )}
    </span>
  );
}
