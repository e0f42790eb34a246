/** A field for a secret: dots, until the person asks to see it. */
import { useLingui } from "@lingui/react/macro";
import { Eye, EyeOff } from "lucide-react";
import { type RefObject, useState } from "react";
import { Input, TextField as RacTextField } from "react-aria-components";
import { Findings } from "./Findings";
import { FieldDescription, FieldHead, type FieldProps, useMessages } from "./field-parts";
import { IconButton } from "./IconButton";

export interface SecretFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Takes the focus when it appears. */
  autoFocus?: boolean;
  /** Takes the focus from outside, for example after what was typed was wrong. */
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** One line; it is neither spell-checked nor offered to be remembered. */
export function SecretField(props: SecretFieldProps) {
  const { t } = useLingui();
  const { id, aria } = useMessages(props.messages);
  const [isShown, setShown] = useState(false);
  return (
    <RacTextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      type={isShown ? "text" : "password"}
      autoComplete="off"
      spellCheck="false"
      {...aria}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      <FieldHead label={props.label} isOptional={props.isOptional ?? false} />
      <FieldDescription>{props.description}</FieldDescription>
      <div className="field__line">
        <Input className="input input--code" dir="ltr" {...(props.inputRef ? { ref: props.inputRef } : {})} />
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={isShown ? t`Hide what was typed` : t`Show what was typed`}
          onPress={() => setShown(!isShown)}
        />
      </div>
      <Findings id={id} messages={props.messages} />
    </RacTextField>
  );
}
