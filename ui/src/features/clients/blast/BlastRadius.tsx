/** What a change to a client hits, as far as it can be known: shown before the change, and never in its way. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useOrg } from "../../../app/open-org";
import { blastRadiusQuery, usageQuery } from "../../../backend/backend";
import type { CredentialsThatMayHoldIt, LastUse, UsageReading } from "../../../backend/bindings";
import { Code } from "../../../components/Code";
import { Loading } from "../../../components/Loading";
import { LastUsed } from "../../../last-use/LastUsed";
import { NotCounted } from "../../../last-use/NotCounted";
import { spellDay } from "../../../locales/format";
import { Endpoint } from "../usage/tables";
import { DependentsPart, HoldersPart } from "./Inside";
import { Part, Reason } from "./Part";
import "../usage/usage.css";

/** `cutsOthers`: other organizations lose the client too, and so do flows. */
export function BlastRadius({ id, cutsOthers }: { id: string; cutsOthers: boolean }) {
  const org = useOrg();
  const usage = useQuery(usageQuery(org.id, id, "days30"));
  const radius = useQuery(blastRadiusQuery(org.id, id));
  const before = radius.data?.lastUse ?? null;
  const calls = usage.data?.report.total.requests ?? 0;
  // Where a longer look found nothing, a shorter one is of no interest until it finds something.
  const knownQuiet = before && before.requests === 0 && before.days >= 30 && calls === 0 ? before : null;
  return (
    <section className="blast">
      <h3 className="blast__title">
        <Trans>What uses it</Trans>
      </h3>
      <dl>
        <Part name={knownQuiet ? <Trans>Calls</Trans> : <Trans>Calls in the last 30 days</Trans>}>
          {knownQuiet ? (
            <Quiet lastUse={knownQuiet} />
          ) : (
            <Calls reading={usage.data} failure={usage.error} before={before} />
          )}
        </Part>
        <DependentsPart dependents={radius.data?.dependents} />
        <Part name={<Trans>Integrations of this organization</Trans>}>
          <Credentials credentials={radius.data?.credentials} failure={radius.error} />
        </Part>
        {cutsOthers && <HoldersPart holders={radius.data?.roleHolders} />}
        {cutsOthers && (
          <Part name={<Trans>Other organizations</Trans>}>
            <Others ids={usage.data?.report.otherOrgIds ?? []} />
          </Part>
        )}
      </dl>
    </section>
  );
}

interface CallsProps {
  reading: UsageReading | undefined;
  failure: unknown;
  /** What an earlier look showed. */
  before: LastUse | null;
}

function Calls({ reading, failure, before }: CallsProps) {
  if (reading) return <Counted reading={reading} />;
  return (
    <>
      {before && (
        <p>
          <LastUsed lastUse={before} />
          {before.requests === 0 && (
            <>
              {" "}
              <NotCounted atOnce={before.atOnce ?? false} />
            </>
          )}
        </p>
      )}
      {failure ? (
        <Reason failure={failure} />
      ) : (
        <Loading>
          <Trans>Genesys Cloud is working them out. That can take minutes; you need not wait for it.</Trans>
        </Loading>
      )}
    </>
  );
}

function Quiet({ lastUse }: { lastUse: LastUse }) {
  return (
    <>
      <LastUsed lastUse={lastUse} /> <Trans>Somebody may use it all the same, though rarely.</Trans>{" "}
      <NotCounted atOnce={lastUse.atOnce ?? false} />
    </>
  );
}

/** Endpoints that are named here; the page of the client has them all. */
const NAMED = 4;

function Counted({ reading: { report, lastUse } }: { reading: UsageReading }) {
  const { i18n } = useLingui();
  const { requests } = report.total;
  if (requests === 0) return <Quiet lastUse={lastUse} />;
  const day = report.lastDay && spellDay(report.lastDay, i18n.locale);
  const more = report.endpoints.length - NAMED;
  return (
    <>
      <p>
        {day ? (
          <Plural value={requests} one={`# call, the last on ${day}`} other={`# calls, the last on ${day}`} />
        ) : (
          <Plural value={requests} one="# call" other="# calls" />
        )}
      </p>
      <ul className="bullets">
        {report.endpoints.slice(0, NAMED).map((endpoint) => (
          <li key={`${endpoint.method} ${endpoint.template}`}>
            <Endpoint endpoint={endpoint} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <Plural value={more} one="and # other endpoint" other="and # other endpoints" />
          </li>
        )}
      </ul>
    </>
  );
}

interface CredentialsProps {
  credentials: CredentialsThatMayHoldIt | undefined;
  failure: unknown;
}

function Credentials({ credentials, failure }: CredentialsProps) {
  if (!credentials) return failure ? <Reason failure={failure} /> : <Loading />;
  if (credentials.kind === "notListed") return <Reason failure={credentials.failure} />;
  const { namedAfter, others } = credentials;
  if (namedAfter.length + others === 0) {
    return <Trans>No integration has a credential for an OAuth client.</Trans>;
  }
  return (
    <>
      {namedAfter.length > 0 && (
        <>
          <p>
            <Plural
              value={namedAfter.length}
              one="This credential is named after it:"
              other="These credentials are named after it:"
            />
          </p>
          <ul className="bullets">
            {namedAfter.map((name) => (
              <li key={name} translate="no">
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {others > 0 &&
          (namedAfter.length > 0 ? (
            <Plural
              value={others}
              one="# credential with another name may hold it too."
              other="# credentials with other names may hold it too."
            />
          ) : (
            <Plural
              value={others}
              one="# credential may hold it, though it has another name."
              other="# credentials may hold it, though they have other names."
            />
          ))}{" "}
        <Trans>Nobody can read what a credential holds.</Trans>
      </p>
    </>
  );
}

function Others({ ids }: { ids: string[] }) {
  return (
    <>
      {ids.length > 0 && (
        <>
          <p>
            <Trans>It was used for the data of other organizations:</Trans>
          </p>
          <ul className="bullets">
            {ids.map((id) => (
              <li key={id}>
                <Code>{id}</Code>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Trans>
          Genesys Cloud does not say which organizations have authorized a client. Those that have are cut off
          too.
        </Trans>
      </p>
    </>
  );
}
