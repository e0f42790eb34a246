/** Language and colours, how secrets are handled, how the network is reached, where data is kept, and support. */
import { Trans } from "@lingui/react/macro";
import { LanguageSelect, ThemeSelect } from "../../app/AppearanceFields";
import { BackToOrganizations } from "../../app/BackToOrganizations";
import { useOpenOrg } from "../../app/open-org";
import { Card } from "../../components/Card";
import { Page } from "../../components/Page";
import { AtStart } from "./AtStart";
import { Clipboard } from "./Clipboard";
import { ConnectionCheck } from "./ConnectionCheck";
import { DataFolder } from "./DataFolder";
import { Marks } from "./Marks";
import { Network } from "./Network";
import { SupportReport } from "./SupportReport";
import { WaitingSecrets } from "./WaitingSecrets";
import "./settings.css";

export function SettingsPage() {
  const { org } = useOpenOrg();
  return (
    <Page width="form" title={<Trans>Settings</Trans>} crumb={!org && <BackToOrganizations />}>
      <Card title={<Trans>Appearance</Trans>}>
        <div className="settings__fields">
          <LanguageSelect />
          <ThemeSelect />
        </div>
      </Card>
      <AtStart />
      <Clipboard />
      <WaitingSecrets />
      <Marks />
      <Network />
      <ConnectionCheck />
      <DataFolder />
      <SupportReport />
      <Card title={<Trans>About Latchkey</Trans>}>
        <p>
          <Trans>
            Latchkey is an independent product; it is not made by Genesys. It has no account of its own and
            sends nothing to anyone but the organization that you open.
          </Trans>
        </p>
      </Card>
    </Page>
  );
}
