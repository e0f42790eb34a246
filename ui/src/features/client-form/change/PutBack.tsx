/** Over a change that puts a client back as it was: what that means, and what stays. A total table. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Stays } from "../../../backend/bindings";
import { Notice } from "../../../components/Notice";
import { HeldGrantTypeName } from "../../../words/purposes";
import { StateBadge } from "../../../words/StateBadge";
import { Id } from "../../../words/Values";

type Words = { [Kind in Stays["kind"]]: (stays: Extract<Stays, { kind: Kind }>) => ReactNode };

const table: Words = {
  state: ({ was }) => (
    <Trans>
      The state: it was <StateBadge state={was} /> then. Change it on the page of the client.
    </Trans>
  ),
  grantType: ({ was }) => (
    <Trans>
      The grant type: it was <HeldGrantTypeName held={was} /> then, and cannot be changed here.
    </Trans>
  ),
  member: ({ name }) => (
    <Trans>
      <Id>{name}</Id>: it was different then. This version of Latchkey does not know what it means, so it
      leaves it as it is now.
    </Trans>
  ),
};

export function PutBack({ stays }: { stays: Stays[] }) {
  return (
    <Notice tone="info" title={<Trans>This is the version from before that change</Trans>}>
      <p>
        <Trans>
          Review what will be different, then save. Later changes are undone too, whoever made them.
        </Trans>
      </p>
      {stays.length > 0 && (
        <>
          <p>
            <Trans>This is not restored:</Trans>
          </p>
          <ul className="bullets">
            {stays.map((one) => (
              <li key={JSON.stringify(one)}>{(table[one.kind] as (stays: Stays) => ReactNode)(one)}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
