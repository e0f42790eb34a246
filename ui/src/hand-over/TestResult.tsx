/** What the test of a client showed, in words. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { FailurePanel } from "../app/FailurePanel";
import type { ClientTest, Looked, ScimTry } from "../backend/bindings";
import { type Definition, DefinitionList } from "../components/DefinitionList";
import { Notice } from "../components/Notice";
import { spellDateTime, spellDuration, spellList, spellNumber } from "../locales/format";

export function TestResult({ test }: { test: ClientTest }) {
  const rows = useRows(test);
  const { token, scim } = test;
  return (
    <>
      <Verdict test={test} />
      <DefinitionList rows={rows} />
      {token.kind === "failed" && <FailurePanel failure={token.failure} />}
      {scim?.kind === "failed" && <FailurePanel failure={scim.failure} />}
      {!test.revoked && (
        <p className="muted">
          <Trans>The token of this test could not be taken back. Nobody has it, and it ends by itself.</Trans>
        </p>
      )}
    </>
  );
}

function isGood(token: Looked): boolean {
  return token.kind === "good" && token.sameOrganization;
}

function Verdict({ test }: { test: ClientTest }) {
  const { token, scim } = test;
  if (!isGood(token) || scim?.kind === "failed") {
    return (
      <Notice
        tone="danger"
        role="alert"
        title={<Trans>The client gets a token, but something is wrong</Trans>}
      >
        <p>{token.kind === "refused" ? <Refused /> : <Trans>What it is stands below.</Trans>}</p>
      </Notice>
    );
  }
  if (test.life === "shorter" || test.life === "longer") {
    return (
      <Notice
        tone="warning"
        role="alert"
        title={<Trans>The client works, but not for as long as it says</Trans>}
      >
        <p>
          <Trans>
            A token keeps the duration that the client had when it was fetched. Long durations need a client
            whose one role has exactly the permissions of SCIM Integration.
          </Trans>
        </p>
      </Notice>
    );
  }
  return <Notice tone="success" role="status" title={<Trans>The client works</Trans>} />;
}

function Refused() {
  return (
    <Trans>
      Genesys Cloud refuses the token that it gave a moment ago. Right after a change that can happen: wait
      some seconds, then test again.
    </Trans>
  );
}

function useRows({ seconds, setSeconds, life, endsAt, token, scim }: ClientTest): Definition[] {
  const { i18n } = useLingui();
  const { locale } = i18n;
  const rows: Definition[] = [];
  const add = (key: string, label: ReactNode, value: ReactNode) => rows.push({ key, label, value });
  if (seconds !== null) {
    // A second less is the same duration to a person; the number says what came.
    const spelled = spellDuration(life === "asSet" && setSeconds !== null ? setSeconds : seconds, locale);
    const number = spellNumber(seconds, locale);
    add(
      "lives",
      <Trans>Its tokens live</Trans>,
      <Trans>
        {spelled} ({number} seconds)
      </Trans>,
    );
    if (setSeconds !== null && life !== "asSet") {
      add("set", <Trans>The client says</Trans>, spellDuration(setSeconds, locale));
    }
  }
  if (endsAt) add("ends", <Trans>One that is fetched now ends</Trans>, spellDateTime(endsAt, locale));
  if (token.kind === "good") {
    const { organization, sameOrganization, roles } = token;
    const name = <span translate="no">{organization}</span>;
    const other = <Trans>{name}, which is another organization than the one of the client</Trans>;
    add("org", <Trans>It works in</Trans>, sameOrganization ? name : other);
    if (roles) add("roles", <Trans>Its roles</Trans>, <Roles names={roles} />);
  }
  if (scim) add("scim", "SCIM", <Scim tried={scim} />);
  return rows;
}

function Roles({ names }: { names: string[] }) {
  const { i18n } = useLingui();
  if (names.length === 0) return <Trans context="of the roles or scopes of a client">None</Trans>;
  return <span translate="no">{spellList(names, i18n.locale)}</span>;
}

function Scim({ tried }: { tried: ScimTry }) {
  if (tried.kind === "works") return <Trans>The token opens it: groups may be read.</Trans>;
  return <Trans>The token does not open it.</Trans>;
}
