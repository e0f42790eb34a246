/** Which organization every action acts on: name, region, colour, and unmistakably production or practice. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Clock, FlaskConical, ShieldAlert } from "lucide-react";
import { useEffect, useState } from "react";
import type { OrgView } from "../backend/bindings";
import { Code } from "../components/Code";
import { spellTime } from "../locales/format";
import { RegionPlace } from "../words/RegionPlace";

/** The colour of the edge; the practice organizations have one that nothing else has. */
export function edgeOf(org: Pick<OrgView, "practice" | "marking">): string {
  return org.practice ? "edge-practice" : `edge-${org.marking.colour}`;
}

/** On top of the navigation, inside the button that switches. */
export function OrgBadge({ org }: { org: OrgView }) {
  return (
    <>
      {org.practice && (
        <span className="org__kind">
          <Trans>Practice</Trans>
        </span>
      )}
      {org.marking.production && (
        <span className="org__kind org__kind--production">
          <Trans>Production</Trans>
        </span>
      )}
      <span className="org__name" translate="no">
        {org.name}
      </span>
      <span className="org__place">
        <RegionPlace region={org.region} />
      </span>
      <span className="org__place">
        <Code>{org.region.domain}</Code>
      </span>
    </>
  );
}

/** Above every screen, so that it is in sight while scrolling and on a narrow window. */
export function OrgStrip({ org }: { org: OrgView }) {
  const { t } = useLingui();
  return (
    <section
      className={`strip ${org.practice ? "strip--practice" : ""} ${edgeOf(org)}`}
      aria-label={t`Organization`}
    >
      {org.practice && (
        <span className="strip__kind">
          <FlaskConical size={14} aria-hidden />
          <Trans>Practice</Trans>
        </span>
      )}
      {org.marking.production && (
        <span className="strip__kind strip__kind--production">
          <ShieldAlert size={14} aria-hidden />
          <Trans>Production</Trans>
        </span>
      )}
      <span className="strip__name" translate="no">
        {org.name}
      </span>
      <span className="strip__place">
        <RegionPlace region={org.region} /> · <Code>{org.region.domain}</Code>
      </span>
      <span className="strip__end">
        {org.expiresAt !== null && <Expiry at={org.expiresAt} />}
        {org.practice && (
          <span className="strip__note">
            <Trans>Nothing here is real: try anything.</Trans>
          </span>
        )}
      </span>
    </section>
  );
}

/** How long before its end a sign-in is spoken of. */
const SOON_MS = 300_000;
/** Often enough to be right to the half minute. */
const LOOK_MS = 15_000;

/** Nothing until the end is near. */
function Expiry({ at }: { at: string }) {
  const { i18n } = useLingui();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(at) - now;
  const time = spellTime(at, i18n.locale);
  return (
    <span className="strip__expiry" role="status">
      {left <= SOON_MS && (
        <>
          <Clock size={14} aria-hidden />
          {left > 0 ? <Trans>Sign-in ends at {time}</Trans> : <Trans>Sign-in ended at {time}</Trans>}
        </>
      )}
    </span>
  );
}
