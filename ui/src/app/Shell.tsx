/** The frame of the window: navigation at the side, the organization on top, the screen. */
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useRef } from "react";
import { OrgStrip } from "./OrgBadge";
import { useOpenOrg } from "./open-org";
import type { Route } from "./routes";
import { SideNavigation } from "./SideNavigation";
import { Waiting } from "./Waiting";

export function Shell({ route, children }: { route: Route; children: ReactNode }) {
  const { org } = useOpenOrg();
  const main = useRef<HTMLElement>(null);
  const skip = (
    <button type="button" className="skip" onClick={() => main.current?.focus()}>
      <Trans>Skip to the content</Trans>
    </button>
  );
  // While another organization is added, the open one must not seem to be meant.
  if (!org || route.page === "welcome" || route.page === "addOrg") {
    return (
      <div className="shell shell--bare">
        <main className="shell__page" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
    );
  }
  return (
    <div className="shell">
      {skip}
      <SideNavigation org={org} route={route} />
      <div className="shell__main">
        <OrgStrip org={org} />
        {/* Not on the very screens to which it leads. */}
        {route.page !== "interrupted" && route.page !== "secret" && <Waiting />}
        <main className="shell__page" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
