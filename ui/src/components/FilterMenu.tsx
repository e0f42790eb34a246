/** A button that opens a list in which several things can be chosen, such as the values of a filter. */
import { Check, ChevronDown, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

export interface FilterOption<K extends string> {
  value: K;
  label: string;
  /** At the end of the line, for example a count. */
  count?: ReactNode;
  isDisabled?: boolean;
}

export interface FilterMenuProps<K extends string> {
  label: string;
  icon?: LucideIcon;
  options: readonly FilterOption<K>[];
  value: readonly K[];
  onChange: (value: K[]) => void;
}

/** The button says how many are chosen; the list stays open while one chooses. */
export function FilterMenu<K extends string>(props: FilterMenuProps<K>) {
  const { icon: Icon, options, value, label } = props;
  return (
    <MenuTrigger>
      <Button className="button button--secondary filter-button" data-chosen={value.length > 0 || undefined}>
        {Icon && <Icon size={16} aria-hidden />}
        <span>{label}</span>
        {value.length > 0 && <span className="filter-button__count">{value.length}</span>}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" offset={4} placement="bottom start">
        <Menu
          className="popover__list"
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={value}
          disabledKeys={options.filter((option) => option.isDisabled).map((option) => option.value)}
          onSelectionChange={(keys) =>
            props.onChange(
              options.map((option) => option.value).filter((key) => keys === "all" || keys.has(key)),
            )
          }
        >
          {options.map((option) => (
            <MenuItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="menu-option filter-option"
            >
              {({ isSelected }) => (
                <>
                  <span className="grid__tick" data-on={isSelected || undefined} aria-hidden>
                    {isSelected && <Check size={12} strokeWidth={3} />}
                  </span>
                  <span>{option.label}</span>
                  <span className="filter-option__count">{option.count}</span>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
