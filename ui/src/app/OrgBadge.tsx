/** Which organization every action acts on: name, region, and unmistakably when it is the practice organization. */
import { Trans, useLingui } from "@lingui/react/macro";
import { FlaskConical } from "lucide-react";
import type { OrgView } from "../backend/bindings";
import { Code } from "../components/Code";

/** On top of the navigation. */
export function OrgBadge({ org }: { org: OrgView }) {
  return (
    <div className={org.practice ? "org org--practice" : "org"}>
      {org.practice && (
        <span className="org__kind">
          <Trans>Practice</Trans>
        </span>
      )}
      <span className="org__name" translate="no">
        {org.name}
      </span>
      <span className="org__place" translate="no">
        {org.region.place}
      </span>
      <span className="org__place">
        <Code>{org.region.domain}</Code>
      </span>
    </div>
  );
}

/** Above every screen, so that it is in sight while scrolling and on a narrow window. */
export function OrgStrip({ org }: { org: OrgView }) {
  const { t } = useLingui();
  return (
    <section className={org.practice ? "strip strip--practice" : "strip"} aria-label={t`Organization`}>
      {org.practice && (
        <span className="strip__kind">
          <FlaskConical size={14} aria-hidden />
          <Trans>Practice</Trans>
        </span>
      )}
      <span className="strip__name" translate="no">
        {org.name}
      </span>
      <span className="strip__place" translate="no">
        {org.region.place} · <Code>{org.region.domain}</Code>
      </span>
      {org.practice && (
        <span className="strip__note">
          <Trans>Nothing here is real: try anything.</Trans>
        </span>
      )}
    </section>
  );
}
