/**
 * The cells of the list, in one language. Most are a text and nothing else, since a page of them is drawn at every key;
 * only what is out of the ordinary is more.
 */
import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { CircleAlert, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type {
  ClientColumn,
  ClientRow,
  FindingDigest,
  HeldGrantType,
  LastUse,
  Severity,
} from "../../../backend/bindings";
import { Badge, type BadgeProps } from "../../../components/Badge";
import { spellDate, spellDuration, spellNumber } from "../../../locales/format";
import { HeldGrantTypeName } from "../../../words/purposes";
import { StateBadge } from "../../../words/StateBadge";
import { grantWords, levelWords, presetWords, stateWords, useWords } from "./words";

const NONE = "–";

const looks: Record<Severity, { tone: NonNullable<BadgeProps["tone"]>; icon: LucideIcon }> = {
  error: { tone: "danger", icon: CircleAlert },
  warning: { tone: "warning", icon: TriangleAlert },
  hint: { tone: "info", icon: Info },
};

/** What stands in each column. The client that was just created is marked. */
export function cellsIn(
  i18n: I18n,
  fresh: string | undefined,
): Record<ClientColumn, (row: ClientRow) => ReactNode> {
  const number = (value: number) => spellNumber(value, i18n.locale);
  const day = (date: string | null) => (date ? spellDate(date, i18n.locale) : NONE);
  return {
    name: ({ id, name }) => (id === fresh ? <NewName name={name} /> : name),
    description: ({ description }) => description,
    clientId: ({ id }) => id,
    grantType: ({ grantType }) => grantTypeCell(i18n, grantType),
    state: ({ state }) => (state === "active" ? i18n._(stateWords.active) : <StateBadge state={state} />),
    looksLike: ({ looksLike }) => (looksLike === "plain" ? NONE : i18n._(presetWords[looksLike])),
    findings: ({ findings }) => findingsCell(i18n, findings),
    lastUse: ({ lastUse }) => lastUseCell(i18n, lastUse),
    duration: ({ seconds }) => (seconds === null ? NONE : spellDuration(seconds, i18n.locale)),
    redirectUris: (row) => number(row.redirectUris),
    scopes: (row) => number(row.scopes),
    roles: (row) => number(row.roles),
    created: (row) => day(row.createdAt),
    modified: (row) => day(row.modifiedAt),
  };
}

function NewName({ name }: { name: string }) {
  return (
    <>
      <Badge tone="success">
        <Trans>New</Trans>
      </Badge>{" "}
      {name}
    </>
  );
}

function grantTypeCell(i18n: I18n, held: HeldGrantType): ReactNode {
  return held.kind === "offered" ? i18n._(grantWords[held.grantType]) : <HeldGrantTypeName held={held} />;
}

/** How many findings nobody lives with. */
function findingsCell(i18n: I18n, findings: FindingDigest | null): ReactNode {
  if (!findings?.worst) {
    return <span className="muted">{i18n._(levelWords[findings ? "clear" : "notChecked"])}</span>;
  }
  const { open, worst } = findings;
  return (
    <Badge {...looks[worst]}>{i18n._(msg`${plural(open, { one: "# finding", other: "# findings" })}`)}</Badge>
  );
}

/** The last day on which a call was counted; never "unused", which nobody can know. */
function lastUseCell(i18n: I18n, last: LastUse | null): ReactNode {
  if (last?.lastDay) return spellDate(last.lastDay, i18n.locale);
  if (last === null) return <span className="muted">{i18n._(useWords.notKnown)}</span>;
  const { days, requests } = last;
  const none = msg`${plural(days, { one: "No call in # day", other: "No call in # days" })}`;
  return <span className="muted">{i18n._(requests > 0 ? useWords.used : none)}</span>;
}
