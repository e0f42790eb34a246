/** What every screen stands on: queries, language, announcements, the open organization. */
import type { I18n } from "@lingui/core";
import { I18nProvider, useLingui } from "@lingui/react";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { I18nProvider as WidgetLanguage } from "react-aria-components";
import type { OrgView } from "../backend/bindings";
import { LiveRegion } from "../components/LiveRegion";
import { OpenOrgProvider } from "./open-org";

interface ProvidersProps {
  i18n: I18n;
  queries: QueryClient;
  org?: OrgView | null;
  children: ReactNode;
}

export function Providers({ i18n, queries, org = null, children }: ProvidersProps) {
  return (
    <I18nProvider i18n={i18n}>
      <Widgets>
        <QueryClientProvider client={queries}>
          <LiveRegion>
            <OpenOrgProvider initial={org}>{children}</OpenOrgProvider>
          </LiveRegion>
        </QueryClientProvider>
      </Widgets>
    </I18nProvider>
  );
}

/** The widget library has words of its own, such as "Dismiss". */
function Widgets({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  return <WidgetLanguage locale={i18n.locale === "fr" ? "fr-FR" : "en-US"}>{children}</WidgetLanguage>;
}
