/** The navigation at the side; under 900 px a narrow rail. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import {
  Building2,
  FlaskConical,
  History,
  List,
  LockKeyholeOpen,
  type LucideIcon,
  Plus,
  Settings,
  ShieldCheck,
  Stethoscope,
} from "lucide-react";
import type { ReactNode } from "react";
import { profilesQuery } from "../backend/backend";
import type { OrgView } from "../backend/bindings";
import { Mark } from "./Mark";
import { OrgSwitcher } from "./OrgSwitcher";
import { type Route, toHash } from "./routes";

export function SideNavigation({ org, route }: { org: OrgView; route: Route }) {
  const { t } = useLingui();
  const { data: profiles } = useQuery(profilesQuery);
  // Only the practice organization inside this program can be told what to play.
  const isBuiltIn = org.practice && !profiles?.some((profile) => profile.id === org.id);
  return (
    <nav className="nav" aria-label={t`Main`}>
      <div className="nav__brand">
        <Mark size={24} />
        <span translate="no">Latchkey</span>
      </div>
      <OrgSwitcher org={org} />
      <ul className="nav__list">
        <Item
          to={{ page: "clients" }}
          icon={List}
          isCurrent={["clients", "applications", "client", "edit"].includes(route.page)}
        >
          <Trans>Clients</Trans>
        </Item>
        <Item to={{ page: "create" }} icon={Plus} isCurrent={route.page === "create"}>
          <Trans>Create a client</Trans>
        </Item>
        <Item to={{ page: "health" }} icon={Stethoscope} isCurrent={route.page === "health"}>
          <Trans>Health check</Trans>
        </Item>
        <Item to={{ page: "diagnosis" }} icon={ShieldCheck} isCurrent={route.page === "diagnosis"}>
          <Trans>My rights</Trans>
        </Item>
        {isBuiltIn && (
          <Item to={{ page: "practice" }} icon={FlaskConical} isCurrent={route.page === "practice"}>
            <Trans>Situations</Trans>
          </Item>
        )}
        <Item to={{ page: "history" }} icon={History} isCurrent={route.page === "history"}>
          <Trans>History</Trans>
        </Item>
        <Item to={{ page: "welcome" }} icon={Building2} isCurrent={false} isEnd>
          <Trans>Organizations</Trans>
        </Item>
        <Item to={{ page: "receive" }} icon={LockKeyholeOpen} isCurrent={route.page === "receive"}>
          <Trans>Open a sealed file</Trans>
        </Item>
        <Item to={{ page: "settings" }} icon={Settings} isCurrent={route.page === "settings"}>
          <Trans>Settings</Trans>
        </Item>
      </ul>
    </nav>
  );
}

interface ItemProps {
  to: Route;
  icon: LucideIcon;
  isCurrent: boolean;
  /** At the bottom, with what follows. */
  isEnd?: boolean;
  children: ReactNode;
}

function Item({ to, icon: Icon, isCurrent, isEnd = false, children }: ItemProps) {
  return (
    <li className={isEnd ? "nav__end" : undefined}>
      <a className="nav__item" href={toHash(to)} {...(isCurrent ? { "aria-current": "page" as const } : {})}>
        <Icon size={18} aria-hidden />
        <span>{children}</span>
      </a>
    </li>
  );
}
