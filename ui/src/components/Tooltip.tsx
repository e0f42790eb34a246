/** A short text on hover and focus; never the only place of anything important. */
import type { ReactNode } from "react";
import { Tooltip as RacTooltip, TooltipTrigger } from "react-aria-components";

/** Puts a tooltip on the one focusable child. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <RacTooltip className="tooltip" offset={6}>
        {text}
      </RacTooltip>
    </TooltipTrigger>
  );
}
