/** Messages under a field: an icon by severity, words, and a change that mends it. */
import { Trans } from "@lingui/react/macro";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";

/** One message about a field. */
export interface Message {
  severity: "error" | "warning" | "hint";
  text: ReactNode;
  /** Identity within its field; the position when absent. */
  key?: string;
  /** A change that mends it with one click. */
  action?: Action;
  /** Another one, where only the person knows which is right. */
  otherAction?: Action | undefined;
}

interface Action {
  label: ReactNode;
  onPress: () => void;
}

const icons = { error: CircleAlert, warning: TriangleAlert, hint: Info };

/** Whether a field with these messages is marked invalid. */
export function hasError(messages: readonly Message[] | undefined): boolean {
  return messages?.some((message) => message.severity === "error") ?? false;
}

/** The list of messages; tie it to the field with `aria-describedby={id}`. */
export function Findings({ id, messages }: { id?: string; messages: readonly Message[] | undefined }) {
  if (!messages || messages.length === 0) return null;
  return (
    <div className="findings" id={id}>
      {messages.map((message, index) => (
        <FindingLine key={message.key ?? index} message={message} />
      ))}
    </div>
  );
}

function FindingLine({ message }: { message: Message }) {
  const Icon = icons[message.severity];
  return (
    <div className={`finding finding--${message.severity}`}>
      <Icon size={14} aria-hidden />
      <div>
        <span className="hidden">
          {message.severity === "error" && <Trans>Error:</Trans>}
          {message.severity === "warning" && <Trans>Warning:</Trans>}
          {message.severity === "hint" && <Trans>Hint:</Trans>}{" "}
        </span>
        {message.text}
        {message.action && <ActionButton action={message.action} />}
        {message.otherAction && <ActionButton action={message.otherAction} />}
      </div>
    </div>
  );
}

function ActionButton({ action }: { action: Action }) {
  return (
    <Button className="button button--quiet button--small finding__action" onPress={action.onPress}>
      {action.label}
    </Button>
  );
}
