/** Where something will be sent: never in doubt, and never mistaken for the practice organization. */
import { Trans } from "@lingui/react/macro";
import { Building2, GraduationCap } from "lucide-react";
import { edgeOf } from "../../../app/OrgBadge";
import type { OrgView } from "../../../backend/bindings";
import { RegionPlace } from "../../../words/RegionPlace";
import { Id } from "../../../words/Values";

export function Target({ org }: { org: OrgView }) {
  const Icon = org.practice ? GraduationCap : Building2;
  return (
    <div className={`target ${org.practice ? "target--practice" : ""} ${edgeOf(org)}`}>
      <Icon size={24} aria-hidden />
      <div>
        <p className="target__name">
          <Trans>
            In the organization <strong>{org.name}</strong>
          </Trans>
        </p>
        <p className="target__place">
          <RegionPlace region={org.region} /> · <Id>{org.region.domain}</Id>
          {org.gateway && (
            <>
              {" · "}
              <Trans>through your company's gateway</Trans>
            </>
          )}
          {org.marking.production && (
            <>
              {" · "}
              <strong className="target__production">
                <Trans>Production: people work with it</Trans>
              </strong>
            </>
          )}
          {org.practice && (
            <>
              {" · "}
              <strong>
                <Trans>Practice: nothing here is real</Trans>
              </strong>
            </>
          )}
        </p>
      </div>
    </div>
  );
}
