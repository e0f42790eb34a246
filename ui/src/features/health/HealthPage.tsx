/** The health check: what may be wrong with the clients of an organization, and what ends with implicit grant. */
import { Trans, useLingui } from "@lingui/react/macro";
import { showPart } from "../../app/navigation";
import type { HealthView } from "../../app/routes";
import { Page } from "../../components/Page";
import { Tabs } from "../../components/Tabs";
import { Checked } from "./Checked";
import { SunsetView } from "./SunsetView";
import "./health.css";

export function HealthPage({ view }: { view: HealthView }) {
  const { t } = useLingui();
  return (
    <Page
      title={<Trans>Health check</Trans>}
      text={
        <Trans>
          Every client against the rules of Genesys Cloud and the experience of administrators. Nothing is
          changed by looking.
        </Trans>
      }
    >
      <Tabs
        label={t`Parts of this page`}
        shown={view}
        onShow={(view) => showPart({ page: "health", view })}
        parts={[
          { id: "findings", name: <Trans>Findings</Trans>, content: <Checked /> },
          { id: "sunset", name: <Trans>End of implicit grant</Trans>, content: <SunsetView /> },
        ]}
      />
    </Page>
  );
}
