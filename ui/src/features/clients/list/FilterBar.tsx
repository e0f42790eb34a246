/** Search, filters with how many clients each would show, and what is set. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { Facets } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Chip } from "../../../components/Chip";
import { FilterMenu } from "../../../components/FilterMenu";
import { SearchField } from "../../../components/SearchField";
import { spellNumber } from "../../../locales/format";
import { FILTERS, type FilterName, isNarrow, type Query, widened } from "./query";
import { filterWords, valueWords } from "./words";

interface FilterBarProps {
  query: Query;
  onChange: (query: Query) => void;
  /** Absent until the first rows are there. */
  facets: Facets | undefined;
}

/** What is not known of any client yet is no filter. */
const UNKNOWN: Partial<Record<FilterName, string>> = {
  levels: "notChecked",
  codes: "none",
  uses: "notKnown",
};

export function FilterBar({ query, onChange, facets }: FilterBarProps) {
  const { t } = useLingui();
  return (
    <search className="client-list__filters">
      <SearchField
        label={t`Search by name, ID, address or scope`}
        value={query.search}
        onChange={(search) => onChange({ ...query, search })}
      />
      {FILTERS.map((name) => (
        <Filter key={name} name={name} query={query} onChange={onChange} facets={facets} />
      ))}
    </search>
  );
}

function Filter({ name, query, onChange, facets }: FilterBarProps & { name: FilterName }) {
  const { i18n } = useLingui();
  const counts: [string, number][] = facets?.[name] ?? [];
  const chosen: readonly string[] = query[name];
  const isUseful = counts.some(([value, count]) => count > 0 && value !== UNKNOWN[name]);
  if (UNKNOWN[name] && !isUseful && chosen.length === 0) return null;
  return (
    <FilterMenu
      label={i18n._(filterWords[name])}
      value={chosen}
      onChange={(values) => onChange({ ...query, [name]: values })}
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
export function Chips({ query, onChange }: Pick<FilterBarProps, "query" | "onChange">) {
  const { i18n } = useLingui();
  if (!isNarrow(query)) return null;
  return (
    <div className="client-list__chips">
      {FILTERS.flatMap((name) => {
        const values: readonly string[] = query[name];
        return values.map((value) => (
          <Chip
            key={`${name} ${value}`}
            onRemove={() => onChange({ ...query, [name]: values.filter((other) => other !== value) })}
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
}
