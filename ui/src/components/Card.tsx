/** A white card with a title: one topic of a page. */
import { type ReactNode, useId } from "react";

export interface CardProps {
  title?: ReactNode;
  /** A sentence under the title. */
  text?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  children?: ReactNode;
  /** No padding round the content, for tables. */
  isFlush?: boolean;
}

/** A section of a page; named by its title. */
export function Card({ title, text, actions, children, isFlush }: CardProps) {
  const id = useId();
  return (
    <section className={isFlush ? "card card--flush" : "card"} {...(title ? { "aria-labelledby": id } : {})}>
      {title && (
        <div className="card__head">
          <div>
            <h2 className="card__title" id={id}>
              {title}
            </h2>
            {text && <p className="card__text">{text}</p>}
          </div>
          {actions && <div className="row">{actions}</div>}
        </div>
      )}
      {children && <div className="card__body">{children}</div>}
    </section>
  );
}
