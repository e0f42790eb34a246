/** What will be different, field by field: now and afterwards, and for lists what is added and removed. */
import { Trans } from "@lingui/react/macro";
import type { Difference, OrgFacts } from "../../../backend/bindings";
import { differenceRow } from "../created/Differences";
import { IdDelta, RoleDelta } from "./Delta";

type ChangesProps = {
  /** `asked` is what would be sent, `held` what is there now. */
  differences: Difference[];
  facts: OrgFacts;
};

export function Changes({ differences, facts }: ChangesProps) {
  return (
    <table className="differences">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Field</Trans>
          </th>
          <th scope="col">
            <Trans>Now</Trans>
          </th>
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
