/** What was asked against what the organization holds, one row per field. */
import { Trans } from "@lingui/react/macro";
import type { Difference, OrgFacts } from "../../../backend/bindings";
import { differenceRow } from "../../../differences/rows";

export function Differences({ differences, facts }: { differences: Difference[]; facts: OrgFacts }) {
  const rows = differences.map((difference) => ({
    key: difference.kind,
    ...differenceRow(difference, facts),
  }));
  return (
    <>
      <table className="differences">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Field</Trans>
            </th>
            <th scope="col">
              <Trans>Asked for</Trans>
            </th>
            <th scope="col">
              <Trans>There now</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.field}</th>
              <td>{row.asked}</td>
              <td>{row.held}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.map((row) => row.note && <p key={row.key}>{row.note}</p>)}
    </>
  );
}
