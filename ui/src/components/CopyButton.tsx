/** Copies through the caller, and says "Copied" only once that has worked. */
import { Trans } from "@lingui/react/macro";
import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button, type ButtonProps } from "./Button";

export interface CopyButtonProps {
  /** Copies; rejects when it did not work. */
  onCopy: () => Promise<void>;
  /** "Copy" when absent. */
  children?: ReactNode;
  /** Begins with the visible words, for screen readers, for example "Copy the client ID". */
  label?: string;
  size?: "small" | "medium";
  variant?: ButtonProps["variant"];
}

/** How long "Copied" stays. */
const SHOWN_MS = 4000;

/** A button with its own status beside it. */
export function CopyButton({
  onCopy,
  children,
  label,
  size = "medium",
  variant = "secondary",
}: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "busy" | "copied" | "failed">("idle");
  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    setState("busy");
    onCopy().then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };
  return (
    <span className="copy">
      <Button
        size={size}
        variant={variant}
        icon={state === "copied" ? Check : Copy}
        onPress={copy}
        isPending={state === "busy"}
        {...(label ? { label } : {})}
      >
        {children ?? <Trans>Copy</Trans>}
      </Button>
      <span role="status" className="copy__status" {...(state === "failed" ? { "data-failed": true } : {})}>
        {state === "copied" && <Trans>Copied</Trans>}
        {state === "failed" && <Trans>Could not be copied</Trans>}
      </span>
    </span>
  );
}
