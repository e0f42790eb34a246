/** The rows of a `CheckList`; of a long list only those in sight are in the page. */
import { Trans } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from "react-aria-components";

export interface CheckListOption {
  id: string;
  title: string;
  /** The title is an identifier: monospace, left to right. */
  isCode?: boolean;
  /** A second line. */
  text?: string;
  /** At the end of the row, for example a badge. */
  badge?: ReactNode;
  isDisabled?: boolean;
}

/** From this many rows on, only the visible ones are in the page. */
const VIRTUAL_FROM = 60;
interface RowsProps {
  listRef: RefObject<HTMLDivElement | null>;
  labelId: string;
  described: { "aria-describedby"?: string };
  options: readonly CheckListOption[];
  chosen: ReadonlySet<string>;
  onChange: (keys: "all" | Iterable<string | number>) => void;
  isShort: boolean;
  isDisabled: boolean;
}

/** A list box of several choices. */
export function Rows({
  listRef,
  labelId,
  described,
  options,
  chosen,
  onChange,
  isShort,
  isDisabled,
}: RowsProps) {
  const rowHeight = options.some((option) => option.text) ? 44 : 32;
  const list = (
    <ListBox
      ref={listRef}
      className={isShort ? "check-list__list check-list__list--short" : "check-list__list"}
      aria-labelledby={labelId}
      {...described}
      items={options}
      dependencies={[options]}
      selectionMode="multiple"
      selectionBehavior="toggle"
      selectedKeys={chosen}
      onSelectionChange={onChange}
      escapeKeyBehavior="none"
      disabledKeys={options.filter((o) => isDisabled || o.isDisabled).map((o) => o.id)}
      renderEmptyState={() => (
        <div className="check-list__empty">
          <Trans>Nothing matches.</Trans>
        </div>
      )}
    >
      {(option) => <Row option={option} />}
    </ListBox>
  );
  if (options.length < VIRTUAL_FROM) return list;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight, padding: 4 }}>
      {list}
    </Virtualizer>
  );
}

function Row({ option }: { option: CheckListOption }) {
  return (
    <ListBoxItem
      className={option.text ? "option option--two-lines" : "option"}
      id={option.id}
      textValue={option.title}
    >
      <span className="checkbox__box">
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
      <div>
        <div
          className={option.isCode ? "option__title option__title--code" : "option__title"}
          {...(option.isCode ? { dir: "ltr" } : {})}
        >
          {option.title}
        </div>
        {option.text && <div className="option__text">{option.text}</div>}
      </div>
      {option.badge}
    </ListBoxItem>
  );
}
