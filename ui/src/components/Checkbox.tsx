/** Check boxes and switches. */
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import {
  Label,
  Checkbox as RacCheckbox,
  CheckboxGroup as RacCheckboxGroup,
  Switch as RacSwitch,
} from "react-aria-components";
import { Findings } from "./Findings";
import { FieldDescription, type FieldProps, useMessages } from "./field-parts";

export interface CheckboxProps {
  children: ReactNode;
  /** A sentence below. */
  text?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isIndeterminate?: boolean;
  isDisabled?: boolean;
}

/** A single check box. */
export function Checkbox(props: CheckboxProps) {
  const text = useId();
  return (
    <RacCheckbox
      className="checkbox"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isIndeterminate={props.isIndeterminate ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.text ? { "aria-describedby": text } : {})}
    >
      <CheckboxBody
        title={props.children}
        text={props.text}
        textId={text}
        isIndeterminate={props.isIndeterminate}
      />
    </RacCheckbox>
  );
}

function CheckboxBody(props: {
  title: ReactNode;
  text?: ReactNode;
  textId: string;
  isIndeterminate?: boolean | undefined;
}) {
  const Mark = props.isIndeterminate ? Minus : Check;
  return (
    <>
      <span className="checkbox__box">
        <Mark size={12} strokeWidth={3} aria-hidden />
      </span>
      <span>
        <span>{props.title}</span>
        {props.text && (
          <span className="checkbox__text" id={props.textId}>
            {props.text}
          </span>
        )}
      </span>
    </>
  );
}

export interface CheckboxGroupProps<K extends string> extends FieldProps {
  value: readonly K[];
  onChange: (value: K[]) => void;
  options: readonly { value: K; title: ReactNode; text?: ReactNode; isDisabled?: boolean }[];
}

/** A few check boxes under one label; for many use `CheckList`. */
export function CheckboxGroup<K extends string>(props: CheckboxGroupProps<K>) {
  const { id, aria } = useMessages(props.messages);
  return (
    <RacCheckboxGroup
      className="field"
      value={[...props.value]}
      onChange={(value) => props.onChange(props.options.map((o) => o.value).filter((v) => value.includes(v)))}
      isDisabled={props.isDisabled ?? false}
      {...aria}
    >
      <Label className="label">{props.label}</Label>
      <FieldDescription>{props.description}</FieldDescription>
      <div className="checkbox-group">
        {props.options.map((option) => (
          <GroupBox key={option.value} option={option} />
        ))}
      </div>
      <Findings id={id} messages={props.messages} />
    </RacCheckboxGroup>
  );
}

function GroupBox({
  option,
}: {
  option: { value: string; title: ReactNode; text?: ReactNode; isDisabled?: boolean };
}) {
  const text = useId();
  return (
    <RacCheckbox
      className="checkbox"
      value={option.value}
      isDisabled={option.isDisabled ?? false}
      {...(option.text ? { "aria-describedby": text } : {})}
    >
      <CheckboxBody title={option.title} text={option.text} textId={text} />
    </RacCheckbox>
  );
}

/** Something that is on or off at once, with its sentence. */
export function Switch(props: Omit<CheckboxProps, "isIndeterminate">) {
  const text = useId();
  return (
    <RacSwitch
      className="switch"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      {...(props.text ? { "aria-describedby": text } : {})}
    >
      <span>
        <span className="switch__title">{props.children}</span>
        {props.text && (
          <span className="switch__text" id={text}>
            {props.text}
          </span>
        )}
      </span>
      <span className="switch__track" />
    </RacSwitch>
  );
}
