/** A page: its header, and the title that takes focus when one arrives. */
import { type ReactNode, useEffect, useRef } from "react";

export interface PageProps {
  title: ReactNode;
  /** Above the title, for example a link back. */
  crumb?: ReactNode;
  /** Beside the title, for example a badge. */
  badge?: ReactNode;
  /** Below the title: one sentence. */
  text?: ReactNode;
  /** At the right: one primary action. */
  actions?: ReactNode;
  /** `form`: narrower, for reading and typing. */
  width?: "list" | "form";
  /** When it changes, the title takes focus again, for example the step of a wizard. */
  focusKey?: string;
  children?: ReactNode;
}

/** Frame of every page inside the shell. */
export function Page(props: PageProps) {
  return (
    <div className={props.width === "form" ? "page page--form" : "page"}>
      <PageHeader {...props} />
      {props.children}
    </div>
  );
}

/** The header alone. */
export function PageHeader({
  title,
  crumb,
  badge,
  text,
  actions,
  focusKey,
}: Omit<PageProps, "children" | "width">) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when, it is not read
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest("main")?.scrollTo({ top: 0 });
  }, [focusKey]);
  return (
    <header className="page-header">
      <div>
        {crumb && <div className="page-header__crumb">{crumb}</div>}
        <div className="page-header__title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {badge}
        </div>
        {text && <p className="page-header__text">{text}</p>}
      </div>
      {actions && <div className="page-header__actions">{actions}</div>}
    </header>
  );
}
