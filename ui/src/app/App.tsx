/** The whole window: frame, and the screen of the route. */
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useFocusNet } from "../components/Arrival";
import { CreateClient } from "../features/client-form/CreateClient";
import { EditClient } from "../features/client-form/EditClient";
import { AuthorizedApps } from "../features/clients/authorized/AuthorizedApps";
import { ClientList } from "../features/clients/ClientList";
import { DeletedClients } from "../features/clients/deleted/DeletedClients";
import { ClientDetail } from "../features/clients/detail/ClientDetail";
import { DiagnosisPage } from "../features/diagnosis/DiagnosisPage";
import { HealthPage } from "../features/health/HealthPage";
import { HistoryPage } from "../features/history/HistoryPage";
import { InterruptedPage } from "../features/interrupted/InterruptedPage";
import { AddOrg } from "../features/orgs/add/AddOrg";
import { Welcome } from "../features/orgs/Welcome";
import { PracticePage } from "../features/practice/PracticePage";
import { ReceivePage } from "../features/receive/ReceivePage";
import { SecretPage } from "../features/secrets/SecretPage";
import { SettingsPage } from "../features/settings/SettingsPage";
import { useAppearance } from "./appearance";
import { CloseGuard } from "./CloseGuard";
import { NotFound } from "./NotFound";
import { useRoute } from "./navigation";
import { OpeningLast } from "./OpeningLast";
import { useOpenOrg } from "./open-org";
import { Pieces } from "./Pieces";
import { type Route, toHash } from "./routes";
import { Shell } from "./Shell";

export function App() {
  useAppearance();
  useFocusNet();
  return (
    <OpeningLast>
      <Screens />
    </OpeningLast>
  );
}

function Screens() {
  const { org } = useOpenOrg();
  const asked = useRoute();
  // A first organization may be out of reach until the network is set up.
  const withoutOrg = ["pieces", "addOrg", "receive", "settings", "interrupted", "history"].includes(
    asked.page,
  );
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
  // These are about every organization.
  if (route.page === "interrupted" || route.page === "history") return "";
  return route.page === "addOrg" ? (route.profile ?? "") : org;
}

function Screen({ route }: { route: Route }) {
  switch (route.page) {
    case "welcome":
      return <Welcome />;
    case "clients":
      return (
        <ClientList
          {...(route.fresh ? { fresh: route.fresh } : {})}
          {...(route.quiet ? { quiet: true } : {})}
        />
      );
    case "applications":
      return <AuthorizedApps />;
    case "client":
      return <ClientDetail key={route.id} id={route.id} tab={route.tab ?? "overview"} />;
    case "edit":
      return (
        <EditClient
          key={`${route.id} ${route.putBack} ${route.mend}`}
          id={route.id}
          {...(route.putBack ? { putBack: route.putBack } : {})}
          {...(route.mend ? { mend: route.mend } : {})}
        />
      );
    case "deleted":
      return <DeletedClients />;
    case "health":
      return <HealthPage view={route.view ?? "findings"} />;
    case "create":
      return <CreateClient key={toHash(route)} beginning={route} />;
    case "secret":
      return <SecretPage key={route.id} id={route.id} />;
    case "interrupted":
      return <InterruptedPage {...(route.operation ? { operation: route.operation } : {})} />;
    case "history":
      return <HistoryPage key={route.search ?? ""} {...(route.search ? { search: route.search } : {})} />;
    case "addOrg":
      return (
        <AddOrg
          {...(route.profile ? { profile: route.profile } : {})}
          {...(route.back ? { back: route.back } : {})}
        />
      );
    case "diagnosis":
      return <DiagnosisPage isFresh={route.fresh ?? false} />;
    case "receive":
      return <ReceivePage />;
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
    applications: t`Applications of other organizations`,
    client: t`Client`,
    edit: t`Change a client`,
    health: t`Health check`,
    create: t`Create a client`,
    deleted: t`Deleted clients`,
    secret: t`Client secret`,
    interrupted: t`Interrupted`,
    history: t`History`,
    addOrg: t`Sign in`,
    diagnosis: t`My rights`,
    receive: t`Open a sealed file`,
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
