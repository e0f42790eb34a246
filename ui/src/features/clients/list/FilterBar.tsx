/** Search, filters with how many clients each would show, and what is set. */
import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import type { Facets } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Chip } from "../../../components/Chip";
import { FilterMenu } from "../../../components/FilterMenu";
import { SearchField } from "../../../components/SearchField";
import { spellNumber } from "../../../locales/format";
import { FILTERS, type FilterName, isNarrow, type Query, widened } from "./query";
import { filterWords, valueWords } from "./words";

export interface FiltersProps {
  query: Query;
  /** What is to be different. */
  onChange: (part: Partial<Query>) => void;
  /** Absent until the first rows are there. */
  facets: Facets | undefined;
}

/** What is not known of any client yet is no filter. */
const UNKNOWN: Partial<Record<FilterName, string>> = {
  levels: "notChecked",
  codes: "none",
  uses: "notKnown",
};

/** What is typed is looked for as it is typed. */
export function Search({ text, onChange }: { text: string; onChange: FiltersProps["onChange"] }) {
  const { t } = useLingui();
  return (
    <SearchField
      label={t`Search by name, ID, address or scope`}
      value={text}
      onChange={(search) => onChange({ search })}
    />
  );
}

/** The filters. */
export const Filters = memo((props: FiltersProps) =>
  FILTERS.map((name) => <Filter key={name} name={name} {...props} />),
);

function Filter({ name, query, onChange, facets }: FiltersProps & { name: FilterName }) {
  const { i18n } = useLingui();
  const counts: [string, number][] = facets?.[name] ?? [];
  const chosen: readonly string[] = query[name];
  const isUseful = counts.some(([value, count]) => count > 0 && value !== UNKNOWN[name]);
  if (UNKNOWN[name] && !isUseful && chosen.length === 0) return null;
  return (
    <FilterMenu
      label={i18n._(filterWords[name])}
      value={chosen}
      onChange={(values) => onChange({ [name]: values })}
      options={counts.map(([value, count]) => ({
        value,
        label: i18n._(valueWords[name][value] ?? filterWords[name]),
        count: spellNumber(count, i18n.locale),
        isDisabled: count === 0 && !chosen.includes(value),
      }))}
    />
  );
}

/** Everything that is set, each to be taken away. */
export const Chips = memo(({ query, onChange }: Omit<FiltersProps, "facets">) => {
  const { i18n } = useLingui();
  if (!isNarrow(query)) return null;
  return (
    <div className="client-list__chips">
      {FILTERS.flatMap((name) => {
        const values: readonly string[] = query[name];
        return values.map((value) => (
          <Chip
            key={`${name} ${value}`}
            onRemove={() => onChange({ [name]: values.filter((other) => other !== value) })}
          >
            {i18n._(valueWords[name][value] ?? filterWords[name])}
          </Chip>
        ));
      })}
      <Button variant="quiet" size="small" onPress={() => onChange(widened(query))}>
        <Trans>Show all clients</Trans>
      </Button>
    </div>
  );
});
