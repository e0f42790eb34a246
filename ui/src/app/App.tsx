/** The whole window: frame, and the screen of the route. */
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { CreateClient } from "../features/client-form/CreateClient";
import { ClientDetail } from "../features/clients/ClientDetail";
import { ClientList } from "../features/clients/ClientList";
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
  const route: Route = org || asked.page === "pieces" ? asked : { page: "welcome" };
  useTitle(route);
  return (
    <Shell route={route}>
      <Screen key={route.page} route={route} />
      <CloseGuard />
    </Shell>
  );
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
