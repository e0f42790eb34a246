/** A button that is only an icon: its name shows as a tooltip. */
import type { LucideIcon } from "lucide-react";
import { Button } from "react-aria-components";
import { Tooltip } from "./Tooltip";

export interface IconButtonProps {
  icon: LucideIcon;
  /** Name for screen readers and the tooltip. */
  label: string;
  onPress?: () => void;
  size?: "small" | "medium";
  isDisabled?: boolean;
}

/** A quiet square button; always with a name. */
export function IconButton({
  icon: Icon,
  label,
  onPress,
  size = "medium",
  isDisabled = false,
}: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Button
        className={`button button--quiet button--icon button--${size}`}
        aria-label={label}
        isDisabled={isDisabled}
        {...(onPress ? { onPress } : {})}
      >
        <Icon size={16} aria-hidden />
      </Button>
    </Tooltip>
  );
}
