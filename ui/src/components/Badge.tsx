/** A word or two in a small pill. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface BadgeProps {
  tone?: "neutral" | "info" | "success" | "warning" | "danger" | "practice";
  icon?: LucideIcon;
  children: ReactNode;
}

/** A pill; the word carries the meaning, the colour only helps. */
export function Badge({ tone = "neutral", icon: Icon, children }: BadgeProps) {
  return (
    <span className={`badge badge--${tone}`}>
      {Icon && <Icon size={12} aria-hidden />}
      {children}
    </span>
  );
}
