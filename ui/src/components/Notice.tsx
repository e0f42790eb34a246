/** A message in the page: what, why, and what can be done. */
import { Trans } from "@lingui/react/macro";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export interface NoticeProps {
  tone: "info" | "warning" | "danger" | "success";
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
  /** Read out when it appears: `alert` at once, `status` when there is a pause. */
  role?: "alert" | "status";
}

const icons = { info: Info, warning: TriangleAlert, danger: CircleAlert, success: CircleCheck };

/** A coloured box with an icon; the tone is also said in words for those who do not see it. */
export function Notice({ tone, title, children, actions, role }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={`notice notice--${tone}`} {...(role ? { role } : {})}>
      <Icon size={18} aria-hidden />
      <div>
        <span className="hidden">
          <ToneWord tone={tone} />
        </span>
        {title && <p className="notice__title">{title}</p>}
        {children && <div className="notice__text">{children}</div>}
        {actions && <div className="notice__actions">{actions}</div>}
      </div>
    </div>
  );
}

function ToneWord({ tone }: { tone: NoticeProps["tone"] }) {
  if (tone === "danger") return <Trans>Error:</Trans>;
  if (tone === "warning") return <Trans>Warning:</Trans>;
  if (tone === "success") return <Trans context="before what has worked, for screen readers">Done:</Trans>;
  return <Trans>Note:</Trans>;
}
