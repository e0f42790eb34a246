/** Language, colours, the clipboard, how the network is reached, and where data is kept. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { LanguageSelect, ThemeSelect } from "../../app/AppearanceFields";
import { useSettings } from "../../app/appearance";
import { FailurePanel } from "../../app/FailurePanel";
import { navigate } from "../../app/navigation";
import { useOpenOrg } from "../../app/open-org";
import type { Settings } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Page } from "../../components/Page";
import { Select } from "../../components/Select";
import { spellDuration } from "../../locales/format";
import { ConnectionCheck } from "./ConnectionCheck";
import { DataFolder } from "./DataFolder";
import { Network } from "./Network";
import "./settings.css";

/** Offered times; Rust keeps whatever is saved between 10 and 600 seconds. */
const CLEARING_SECONDS = [15, 30, 60, 120, 300, 600];

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
      <Clipboard />
      <Network />
      <ConnectionCheck />
      <DataFolder />
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

/** Without an organization there is no navigation at the side. */
function BackToOrganizations() {
  return (
    <Button variant="quiet" icon={ArrowLeft} onPress={() => navigate({ page: "welcome" })}>
      <Trans>Organizations</Trans>
    </Button>
  );
}

function Clipboard() {
  const { t, i18n } = useLingui();
  const { settings, change } = useSettings();
  const saving = useMutation({ mutationFn: (part: Partial<Settings>) => change(part) });
  const offered = [...new Set([...CLEARING_SECONDS, settings.clipboardSeconds])].sort((a, b) => a - b);
  return (
    <Card
      title={<Trans>Clipboard</Trans>}
      text={<Trans>A secret that you copied is taken off the clipboard again by Latchkey.</Trans>}
    >
      <div className="settings__fields">
        <Select
          label={t`Clear a copied secret after`}
          value={String(settings.clipboardSeconds)}
          onChange={(seconds) => saving.mutate({ clipboardSeconds: Number(seconds) })}
          options={offered.map((seconds) => ({
            value: String(seconds),
            label: spellDuration(seconds, i18n.locale),
          }))}
        />
      </div>
      {saving.error && (
        <FailurePanel failure={saving.error} onRetry={() => saving.mutate(saving.variables ?? {})} />
      )}
    </Card>
  );
}
