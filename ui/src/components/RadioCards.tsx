/** One choice out of a few, as cards with a sentence each, or as a plain row. */
import { type ReactNode, useId } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { Findings } from "./Findings";
import { FieldDescription, type FieldProps, useMessages } from "./field-parts";

export interface RadioOption<K extends string> {
  value: K;
  title: ReactNode;
  text?: ReactNode;
  /** After the title, for example "Legacy". */
  badge?: ReactNode;
  isDisabled?: boolean;
}

export interface RadioCardsProps<K extends string> extends FieldProps {
  value: K | null;
  onChange: (value: K) => void;
  options: readonly RadioOption<K>[];
  /** `rows`: one below the other. */
  layout?: "grid" | "rows";
  isLabelHidden?: boolean;
}

/** A radio group as cards. */
export function RadioCards<K extends string>(props: RadioCardsProps<K>) {
  const { id, aria } = useMessages(props.messages);
  return (
    <RadioGroup
      className="field"
      value={props.value}
      onChange={(value) => choose(props.options, value, props.onChange)}
      isDisabled={props.isDisabled ?? false}
      {...aria}
    >
      <Label className={props.isLabelHidden ? "hidden" : "label"}>{props.label}</Label>
      <FieldDescription>{props.description}</FieldDescription>
      <div className={props.layout === "rows" ? "cards cards--rows" : "cards"}>
        {props.options.map((option) => (
          <RadioCard key={option.value} option={option} />
        ))}
      </div>
      <Findings id={id} messages={props.messages} />
    </RadioGroup>
  );
}

function RadioCard<K extends string>({ option }: { option: RadioOption<K> }) {
  const text = useId();
  return (
    <Radio
      className="card-option"
      value={option.value}
      isDisabled={option.isDisabled ?? false}
      {...(option.text ? { "aria-describedby": text } : {})}
    >
      <span className="radio-dot" />
      <span>
        <span className="card-option__title">
          {option.title} {option.badge}
        </span>
        {option.text && (
          <span className="card-option__text" id={text}>
            {option.text}
          </span>
        )}
      </span>
    </Radio>
  );
}

export interface RadioRowProps<K extends string> extends FieldProps {
  value: K | null;
  onChange: (value: K) => void;
  options: readonly { value: K; title: ReactNode }[];
}

/** A radio group as short words on one line. */
export function RadioRow<K extends string>(props: RadioRowProps<K>) {
  const { id, aria } = useMessages(props.messages);
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={props.value}
      onChange={(value) => choose(props.options, value, props.onChange)}
      isDisabled={props.isDisabled ?? false}
      {...aria}
    >
      <Label className="label">{props.label}</Label>
      <FieldDescription>{props.description}</FieldDescription>
      <div className="radio-row">
        {props.options.map((option) => (
          <Radio key={option.value} className="radio" value={option.value}>
            <span className="radio-dot" />
            <span>{option.title}</span>
          </Radio>
        ))}
      </div>
      <Findings id={id} messages={props.messages} />
    </RadioGroup>
  );
}

function choose<K extends string>(
  options: readonly { value: K }[],
  value: string,
  onChange: (value: K) => void,
) {
  const chosen = options.find((option) => option.value === value);
  if (chosen) onChange(chosen.value);
}
