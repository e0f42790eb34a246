/** Where one is in a sequence of steps. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

export interface StepsProps {
  steps: readonly { key: string; title: ReactNode }[];
  /** Key of the step that is shown. */
  current: string;
}

/** An ordered list; the current step carries `aria-current`. */
export function Steps({ steps, current }: StepsProps) {
  const { t } = useLingui();
  const at = steps.findIndex((step) => step.key === current);
  return (
    <ol className="steps" aria-label={t`Steps`}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          data-state={index < at ? "done" : index === at ? "current" : "ahead"}
          {...(index === at ? { "aria-current": "step" as const } : {})}
        >
          <span className="steps__mark">{index < at && <Check size={13} strokeWidth={3} aria-hidden />}</span>
          <span>
            {step.title}
            {index < at && (
              <span className="hidden">
                {" "}
                <Trans>(done)</Trans>
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
