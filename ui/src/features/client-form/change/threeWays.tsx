/** A field that somebody else changed: what it was, what they made of it, what the person wants. A total table. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClientDraft, Difference, OauthClient, OrgFacts, RoleDivision } from "../../../backend/bindings";
import { HeldGrantTypeName } from "../../../words/purposes";
import { StateBadge } from "../../../words/StateBadge";
import { differenceRow } from "../created/Differences";
import { Ids, Nothing, RoleList, Seconds } from "../words/field-values";
import { IdDelta, RoleDelta } from "./Delta";

export type ThreeWays = {
  field: ReactNode;
  was: ReactNode;
  theirs: ReactNode;
  yours: ReactNode;
  /** Both changed it, and not to the same. */
  isContested: boolean;
};

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
const fixed: Pick<Ways, "yours" | "isContested"> = { yours: untouched, isContested: false };

const table: Table = {
  name: ({ asked, held }, { draft }) => text(asked, held, draft.name.trim()),
  description: ({ asked, held }, { draft }) => text(asked, held, draft.description.trim()),
  duration: ({ asked, held }, { seconds }) => ({
    was: <Seconds seconds={asked} />,
    theirs: held === null ? <Nothing /> : <Seconds seconds={held} />,
    yours: seconds === null || seconds === asked ? untouched : <Seconds seconds={seconds} />,
    isContested: seconds !== null && seconds !== asked && seconds !== held,
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
    return {
      was: <RoleList roles={base.roles} facts={facts} />,
      theirs: <RoleDelta added={added} removed={missing} facts={facts} />,
      yours: mine ? <RoleDelta {...mine} facts={facts} /> : untouched,
      isContested,
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
    isContested: yours !== was && yours !== theirs,
  };
}

function ids(was: string[], theirs: Apart<string>, yours: string[]): Ways {
  const { mine, isContested } = lists(was, theirs, yours, (id) => id);
  return {
    was: <Ids ids={was} />,
    theirs: <IdDelta added={theirs.added} removed={theirs.missing} />,
    yours: mine ? <IdDelta {...mine} /> : untouched,
    isContested,
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
