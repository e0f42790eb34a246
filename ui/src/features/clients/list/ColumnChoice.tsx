/** Which columns the list shows; kept for the next time. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Columns3 } from "lucide-react";
import { memo } from "react";
import { commands, listViewsQuery } from "../../../backend/backend";
import type { ClientColumn } from "../../../backend/bindings";
import { FilterMenu } from "../../../components/FilterMenu";
import { COLUMNS, FIRST_COLUMNS } from "./columns";
import { columnWords } from "./words";

/** The columns that are shown, and the function that changes them. */
export function useChosenColumns() {
  const queries = useQueryClient();
  const { data } = useQuery(listViewsQuery);
  const keeping = useMutation({
    mutationFn: (columns: ClientColumn[]) => commands.keepListColumns(columns),
    // Shown at once; should keeping fail, they hold until the program ends.
    onMutate: async (columns) => {
      // What is being read just now does not know of these yet, and would take them away again.
      await queries.cancelQueries({ queryKey: listViewsQuery.queryKey });
      queries.setQueryData(listViewsQuery.queryKey, (before) => ({ ...before, columns }));
    },
  });
  return { chosen: data?.columns ?? FIRST_COLUMNS, choose: keeping.mutate, isKnown: data !== undefined };
}

interface ColumnChoiceProps {
  chosen: readonly ClientColumn[];
  onChange: (columns: ClientColumn[]) => void;
}

export const ColumnChoice = memo(({ chosen, onChange }: ColumnChoiceProps) => {
  const { t, i18n } = useLingui();
  return (
    <FilterMenu
      label={t`Columns`}
      icon={Columns3}
      value={chosen}
      onChange={(columns) => onChange(columns.includes("name") ? columns : ["name", ...columns])}
      options={COLUMNS.map((column) => ({
        value: column,
        label: i18n._(columnWords[column]),
        // A row without its name would be no row.
        isDisabled: column === "name",
      }))}
    />
  );
});
