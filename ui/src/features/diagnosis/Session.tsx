/** Scopes of the sign-in and how long it lasts. */
import { Plural, Trans } from "@lingui/react/macro";
import type { Diagnosis } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { type Definition, DefinitionList } from "../../components/DefinitionList";
import { Disclosure } from "../../components/Disclosure";
import { Duration, Id } from "../../words/Values";

export function Session({ diagnosis }: { diagnosis: Diagnosis }) {
  const { hipaa, idleSeconds } = diagnosis;
  const rows: Definition[] = [
    { key: "scopes", label: <Trans>Scopes</Trans>, value: <Scopes scopes={diagnosis.scopes} /> },
    {
      key: "hipaa",
      label: <Trans>HIPAA compliance</Trans>,
      value: hipaa ? (
        <Trans>On: tokens stop after at most 15 minutes without a request, whatever their duration.</Trans>
      ) : (
        <Trans context="of HIPAA compliance">Off</Trans>
      ),
    },
    {
      key: "idle",
      label: <Trans>Idle time-out</Trans>,
      value:
        idleSeconds === null ? (
          <Trans>Off, or not known</Trans>
        ) : (
          <Trans>
            Tokens stop after <Duration seconds={idleSeconds} /> without a request.
          </Trans>
        ),
    },
  ];
  if (diagnosis.unreadEntries > 0) {
    rows.push({
      key: "unread",
      label: <Trans>Entries left out</Trans>,
      value: (
        <Plural
          value={diagnosis.unreadEntries}
          one="# entry of a list could not be read. It is not shown."
          other="# entries of lists could not be read. They are not shown."
        />
      ),
    });
  }
  return (
    <Card title={<Trans>This sign-in</Trans>}>
      <DefinitionList rows={rows} />
      <Disclosure title={<Trans>What are scopes, and what is their enforcement?</Trans>}>
        <p>
          <Trans>
            Scopes say which areas a client may use; permissions say what a person may do. An action needs
            both. An organization can enforce scopes: a client then works only after an administrator has
            authorized it on the page “Authorized Applications” of the admin menu.
          </Trans>
        </p>
      </Disclosure>
    </Card>
  );
}

function Scopes({ scopes }: { scopes: string[] }) {
  if (scopes.length === 0) return <Trans>None: roles alone decide what this sign-in may do.</Trans>;
  return (
    <ul className="scopes">
      {scopes.map((scope) => (
        <li key={scope}>
          <Id>{scope}</Id>
        </li>
      ))}
    </ul>
  );
}
