/** A part of what a change hits, and why one is not known. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { toFailure } from "../../../backend/backend";
import { wordsFor } from "../../../backend/failures";
import { permissionInUi } from "../../../backend/permissions";

export function Part({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Why it is not known, in one line: the change is what this dialog is about. */
export function Reason({ failure: reason }: { failure: unknown }) {
  const { i18n } = useLingui();
  const failure = toFailure(reason);
  const permissions = failure.kind === "permissionMissing" ? failure.permissions : [];
  return (
    <>
      <Trans>Not known: {i18n._(wordsFor(failure).title)}.</Trans>{" "}
      {permissions.map((permission) => (
        <span key={permission} translate="no">
          {permissionInUi(permission)}{" "}
        </span>
      ))}
    </>
  );
}
