/** Cells in which only what is out of the ordinary stands out: the state, findings, and the last use of a client. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CircleAlert, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import { memo } from "react";
import type { ClientState, FindingDigest, LastUse, Severity } from "../../../backend/bindings";
import { Badge, type BadgeProps } from "../../../components/Badge";
import { spellDate } from "../../../locales/format";
import { StateBadge } from "../../../words/StateBadge";

const looks: Record<Severity, { tone: NonNullable<BadgeProps["tone"]>; icon: LucideIcon }> = {
  error: { tone: "danger", icon: CircleAlert },
  warning: { tone: "warning", icon: TriangleAlert },
  hint: { tone: "info", icon: Info },
};

type FindingsProps = { findings: FindingDigest | null };

/** How many findings nobody lives with. */
export const FindingsCell = memo(({ findings }: FindingsProps) => {
  if (findings === null) {
    return (
      <span className="grid__text muted">
        <Trans>Not checked</Trans>
      </span>
    );
  }
  if (findings.worst === null) {
    return (
      <span className="grid__text muted">
        <Trans>No findings</Trans>
      </span>
    );
  }
  return (
    <Badge {...looks[findings.worst]}>
      <Plural value={findings.open} one="# finding" other="# findings" />
    </Badge>
  );
}, isSame);

function isSame({ findings: a }: FindingsProps, { findings: b }: FindingsProps): boolean {
  return a === b || (a !== null && b !== null && a.worst === b.worst && a.open === b.open);
}

/** A pill for every state but the usual one. */
export function StateCell({ state }: { state: ClientState }) {
  if (state !== "active") return <StateBadge state={state} />;
  return (
    <span className="grid__text">
      <Trans context="state of a client">Active</Trans>
    </span>
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
