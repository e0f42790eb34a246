/** A button that opens a list of things to do or to go to. */
import { Check, ChevronsUpDown, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

export interface MenuOption {
  id: string;
  /** For type-ahead. */
  text: string;
  content: ReactNode;
  icon?: LucideIcon;
  /** What is chosen now, marked by a tick. */
  isCurrent?: boolean;
}

export interface MenuButtonProps {
  /** What the button shows. */
  children: ReactNode;
  /** What it does, for screen readers, after the visible words. */
  label: string;
  menuLabel: string;
  options: readonly MenuOption[];
  onChoose: (id: string) => void;
  className: string;
}

/** The button and its menu; arrow keys, type-ahead, Escape. */
export function MenuButton({ children, label, menuLabel, options, onChoose, className }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button className={className}>
        <span className="menu-button__body">
          {children}
          <span className="hidden">{label}</span>
        </span>
        <ChevronsUpDown size={16} aria-hidden />
      </Button>
      <Popover className="popover" offset={4} placement="bottom start">
        <Menu className="popover__list" aria-label={menuLabel} onAction={(id) => onChoose(String(id))}>
          {options.map(({ id, text, content, icon, isCurrent = false }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={text}
              className="menu-option"
              {...(isCurrent ? { "aria-current": "true" } : {})}
            >
              <Sign icon={isCurrent ? Check : icon} />
              {content}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Sign({ icon: Icon }: { icon: LucideIcon | undefined }) {
  return Icon ? <Icon size={16} aria-hidden /> : <span />;
}
