/** What all fields share: props, the head line with label and counter, and how messages are tied on. */
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import { Label, Text } from "react-aria-components";
import { hasError, type Message } from "./Findings";

/** Props that every field understands. */
export interface FieldProps {
  label: ReactNode;
  description?: ReactNode;
  /** Errors, warnings and hints under the field. */
  messages?: readonly Message[] | undefined;
  isOptional?: boolean;
  isDisabled?: boolean;
}

/** Ids and flags that tie messages to a library field. */
export function useMessages(messages: readonly Message[] | undefined) {
  const id = useId();
  const some = messages !== undefined && messages.length > 0;
  return {
    id,
    // Said, not enforced: the browser would not let a form go whose field is marked, so nothing could be tried again.
    aria: {
      isInvalid: hasError(messages),
      validationBehavior: "aria" as const,
      ...(some ? { "aria-describedby": id } : {}),
    },
  };
}

/** Label, "optional", and something at the right, such as a counter. */
export function FieldHead({
  label,
  isOptional,
  end,
}: {
  label: ReactNode;
  isOptional?: boolean;
  end?: ReactNode;
}) {
  return (
    <div className="field__head">
      <Label className="label">
        {label}
        {isOptional && (
          <span className="label__optional">
            {" "}
            <Trans>(optional)</Trans>
          </span>
        )}
      </Label>
      {end}
    </div>
  );
}

/** The sentence under the label. */
export function FieldDescription({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <Text slot="description" className="description">
      {children}
    </Text>
  );
}

/** "12 of 200"; hidden from screen readers, which get the rule's own message. */
export function Counter({ count, max }: { count: number; max: number }) {
  return (
    <span className="counter" aria-hidden>
      {count} / {max}
    </span>
  );
}
