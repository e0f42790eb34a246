/** Where a failure of the check step is shown; the focus comes here because the button that was pressed is gone. */
import { type ReactNode, useEffect, useRef } from "react";

/** `kind` of the failure: for another one the focus comes again. */
export function FailurePlace({ kind, children }: { kind: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for every kind of failure
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "center" });
  }, [kind]);
  return (
    <div ref={place} tabIndex={-1} className="failure-place">
      {children}
    </div>
  );
}
