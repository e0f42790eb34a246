/** One redirect address: its field, its keys, its own findings. */
import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId } from "react";
import { Input } from "react-aria-components";
import { Findings, hasError, type Message } from "../../../components/Findings";
import { IconButton } from "../../../components/IconButton";

type RedirectRowProps = {
  row: number;
  text: string;
  messages: Message[];
  isOnly: boolean;
  /** Findings on all rows together. */
  describedBy: string | undefined;
  onChange: (text: string) => void;
  onBlur: () => void;
  onAdd: () => void;
  onRemove: () => void;
  onMove: (row: number) => void;
  /** A text that may have addresses in it, and where it was to stand. */
  onPaste: (text: string, place: PastePlace) => void;
};

/** The letters of the row that a pasted text replaces. */
export type PastePlace = { from: number; to: number };

export function RedirectRow(props: RedirectRowProps) {
  const { row, text, messages } = props;
  const { t } = useLingui();
  const messagesId = useId();
  const number = row + 1;
  const describedBy = [messages.length > 0 ? messagesId : "", props.describedBy ?? ""]
    .filter(Boolean)
    .join(" ");

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While a character is being composed, Enter belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    const act = keys(props)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text");
    // A single word is pasted as ever; whatever may have a list in it is read by Rust.
    if (!/[\s,;|"'<>()[\]{}\\]/.test(pasted.trim())) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    props.onPaste(pasted, { from: selectionStart ?? text.length, to: selectionEnd ?? text.length });
  };

  return (
    <li className="redirect" data-row={row}>
      <span className="redirect__number" aria-hidden>
        {number}
      </span>
      <Input
        className="input input--code"
        dir="ltr"
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
        aria-label={t`Redirect address ${number}`}
        aria-invalid={hasError(messages)}
        {...(describedBy ? { "aria-describedby": describedBy } : {})}
        placeholder="https://example.com/callback"
        value={text}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <IconButton
        icon={X}
        label={t`Remove address ${number}`}
        isDisabled={props.isOnly && text === ""}
        onPress={props.onRemove}
      />
      <div className="redirect__findings">
        <Findings id={messagesId} messages={messages} />
      </div>
    </li>
  );
}

/** What a key does in this row; a key that is not here types as usual. */
function keys({ row, text, isOnly, ...on }: RedirectRowProps): Record<string, () => void> {
  return {
    Enter: on.onAdd,
    ArrowUp: () => on.onMove(row - 1),
    ArrowDown: () => on.onMove(row + 1),
    ...(text === "" && !isOnly ? { Backspace: on.onRemove } : {}),
  };
}
