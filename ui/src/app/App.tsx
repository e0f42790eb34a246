/** The whole window: frame, and the screen of the route. */
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { CreateClient } from "../features/client-form/CreateClient";
import { ClientDetail } from "../features/clients/ClientDetail";
import { ClientList } from "../features/clients/ClientList";
import { DiagnosisPage } from "../features/diagnosis/DiagnosisPage";
import { AddOrg } from "../features/orgs/add/AddOrg";
import { Welcome } from "../features/orgs/Welcome";
import { PracticePage } from "../features/practice/PracticePage";
import { SettingsPage } from "../features/settings/SettingsPage";
import { useAppearance } from "./appearance";
import { CloseGuard } from "./CloseGuard";
import { NotFound } from "./NotFound";
import { type Route, useRoute } from "./navigation";
import { useOpenOrg } from "./open-org";
import { Pieces } from "./Pieces";
import { Shell } from "./Shell";

export function App() {
  useAppearance();
  const { org } = useOpenOrg();
  const asked = useRoute();
  // A first organization may be out of reach until the network is set up.
  const withoutOrg = ["pieces", "addOrg", "settings"].includes(asked.page);
  const route: Route = org || withoutOrg ? asked : { page: "welcome" };
  useTitle(route);
  return (
    <Shell route={route}>
      {/* Anew for another organization: nothing on a screen may be of the one before. */}
      <Screen key={`${route.page} ${shownOrg(route, org?.id)}`} route={route} />
      <CloseGuard />
    </Shell>
  );
}

/** Signing in opens an organization by itself: that must not begin the screen anew. */
function shownOrg(route: Route, org = ""): string {
  return route.page === "addOrg" ? (route.profile ?? "") : org;
}

function Screen({ route }: { route: Route }) {
  switch (route.page) {
    case "welcome":
      return <Welcome />;
    case "clients":
      return <ClientList {...(route.fresh ? { fresh: route.fresh } : {})} />;
    case "client":
      return <ClientDetail key={route.id} id={route.id} />;
    case "create":
      return <CreateClient />;
    case "addOrg":
      return (
        <AddOrg
          {...(route.profile ? { profile: route.profile } : {})}
          {...(route.back ? { back: route.back } : {})}
        />
      );
    case "diagnosis":
      return <DiagnosisPage isFresh={route.fresh ?? false} />;
    case "settings":
      return <SettingsPage />;
    case "practice":
      return <PracticePage />;
    case "pieces":
      return <Pieces />;
    case "notFound":
      return <NotFound />;
  }
}

/** The window title names the screen, never anything of the organization's data. */
function useTitle(route: Route): void {
  const { t } = useLingui();
  const names: Record<Route["page"], string> = {
    welcome: t`Welcome`,
    clients: t`Clients`,
    client: t`Client`,
    create: t`Create a client`,
    addOrg: t`Sign in`,
    diagnosis: t`My rights`,
    settings: t`Settings`,
    practice: t`Practice`,
    pieces: t`Pieces`,
    notFound: t`Not found`,
  };
  const title = `Latchkey – ${names[route.page]}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
