/** Waiting. */
import { Trans } from "@lingui/react/macro";
import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";

/** A turning circle with words, announced. */
export function Loading({ children }: { children?: ReactNode }) {
  return (
    <div className="loading" role="status">
      <LoaderCircle className="spinner" aria-hidden />
      <span>{children ?? <Trans>Loading…</Trans>}</span>
    </div>
  );
}
