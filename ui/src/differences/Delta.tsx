/** What is added to a list and what is removed from it. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { OrgFacts, RoleDivision } from "../backend/bindings";
import { Ids, RoleList } from "./field-values";

/** One part, with its word; none when it is empty. */
type Part = ReactNode | null;

function Delta({ added, removed }: { added: Part; removed: Part }) {
  return (
    <div className="delta">
      {added && (
        <div>
          <p className="delta__word">
            <Trans>Added:</Trans>
          </p>
          {added}
        </div>
      )}
      {removed && (
        <div>
          <p className="delta__word">
            <Trans>Removed:</Trans>
          </p>
          {removed}
        </div>
      )}
    </div>
  );
}

export function IdDelta({ added, removed }: { added: string[]; removed: string[] }) {
  return (
    <Delta
      added={added.length > 0 && <Ids ids={added} />}
      removed={removed.length > 0 && <Ids ids={removed} />}
    />
  );
}

type RoleDeltaProps = { added: RoleDivision[]; removed: RoleDivision[]; facts: OrgFacts };

export function RoleDelta({ added, removed, facts }: RoleDeltaProps) {
  return (
    <Delta
      added={added.length > 0 && <RoleList roles={added} facts={facts} />}
      removed={removed.length > 0 && <RoleList roles={removed} facts={facts} />}
    />
  );
}
