/** Identifiers, addresses, scopes and blocks of code: monospace, left to right, never translated. */
import { type ReactNode, useId } from "react";
import { CopyButton } from "./CopyButton";

/** An identifier inside a sentence or a row. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <code className="code" dir="ltr" translate="no">
      {children}
    </code>
  );
}

export interface CodeBlockProps {
  /** What it is, for example "framework.js". */
  title: ReactNode;
  code: string;
  onCopy?: () => Promise<void>;
}

/** A block of code with its name and a copy button. */
export function CodeBlock({ title, code, onCopy }: CodeBlockProps) {
  const id = useId();
  return (
    <div className="code-block">
      <div className="code-block__head">
        <span id={id}>{title}</span>
        {onCopy && <CopyButton onCopy={onCopy} size="small" variant="quiet" />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="code-block__scroll" tabIndex={0} aria-labelledby={id}>
        <pre dir="ltr" translate="no">
          <code>{code}</code>
        </pre>
      </section>
    </div>
  );
}
