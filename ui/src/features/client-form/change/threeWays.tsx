/** A field that somebody else changed: what it was, what they made of it, what the person wants. A total table. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClientDraft, Difference, OauthClient, OrgFacts, RoleDivision } from "../../../backend/bindings";
import { IdDelta, RoleDelta } from "../../../differences/Delta";
import { Ids, Nothing, RoleList, Seconds } from "../../../differences/field-values";
import { differenceRow } from "../../../differences/rows";
import { HeldGrantTypeName } from "../../../words/purposes";
import { StateBadge } from "../../../words/StateBadge";

export type ThreeWays = {
  field: ReactNode;
  was: ReactNode;
  theirs: ReactNode;
  yours: ReactNode;
  /** Both changed it, and not to the same: what becomes of that if one continues. */
  contest: Contest;
};

/** Mine is kept in place of theirs, or both are kept. */
export type Contest = "mine" | "both" | null;

/** The person's change, and what it began from. */
export type Mine = {
  base: OauthClient;
  draft: ClientDraft;
  /** The token duration that was typed, as Rust reads it. */
  seconds: number | null;
  facts: OrgFacts;
};

type Ways = Omit<ThreeWays, "field">;
type Table = {
  [Kind in Difference["kind"]]: (difference: Extract<Difference, { kind: Kind }>, mine: Mine) => Ways;
};

const untouched = <Trans>not changed by you</Trans>;
const fixed: Pick<Ways, "yours" | "contest"> = { yours: untouched, contest: null };

const table: Table = {
  name: ({ asked, held }, { draft }) => text(asked, held, draft.name.trim()),
  description: ({ asked, held }, { draft }) => text(asked, held, draft.description.trim()),
  duration: ({ asked, held }, { seconds }) => ({
    was: asked === null ? <Nothing /> : <Seconds seconds={asked} />,
    theirs: held === null ? <Nothing /> : <Seconds seconds={held} />,
    yours: seconds === null || seconds === asked ? untouched : <Seconds seconds={seconds} />,
    contest: seconds !== null && seconds !== asked && seconds !== held ? "mine" : null,
  }),
  grantType: ({ held }, { base }) => ({
    was: <HeldGrantTypeName held={base.grantType} />,
    theirs: <HeldGrantTypeName held={held} />,
    ...fixed,
  }),
  state: ({ held }, { base }) => ({
    was: <StateBadge state={base.state} />,
    theirs: <StateBadge state={held} />,
    ...fixed,
  }),
  redirectUris: ({ missing, added }, { base, draft }) => {
    const typed = draft.redirectUris.map((uri) => uri.trim()).filter((uri) => uri !== "");
    return ids(base.redirectUris, { missing, added }, typed);
  },
  scopes: ({ missing, added }, { base, draft }) => ids(base.scopes, { missing, added }, draft.scopes),
  roles: ({ missing, added }, { base, draft, facts }) => {
    const chosen = draft.roles.flatMap(({ roleId, divisionIds }) =>
      divisionIds.map((divisionId) => ({ roleId, divisionId })),
    );
    const { mine, isContested } = lists(base.roles, { missing, added }, chosen, roleKey);
    const theirs = new Set([...missing, ...added].map(({ roleId }) => roleId));
    const isSameRole = [...(mine?.added ?? []), ...(mine?.removed ?? [])].some(({ roleId }) =>
      theirs.has(roleId),
    );
    return {
      was: <RoleList roles={base.roles} facts={facts} />,
      theirs: <RoleDelta added={added} removed={missing} facts={facts} />,
      yours: mine ? <RoleDelta {...mine} facts={facts} /> : untouched,
      // Every role goes its own way, with its divisions.
      contest: isContested ? (isSameRole ? "mine" : "both") : null,
    };
  },
};

/** `difference`: `asked` is what it was, `held` what it is now. */
export function threeWays(difference: Difference, mine: Mine): ThreeWays {
  const ways = table[difference.kind] as (difference: Difference, mine: Mine) => Ways;
  return { field: differenceRow(difference, mine.facts).field, ...ways(difference, mine) };
}

function text(was: string, theirs: string, yours: string): Ways {
  const shown = (value: string) => value || <Nothing />;
  return {
    was: shown(was),
    theirs: shown(theirs),
    yours: yours === was ? untouched : shown(yours),
    contest: yours !== was && yours !== theirs ? "mine" : null,
  };
}

function ids(was: string[], theirs: Apart<string>, yours: string[]): Ways {
  const { mine, isContested } = lists(was, theirs, yours, (id) => id);
  return {
    was: <Ids ids={was} />,
    theirs: <IdDelta added={theirs.added} removed={theirs.missing} />,
    yours: mine ? <IdDelta {...mine} /> : untouched,
    contest: isContested ? "both" : null,
  };
}

/** `missing` was there before, `added` was not. */
type Apart<T> = { missing: T[]; added: T[] };

const roleKey = ({ roleId, divisionId }: RoleDivision) => `${roleId} ${divisionId}`;

/** What the person added and removed, if anything; the order of values is no difference. */
function lists<T>(was: T[], theirs: Apart<T>, yours: T[], keyOf: (value: T) => string) {
  const without = (list: T[], other: T[]) => {
    const keys = new Set(other.map(keyOf));
    return list.filter((value) => !keys.has(keyOf(value)));
  };
  const added = without(yours, was);
  const removed = without(was, yours);
  const isMine = added.length + removed.length > 0;
  const now = [...without(was, theirs.missing), ...theirs.added];
  const isSame = without(yours, now).length + without(now, yours).length === 0;
  return { mine: isMine ? { added, removed } : null, isContested: isMine && !isSame };
}
