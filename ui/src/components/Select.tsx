/** One choice out of a short list, in a popover. */
import { Check, ChevronDown } from "lucide-react";
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as RacSelect,
  SelectValue,
} from "react-aria-components";
import { Findings } from "./Findings";
import { FieldDescription, type FieldProps, useMessages } from "./field-parts";

export interface SelectOption<K extends string> {
  value: K;
  label: string;
}

export interface SelectProps<K extends string> extends FieldProps {
  value: K | null;
  onChange: (value: K) => void;
  options: readonly SelectOption<K>[];
  placeholder?: string;
  /** The label is there for screen readers only. */
  isLabelHidden?: boolean;
  className?: string;
}

/** A select made of page elements: native ones freeze some web views. */
export function Select<K extends string>(props: SelectProps<K>) {
  const { id, aria } = useMessages(props.messages);
  return (
    <RacSelect
      className={`field select ${props.className ?? ""}`}
      value={props.value}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.value === key);
        if (chosen) props.onChange(chosen.value);
      }}
      isDisabled={props.isDisabled ?? false}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...aria}
    >
      <Label className={props.isLabelHidden ? "hidden" : "label"}>{props.label}</Label>
      <FieldDescription>{props.description}</FieldDescription>
      <Button className="select__button">
        <SelectValue>{({ defaultChildren, selectedText }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Findings id={id} messages={props.messages} />
      <Popover className="popover" offset={4}>
        <ListBox className="popover__list" items={props.options}>
          {(option) => (
            <ListBoxItem className="menu-option" id={option.value} textValue={option.label}>
              {({ isSelected }) => (
                <>
                  {isSelected ? <Check size={16} aria-hidden /> : <span />}
                  <span>{option.label}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </RacSelect>
  );
}
