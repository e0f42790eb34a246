/** What will be different, field by field: now and afterwards, and for lists what is added and removed. */
import { Trans } from "@lingui/react/macro";
import type { Difference, OrgFacts } from "../backend/bindings";
import { IdDelta, RoleDelta } from "./Delta";
import { differenceRow } from "./rows";

type ChangesProps = {
  /** `asked` is what would be sent, `held` what is there now. */
  differences: Difference[];
  facts: OrgFacts;
  /** It was carried out some time ago: "now" is another time. */
  isPast?: boolean;
};

export function Changes({ differences, facts, isPast }: ChangesProps) {
  return (
    <table className="differences">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Field</Trans>
          </th>
          <th scope="col">{isPast ? <Trans>Before</Trans> : <Trans>Now</Trans>}</th>
          <th scope="col">
            <Trans>Afterwards</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.kind}>
            <th scope="row">{differenceRow(difference, facts).field}</th>
            <Cells difference={difference} facts={facts} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ difference, facts }: { difference: Difference; facts: OrgFacts }) {
  switch (difference.kind) {
    case "redirectUris":
    case "scopes":
      return (
        <td colSpan={2}>
          <IdDelta added={difference.missing} removed={difference.added} />
        </td>
      );
    case "roles":
      return (
        <td colSpan={2}>
          <RoleDelta added={difference.missing} removed={difference.added} facts={facts} />
        </td>
      );
    default: {
      const { asked, held } = differenceRow(difference, facts);
      return (
        <>
          <td>{held}</td>
          <td>{asked}</td>
        </>
      );
    }
  }
}
