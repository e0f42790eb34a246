/** One choice out of a short list, in a popover. */
import { Check, ChevronDown } from "lucide-react";
import {
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select as RacSelect,
  SelectValue,
} from "react-aria-components";
import { Findings } from "./Findings";
import { FieldDescription, type FieldProps, useMessages } from "./field-parts";

export interface SelectOption<K extends string> {
  value: K;
  label: string;
  /** Title of the section; options of one section follow each other. */
  group?: string;
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
  const groups = [...new Set(props.options.map((option) => option.group))];
  const options = (group: string | undefined) =>
    props.options
      .filter((option) => option.group === group)
      .map((option) => <Option key={option.value} {...option} />);
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
        <ListBox className="popover__list">
          {groups.map((group) =>
            group === undefined ? (
              options(undefined)
            ) : (
              <ListBoxSection key={group} id={`group ${group}`}>
                <Header className="menu-heading">{group}</Header>
                {options(group)}
              </ListBoxSection>
            ),
          )}
        </ListBox>
      </Popover>
    </RacSelect>
  );
}

function Option({ value, label }: SelectOption<string>) {
  return (
    <ListBoxItem className="menu-option" id={value} textValue={label}>
      {({ isSelected }) => (
        <>
          {isSelected ? <Check size={16} aria-hidden /> : <span />}
          <span>{label}</span>
        </>
      )}
    </ListBoxItem>
  );
}
