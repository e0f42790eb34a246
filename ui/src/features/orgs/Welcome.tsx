/** The first screen: what Latchkey is, the organizations one works with, and the practice organization. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ClipboardCheck, Eye, KeyRound, LockKeyholeOpen, Plus, Settings } from "lucide-react";
import type { ReactNode } from "react";
import { LanguageSelect, ThemeSelect } from "../../app/AppearanceFields";
import { FailurePanel } from "../../app/FailurePanel";
import { Mark } from "../../app/Mark";
import { useNavigate } from "../../app/navigation";
import { useIsWaitingKnown, Waiting } from "../../app/Waiting";
import { profilesQuery } from "../../backend/backend";
import type { ProfileView } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { PageHeader } from "../../components/Page";
import { PracticeCard } from "./PracticeCard";
import { ProfileCard } from "./ProfileCard";
import "./orgs.css";

export function Welcome() {
  const { data: profiles, error, isPending, isFetching, refetch } = useQuery(profilesQuery);
  const isWaitingKnown = useIsWaitingKnown();
  const navigate = useNavigate();
  const some = profiles !== undefined && profiles.length > 0;
  return (
    <div className="welcome">
      <div className="welcome__top">
        <span className="welcome__brand" translate="no">
          <Mark />
          Latchkey
        </span>
        <div className="row">
          <LanguageSelect isLabelHidden />
          <ThemeSelect isLabelHidden />
          <Button variant="quiet" icon={LockKeyholeOpen} onPress={() => navigate({ page: "receive" })}>
            <Trans>Open a sealed file</Trans>
          </Button>
          <Button variant="quiet" icon={Settings} onPress={() => navigate({ page: "settings" })}>
            <Trans>Settings</Trans>
          </Button>
        </div>
      </div>
      <Waiting />
      <div className={some ? "welcome__middle welcome__middle--list" : "welcome__middle"}>
        {/* Nothing at all for a moment: the introduction must not flash up before the list. */}
        {!isPending && isWaitingKnown && (
          <>
            {some ? <Profiles profiles={profiles} /> : <Introduction />}
            {error && <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
            <PracticeCard isFirst={!some} />
            <AddCard isFirst={!some} />
            {!some && <Points />}
          </>
        )}
      </div>
      <p className="welcome__foot">
        <Trans>Latchkey is an independent product; it is not made by Genesys.</Trans>
      </p>
    </div>
  );
}

function Introduction() {
  return (
    <PageHeader
      title={<Trans>OAuth clients for Genesys Cloud, without the guesswork</Trans>}
      text={
        <Trans>
          Latchkey helps you create an OAuth client, hand it over safely, and see what it can do. You need not
          know OAuth.
        </Trans>
      }
    />
  );
}

function Profiles({ profiles }: { profiles: ProfileView[] }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader
        title={<Trans>Organizations</Trans>}
        text={
          <Trans>Choose where you want to work. The organization is then in sight on every screen.</Trans>
        }
      />
      <ul className="profiles" aria-label={t`Organizations`}>
        {profiles.map((profile) => (
          <li key={profile.id}>
            <ProfileCard profile={profile} />
          </li>
        ))}
      </ul>
    </>
  );
}

function AddCard({ isFirst }: { isFirst: boolean }) {
  const navigate = useNavigate();
  return (
    <section className="add-card" aria-labelledby="add-card-title">
      <div>
        <h2 id="add-card-title">
          {isFirst ? <Trans>Your own organization</Trans> : <Trans>Another organization</Trans>}
        </h2>
        <p>
          <Trans>
            Sign in through your browser, with a client ID and secret, or with an access token. Secrets stay
            in the keychain of this computer.
          </Trans>
        </p>
      </div>
      <Button icon={Plus} onPress={() => navigate({ page: "addOrg" })}>
        <Trans>Add an organization</Trans>
      </Button>
    </section>
  );
}

function Points() {
  return (
    <ul className="welcome__points">
      <Point icon={KeyRound} title={<Trans>Choose what it is for</Trans>}>
        <Trans>Only the questions that matter are asked, and every answer is checked as you type.</Trans>
      </Point>
      <Point icon={Eye} title={<Trans>See what will be sent</Trans>}>
        <Trans>Before anything is created, you read in plain words what the client can and cannot do.</Trans>
      </Point>
      <Point icon={ClipboardCheck} title={<Trans>Hand it over</Trans>}>
        <Trans>You get exactly what the other side needs. The secret is never left lying around.</Trans>
      </Point>
    </ul>
  );
}

function Point({ icon: Icon, title, children }: { icon: typeof Eye; title: ReactNode; children: ReactNode }) {
  return (
    <li>
      <Icon size={18} aria-hidden />
      <div>
        <h3>{title}</h3>
        <p>{children}</p>
      </div>
    </li>
  );
}
