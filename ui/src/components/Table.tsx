/** Tables of up to a few hundred rows; a row can be opened. */
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import {
  Cell,
  Column,
  Table as RacTable,
  Row,
  type SortDescriptor,
  TableBody,
  TableHeader,
} from "react-aria-components";

export interface TableColumn<T> {
  id: string;
  name: string;
  cell: (row: T) => ReactNode;
  /** The column that names the row. */
  isRowHeader?: boolean;
  allowsSorting?: boolean;
}

export interface TableSort {
  column: string;
  direction: "ascending" | "descending";
}

export interface TableProps<T> {
  label: string;
  columns: readonly TableColumn<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** Words of a row for type-ahead. */
  rowText: (row: T) => string;
  /** Enter or a click on a row. */
  onOpen?: (row: T) => void;
  sort?: TableSort;
  onSort?: (sort: TableSort) => void;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
}

/** A table with arrow keys, type-ahead and sorting. */
export function Table<T>(props: TableProps<T>) {
  const { columns, rows, onOpen, onSort } = props;
  const open = (id: string | number) => {
    const row = rows.find((candidate) => props.rowId(candidate) === String(id));
    if (row) onOpen?.(row);
  };
  return (
    <div className="table-frame">
      <RacTable
        className="table"
        aria-label={props.label}
        selectionMode="none"
        {...(onOpen ? { onRowAction: open } : {})}
        {...(props.sort ? { sortDescriptor: props.sort } : {})}
        {...(onSort
          ? { onSortChange: (sort: SortDescriptor) => onSort({ ...sort, column: String(sort.column) }) }
          : {})}
      >
        <TableHeader>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} />
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => props.empty}>
          {rows.map((row) => (
            <Row
              key={props.rowId(row)}
              id={props.rowId(row)}
              textValue={props.rowText(row)}
              data-action={onOpen ? true : undefined}
            >
              {columns.map((column) => (
                <Cell key={column.id}>{column.cell(row)}</Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </RacTable>
    </div>
  );
}

function HeadCell<T>({ column }: { column: TableColumn<T> }) {
  return (
    <Column
      id={column.id}
      isRowHeader={column.isRowHeader ?? false}
      allowsSorting={column.allowsSorting ?? false}
    >
      {({ sortDirection }) => (
        <span className="table__head">
          {column.name}
          {sortDirection === "ascending" && <ArrowUp size={12} aria-hidden />}
          {sortDirection === "descending" && <ArrowDown size={12} aria-hidden />}
        </span>
      )}
    </Column>
  );
}
