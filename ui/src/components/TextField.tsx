/** Text fields of one line and of several. */
import type { ReactNode, RefObject } from "react";
import { Input, TextArea as RacTextArea, TextField as RacTextField } from "react-aria-components";
import { Findings } from "./Findings";
import { Counter, FieldDescription, FieldHead, type FieldProps, useMessages } from "./field-parts";

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Shows "12 / 200"; it does not limit typing. */
  counterMax?: number;
  placeholder?: string;
  /** Monospace and left to right: addresses, identifiers. */
  isCode?: boolean;
  inputMode?: "text" | "numeric" | "decimal" | "url";
  /** Takes the focus from outside, for example after a failed save. */
  inputRef?: RefObject<HTMLInputElement | null>;
  /** After the input on the same line, for example a unit. */
  after?: ReactNode;
  autoFocus?: boolean;
  /** Marks the field for "go to the first wrong field". */
  name?: string;
}

function shared(props: TextFieldProps | TextAreaProps) {
  return {
    className: "field",
    value: props.value,
    onChange: props.onChange,
    isDisabled: props.isDisabled ?? false,
    spellCheck: "isCode" in props && props.isCode ? ("false" as const) : ("true" as const),
    autoComplete: "off",
    ...(props.onBlur ? { onBlur: props.onBlur } : {}),
    ...(props.name ? { name: props.name } : {}),
  };
}

function counter(props: TextFieldProps | TextAreaProps) {
  return props.counterMax !== undefined && <Counter count={[...props.value].length} max={props.counterMax} />;
}

/** One line of text with its label and messages. */
export function TextField(props: TextFieldProps) {
  const { id, aria } = useMessages(props.messages);
  return (
    <RacTextField {...shared(props)} {...aria} {...(props.autoFocus ? { autoFocus: true } : {})}>
      <FieldHead label={props.label} isOptional={props.isOptional ?? false} end={counter(props)} />
      <FieldDescription>{props.description}</FieldDescription>
      <div className={props.after ? "field__line" : undefined}>
        <Input
          className={props.isCode ? "input input--code" : "input"}
          {...(props.placeholder ? { placeholder: props.placeholder } : {})}
          {...(props.inputMode ? { inputMode: props.inputMode } : {})}
          {...(props.isCode ? { dir: "ltr" } : {})}
          {...(props.inputRef ? { ref: props.inputRef } : {})}
        />
        {props.after}
      </div>
      <Findings id={id} messages={props.messages} />
    </RacTextField>
  );
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  counterMax?: number;
  placeholder?: string;
  rows?: number;
  name?: string;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { id, aria } = useMessages(props.messages);
  return (
    <RacTextField {...shared(props)} {...aria}>
      <FieldHead label={props.label} isOptional={props.isOptional ?? false} end={counter(props)} />
      <FieldDescription>{props.description}</FieldDescription>
      <RacTextArea
        className="input"
        rows={props.rows ?? 3}
        {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      />
      <Findings id={id} messages={props.messages} />
    </RacTextField>
  );
}
