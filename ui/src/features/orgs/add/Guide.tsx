/** How to create the client for signing in, by hand and once, with every value to copy. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { bootstrapQuery, copyText } from "../../../backend/backend";
import type { Bootstrap, Place } from "../../../backend/bindings";
import { CopyButton } from "../../../components/CopyButton";
import { Loading } from "../../../components/Loading";
import { Duration, Id } from "../../../words/Values";

export function Guide({ place }: { place: Place }) {
  const { data, error, refetch } = useQuery(bootstrapQuery(place));
  if (error) return <FailurePanel failure={error} onRetry={() => void refetch()} />;
  return data ? <Numbered guide={data} /> : <Loading />;
}

function Numbered({ guide }: { guide: Bootstrap }) {
  const { t } = useLingui();
  const { seconds } = guide;
  return (
    <>
      <p className="muted">
        <Trans>
          This is done once for each organization, by somebody who may add OAuth clients. Everybody there can
          then use the same client ID.
        </Trans>
      </p>
      <ol className="guide">
        <li>
          <Trans>
            In Genesys Cloud, open Admin, then Integrations, then OAuth (in the newer menu: IT and
            Integrations, then OAuth), and choose <b>Add Client</b>.
          </Trans>
          {guide.adminUrl && (
            <Value text={guide.adminUrl} label={t`Copy the address of the page`}>
              <Id>{guide.adminUrl}</Id>
            </Value>
          )}
        </li>
        <li>
          <Trans>
            As <b>App Name</b>, enter:
          </Trans>
          <Value text={guide.name} label={t`Copy the name`}>
            <Id>{guide.name}</Id>
          </Value>
        </li>
        <li>
          <Trans>
            As <b>Grant Type</b>, choose Code Authorization / PKCE.
          </Trans>
        </li>
        <li>
          <Trans>
            As <b>Token Duration</b>, enter this number of seconds, which is <Duration seconds={seconds} />:
          </Trans>
          <Value text={String(seconds)} label={t`Copy the duration`}>
            <Id>{seconds}</Id>
          </Value>
        </li>
        <li>
          <Trans>
            As <b>Authorized redirect URI</b>, enter exactly this, without a slash or a port after it:
          </Trans>
          <Value text={guide.redirectUri} label={t`Copy the redirect address`}>
            <Id>{guide.redirectUri}</Id>
          </Value>
        </li>
        <li>
          <Trans>
            As <b>Scope</b>, choose these:
          </Trans>
          <Value text={guide.scopes.join("\n")} label={t`Copy the scopes`}>
            <Scopes scopes={guide.scopes} />
          </Value>
          <Trans>These two are optional. Without them, Latchkey works, but shows less:</Trans>
          <Value text={guide.optionalScopes.join("\n")} label={t`Copy the optional scopes`}>
            <Scopes scopes={guide.optionalScopes} />
          </Value>
        </li>
        <li>
          <Trans>Save it, and copy its client ID into the field above. Its secret is not needed.</Trans>
        </li>
      </ol>
    </>
  );
}

/** What an optional scope is for. */
const uses: Record<string, ReactNode> = {
  "integrations:readonly": <Trans>to see which integrations may use a client before you change it</Trans>,
  "users:readonly": <Trans>to show who created a client by name</Trans>,
};

function Scopes({ scopes }: { scopes: string[] }) {
  return (
    <ul className="guide__scopes">
      {scopes.map((scope) => (
        <li key={scope}>
          <Id>{scope}</Id> {uses[scope]}
        </li>
      ))}
    </ul>
  );
}

function Value({ text, label, children }: { text: string; label: string; children: ReactNode }) {
  return (
    <div className="guide__value">
      {children}
      <CopyButton size="small" variant="quiet" label={label} onCopy={() => copyText(text)} />
    </div>
  );
}
