/** The long-lived access token that some identity systems want in place of the secret, and a reminder of its end. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { CalendarClock, Check, Ticket } from "lucide-react";
import { useEffect } from "react";
import { SaveOutcome } from "../app/SaveOutcome";
import { commands } from "../backend/backend";
import type { ScimToken } from "../backend/bindings";
import { Arrival } from "../components/Arrival";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { type Definition, DefinitionList } from "../components/DefinitionList";
import { Notice } from "../components/Notice";
import { spellDate, spellDuration } from "../locales/format";
import { SecretValue } from "../one-time-secret/SecretValue";
import type { TokenCardProps } from "./ClientTestCard";
import { NoToken } from "./NoToken";
import { SecretForm } from "./SecretForm";

export function ScimTokenCard({ org, client, hasKept }: TokenCardProps) {
  const fetching = useMutation({
    mutationFn: (secret: string | null) => commands.fetchScimToken(org.id, client.id, secret),
    gcTime: 0,
  });
  useEffect(() => letGo, []);
  const done = () => {
    letGo();
    fetching.reset();
  };
  return (
    <Card
      title={<Trans>Long-lived token for Entra ID and Okta</Trans>}
      text={
        <Trans>
          These systems want an access token in place of the secret. It does not renew itself: before it ends,
          somebody has to fetch a new one and put it in its place.
        </Trans>
      }
    >
      {fetching.data ? (
        <Arrival key="token" className="stack">
          <Fetched token={fetching.data} org={org.name} name={client.name} onDone={done} />
        </Arrival>
      ) : (
        <Arrival to="control" key="form">
          <SecretForm
            hasKept={hasKept}
            icon={Ticket}
            isPending={fetching.isPending}
            onSubmit={(secret) => fetching.mutate(secret)}
          >
            <Trans>Fetch a token</Trans>
          </SecretForm>
        </Arrival>
      )}
      {fetching.error && !fetching.isPending && <NoToken reason={fetching.error} />}
    </Card>
  );
}

/** Rust holds the token only while it is looked at; should it not answer, it holds nothing any more. */
function letGo(): void {
  commands.letGoOfScimToken().catch(() => {});
}

interface FetchedProps {
  token: ScimToken;
  /** Names of the organization and of the client. */
  org: string;
  name: string;
  onDone: () => void;
}

function Fetched({ token, org, name, onDone }: FetchedProps) {
  const { t, i18n } = useLingui();
  const { seconds, setSeconds, life, endsAt } = token;
  const ends = endsAt === null ? null : spellDate(endsAt, i18n.locale);
  const saving = useMutation({
    mutationFn: () =>
      commands.saveTokenReminder({
        title: t`Fetch a new token for ${name}`,
        text: t`The access token of the OAuth client ${name} in ${org} ends on ${ends}. Fetch a new one with Latchkey and put it into the identity system, or it stops there.`,
      }),
  });
  const rows: Definition[] = [
    {
      key: "token",
      label: <Trans>Access token</Trans>,
      value: (
        <SecretValue
          kind="accessToken"
          onReveal={() => commands.revealScimToken()}
          onCopy={() => commands.copyScimToken()}
        />
      ),
    },
  ];
  if (ends !== null)
    rows.push({ key: "ends", label: <Trans>Ends on</Trans>, value: <strong>{ends}</strong> });
  if (seconds !== null) {
    const spoken = life === "asSet" && setSeconds !== null ? setSeconds : seconds;
    rows.push({ key: "lives", label: <Trans>It lives</Trans>, value: spellDuration(spoken, i18n.locale) });
  }
  return (
    <>
      {life === "shorter" && (
        <Notice
          tone="warning"
          role="alert"
          title={<Trans>This token lives shorter than the client says</Trans>}
        >
          <p>
            <Trans>
              Somebody may have changed the client or its role. Mend that first: a token keeps the duration
              that it was given.
            </Trans>
          </p>
        </Notice>
      )}
      <DefinitionList rows={rows} />
      <div className="row">
        {ends !== null && (
          <Button icon={CalendarClock} onPress={() => saving.mutate()} isPending={saving.isPending}>
            <Trans>Save a reminder for the calendar</Trans>
          </Button>
        )}
        <Button icon={Check} onPress={onDone}>
          <Trans>It is in its place</Trans>
        </Button>
      </div>
      <SaveOutcome saving={saving}>
        {() => <Trans>The reminder was saved. Open it with your calendar:</Trans>}
      </SaveOutcome>
    </>
  );
}
