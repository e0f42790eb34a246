/** Buttons. */
import { useLingui } from "@lingui/react/macro";
import type { LucideIcon } from "lucide-react";
import { LoaderCircle } from "lucide-react";
import { type ReactNode, type RefObject, useEffect } from "react";
import { Button as RacButton } from "react-aria-components";
import { useAnnounce } from "./LiveRegion";

export interface ButtonProps {
  children: ReactNode;
  onPress?: () => void;
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "small" | "medium" | "large";
  icon?: LucideIcon;
  /** Busy: stays focusable, does nothing, says so. */
  isPending?: boolean;
  isDisabled?: boolean;
  type?: "button" | "submit";
  autoFocus?: boolean;
  /** More than the visible words, for screen readers; must begin with them. */
  label?: string;
  describedBy?: string;
  /** Whether what it unfolds is unfolded. */
  isExpanded?: boolean;
  className?: string;
  ref?: RefObject<HTMLButtonElement | null>;
  slot?: string;
}

/**
 * A button with words, and an icon before them if you like. It says itself that it is busy: the library's own way
 * leaves a nameless image in its live region for some seconds.
 */
export function Button(props: ButtonProps) {
  const { children, variant = "secondary", size = "medium", icon: Icon, isPending = false, label } = props;
  const { t } = useLingui();
  const announce = useAnnounce();
  useEffect(() => {
    if (isPending) announce(t`Working…`);
  }, [isPending, announce, t]);
  return (
    <RacButton
      className={["button", `button--${variant}`, `button--${size}`, props.className]
        .filter(Boolean)
        .join(" ")}
      {...(isPending ? { "data-pending": true, "aria-disabled": true } : {})}
      isDisabled={props.isDisabled ?? false}
      type={props.type ?? "button"}
      {...(props.onPress && !isPending ? { onPress: props.onPress } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(label ? { "aria-label": label } : {})}
      {...(props.describedBy ? { "aria-describedby": props.describedBy } : {})}
      {...(props.isExpanded === undefined ? {} : { "aria-expanded": props.isExpanded })}
      {...(props.ref ? { ref: props.ref } : {})}
      {...(props.slot ? { slot: props.slot } : {})}
    >
      {isPending ? (
        <span className="button__pending">
          <LoaderCircle className="spinner" aria-hidden />
        </span>
      ) : (
        Icon && <Icon size={16} aria-hidden />
      )}
      <span>{children}</span>
    </RacButton>
  );
}
