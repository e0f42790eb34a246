/** The two lists of clients: the organization's own, and applications of others. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type Route, toHash } from "../../app/routes";
import "./authorized/authorized.css";

export function ClientSections({ current }: { current: "clients" | "applications" }) {
  const { t } = useLingui();
  return (
    <nav className="sections" aria-label={t`Whose clients`}>
      <Section to={{ page: "clients" }} isCurrent={current === "clients"}>
        <Trans>Clients of this organization</Trans>
      </Section>
      <Section to={{ page: "applications" }} isCurrent={current === "applications"}>
        <Trans>Applications of other organizations</Trans>
      </Section>
    </nav>
  );
}

function Section({ to, isCurrent, children }: { to: Route; isCurrent: boolean; children: ReactNode }) {
  return (
    <a
      className="sections__item"
      href={toHash(to)}
      {...(isCurrent ? { "aria-current": "page" as const } : {})}
    >
      {children}
    </a>
  );
}
