/** The organization on top of the navigation; pressing it offers the others that are open. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { commands, profilesQuery } from "../backend/backend";
import type { OrgView } from "../backend/bindings";
import { MenuButton, type MenuOption } from "../components/Menu";
import { RegionPlace } from "../words/RegionPlace";
import { navigate } from "./navigation";
import { edgeOf, OrgBadge } from "./OrgBadge";
import { useOpenOrg } from "./open-org";
import { toRoute } from "./routes";

/** Screens that mean the same in every organization: one stays on them while switching. */
const STAY = ["clients", "diagnosis"] as const;

export function OrgSwitcher({ org }: { org: OrgView }) {
  const { t } = useLingui();
  const { open, show } = useOpenOrg();
  const { data: profiles } = useQuery(profilesQuery);
  const others = (profiles ?? []).flatMap((profile) => (profile.open ? [profile.open] : []));
  const isProfile = profiles?.some((profile) => profile.id === org.id) ?? false;

  // The screen is asked first: one that holds a secret stays, and so does its organization.
  const leave = () => {
    const { page } = toRoute(window.location.hash);
    return navigate({ page: STAY.find((name) => name === page) ?? "clients" });
  };
  const choose = (id: string) => {
    const other = others.find((one) => one.id === id);
    if (id === org.id || (id === PRACTICE && !isProfile && org.practice)) return;
    if (id === ADD) navigate({ page: "addOrg" });
    else if (other && leave()) show(other);
    else if (id === PRACTICE) {
      commands.openPractice().then(
        (opened) => leave() && open(opened),
        () => navigate({ page: "welcome" }),
      );
    }
  };
  const options: MenuOption[] = [
    ...others.map((other) => ({
      id: other.id,
      text: other.name,
      content: <OtherOrg org={other} />,
      isCurrent: other.id === org.id,
    })),
    {
      id: PRACTICE,
      text: t`Practice organization`,
      content: (
        <span className="org-option edge-practice">
          <Trans>Practice organization</Trans>
        </span>
      ),
      isCurrent: org.practice && !isProfile,
    },
    { id: ADD, text: t`Add an organization`, icon: Plus, content: <Trans>Add an organization</Trans> },
  ];
  return (
    <MenuButton
      className={`org ${org.practice ? "org--practice" : ""} ${edgeOf(org)}`}
      label={t`Switch organization`}
      menuLabel={t`Organizations`}
      options={options}
      onChoose={choose}
    >
      <OrgBadge org={org} />
    </MenuButton>
  );
}

/** Keys that no profile has. */
const PRACTICE = "practice";
const ADD = "add";

function OtherOrg({ org }: { org: OrgView }) {
  return (
    <span className={`org-option ${edgeOf(org)}`}>
      <span translate="no">{org.name}</span>
      <span className="org-option__place">
        {org.marking.production && (
          <>
            <strong>
              <Trans>Production</Trans>
            </strong>
            {" · "}
          </>
        )}
        {org.practice && (
          <>
            <strong>
              <Trans>Practice</Trans>
            </strong>
            {" · "}
          </>
        )}
        <RegionPlace region={org.region} />
      </span>
    </span>
  );
}
