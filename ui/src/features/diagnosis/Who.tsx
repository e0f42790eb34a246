/** Who is signed in, through which client, in which organization. */
import { Trans } from "@lingui/react/macro";
import type { Diagnosis } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { type Definition, DefinitionList } from "../../components/DefinitionList";

export function Who({ diagnosis }: { diagnosis: Diagnosis }) {
  const { userName, clientName, orgName, homeOrgName } = diagnosis;
  const name = (value: string) => <strong translate="no">{value}</strong>;
  const rows: Definition[] = [
    {
      key: "user",
      label: <Trans>Signed in as</Trans>,
      value: userName === null ? <Trans>A program: there is no person</Trans> : name(userName),
    },
    {
      key: "client",
      label: <Trans>Through the client</Trans>,
      value:
        clientName === null ? (
          <span className="muted">
            <Trans>Genesys Cloud does not say</Trans>
          </span>
        ) : (
          name(clientName)
        ),
    },
    { key: "org", label: <Trans>In the organization</Trans>, value: name(orgName) },
  ];
  if (homeOrgName !== null) {
    rows.push({ key: "home", label: <Trans>Own organization</Trans>, value: name(homeOrgName) });
  }
  return (
    <Card title={<Trans>Who you are</Trans>}>
      <DefinitionList rows={rows} />
    </Card>
  );
}
