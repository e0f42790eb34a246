/** A box that filters what is below it. */
import { useLingui } from "@lingui/react/macro";
import { Search, X } from "lucide-react";
import type { KeyboardEventHandler } from "react";
import { Button, Input, SearchField as RacSearchField } from "react-aria-components";

export interface SearchFieldProps {
  /** Name for screen readers; also the placeholder. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
}

/** Search with a magnifier and a button that empties it; Escape empties it too. */
export function SearchField({ label, value, onChange, onKeyDown }: SearchFieldProps) {
  const { t } = useLingui();
  return (
    <RacSearchField className="search" aria-label={label} value={value} onChange={onChange}>
      <Search size={16} aria-hidden />
      <Input className="input" placeholder={label} {...(onKeyDown ? { onKeyDown } : {})} />
      {value !== "" && (
        <Button className="button button--quiet button--icon button--small" aria-label={t`Clear the search`}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </RacSearchField>
  );
}
