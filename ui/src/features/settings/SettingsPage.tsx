/** Language, colours, and how long a copied secret stays on the clipboard. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { LanguageSelect, ThemeSelect } from "../../app/AppearanceFields";
import { useSettings } from "../../app/appearance";
import { FailurePanel } from "../../app/FailurePanel";
import type { Settings } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { Page } from "../../components/Page";
import { Select } from "../../components/Select";
import { spellDuration } from "../../locales/format";
import "./settings.css";

/** Offered times; Rust keeps whatever is saved between 10 and 600 seconds. */
const CLEARING_SECONDS = [15, 30, 60, 120, 300, 600];

export function SettingsPage() {
  return (
    <Page width="form" title={<Trans>Settings</Trans>}>
      <Card title={<Trans>Appearance</Trans>}>
        <div className="settings__fields">
          <LanguageSelect />
          <ThemeSelect />
        </div>
      </Card>
      <Clipboard />
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
