/** An organization that was added: what it is, and what can be done with it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowRight, LogIn, LogOut, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { navigate, signInAgain } from "../../app/navigation";
import { edgeOf } from "../../app/OrgBadge";
import { useOpenOrg } from "../../app/open-org";
import { commands, orgKey, profilesQuery, toFailure } from "../../backend/backend";
import type { Marking, ProfileView } from "../../backend/bindings";
import { Badge } from "../../components/Badge";
import { Button } from "../../components/Button";
import { AlertDialog } from "../../components/Dialog";
import { Disclosure } from "../../components/Disclosure";
import { RegionPlace } from "../../words/RegionPlace";
import { Id } from "../../words/Values";
import { MarkingFields } from "./MarkingFields";
import { wayWords } from "./words";

export function ProfileCard({ profile }: { profile: ProfileView }) {
  const { t } = useLingui();
  const { opening, marking, leaving, forgetting } = useProfile(profile);
  const [asks, setAsks] = useState(false);
  const { orgName: name, place } = profile;
  const failure = opening.error ?? marking.error ?? leaving.error ?? forgetting.error;
  const title = `profile-${profile.id}`;
  return (
    <section className={`profile ${edgeOf(profile)}`} aria-labelledby={title}>
      <div className="profile__head">
        <h2 id={title}>
          <span translate="no">{name}</span> <Marks profile={profile} />
        </h2>
        <p className="profile__place">
          <RegionPlace region={profile.region} /> · <Id>{profile.region.domain}</Id>
          {place.kind === "gateway" && (
            <>
              {" · "}
              <Trans>
                through the gateway <Id>{place.gateway.host.trim()}</Id>
              </Trans>
            </>
          )}
        </p>
      </div>
      <div className="profile__actions">
        <Button
          icon={ArrowRight}
          label={profile.open ? t`Go on in ${name}` : t`Open ${name}`}
          isPending={opening.isPending}
          onPress={() => opening.mutate()}
        >
          {profile.open ? <Trans>Go on</Trans> : <Trans context="button: opens an organization">Open</Trans>}
        </Button>
        {(profile.open || profile.kept) && (
          <Button
            variant="quiet"
            icon={LogOut}
            label={t`Sign out of ${name}`}
            isPending={leaving.isPending}
            onPress={() => leaving.mutate()}
          >
            <Trans>Sign out</Trans>
          </Button>
        )}
        <Button variant="quiet" icon={Trash2} label={t`Forget… ${name}`} onPress={() => setAsks(true)}>
          <Trans>Forget…</Trans>
        </Button>
      </div>
      <div className="profile__wide">
        <Details profile={profile} />
        {failure && (
          <FailurePanel
            failure={failure}
            profile={profile.id}
            {...(opening.error ? { onRetry: () => opening.mutate() } : {})}
            isRetrying={opening.isPending}
            actions={
              toFailure(failure).kind === "keychain" && (
                <Button icon={LogIn} onPress={() => signInAgain(profile.id)}>
                  <Trans>Sign in again</Trans>
                </Button>
              )
            }
          />
        )}
        <Disclosure
          title={profile.practice ? <Trans>Colour</Trans> : <Trans>Colour and production mark</Trans>}
        >
          <div className="stack">
            <MarkingFields
              marking={profile.marking}
              isPractice={profile.practice}
              onChange={(next) => marking.mutate(next)}
            />
          </div>
        </Disclosure>
      </div>
      <AlertDialog
        isOpen={asks}
        onOpenChange={setAsks}
        title={
          <Trans>
            Forget <span translate="no">{name}</span>?
          </Trans>
        }
        confirmLabel={<Trans>Forget it</Trans>}
        variant="danger"
        isPending={forgetting.isPending}
        onConfirm={() => forgetting.mutate(undefined, { onSettled: () => setAsks(false) })}
      >
        <p>
          <Trans>
            Latchkey signs out and removes its entry in this list, what the keychain holds and, with the last
            entry of an organization, the reasons given for findings and when clients were last used. The
            history of changes stays on this computer. Nothing changes in the organization itself.
          </Trans>
        </p>
      </AlertDialog>
    </section>
  );
}

/** What can be done with a profile. */
function useProfile(profile: ProfileView) {
  const queries = useQueryClient();
  const { org, open, show } = useOpenOrg();
  const { id } = profile;
  const onSettled = () => queries.invalidateQueries({ queryKey: profilesQuery.queryKey });
  const gone = () => {
    if (org?.id === id) open(null);
    queries.removeQueries({ queryKey: orgKey(id) });
  };
  const opening = useMutation({
    mutationFn: async () => profile.open ?? (await commands.openProfile(id)),
    onSuccess: (opened) => {
      // What was read of an organization that stayed open is still right.
      if (profile.open) show(opened);
      else open(opened);
      navigate({ page: "clients" });
    },
    onError: (error) => {
      if (toFailure(error).kind === "signInNeeded") signInAgain(id);
    },
    onSettled,
  });
  const marking = useMutation({
    mutationFn: (next: Marking) => commands.markProfile(id, next),
    onSuccess: (marked) => {
      if (org?.id === id) show({ ...org, marking: marked.marking });
    },
    onSettled,
  });
  const leaving = useMutation({ mutationFn: () => commands.signOut(id), onSuccess: gone, onSettled });
  const forgetting = useMutation({
    mutationFn: () => commands.forgetProfile(id),
    onSuccess: gone,
    onSettled,
  });
  return { opening, marking, leaving, forgetting };
}

function Marks({ profile }: { profile: ProfileView }) {
  return (
    <>
      {profile.marking.production && (
        <Badge tone="danger">
          <Trans>Production</Trans>
        </Badge>
      )}
      {profile.practice && (
        <Badge tone="practice">
          <Trans>Practice</Trans>
        </Badge>
      )}
      {profile.open ? (
        <Badge tone="success">
          <Trans>Signed in</Trans>
        </Badge>
      ) : (
        <Badge>
          <Trans context="state of an organization">Closed</Trans>
        </Badge>
      )}
    </>
  );
}

function Details({ profile }: { profile: ProfileView }) {
  const { i18n } = useLingui();
  const { userName, clientId, kept } = profile;
  const parts: [string, ReactNode][] = [["way", i18n._(wayWords[profile.way].name)]];
  if (userName) {
    parts.push([
      "user",
      <Trans key="user">
        as <span translate="no">{userName}</span>
      </Trans>,
    ]);
  }
  if (clientId) parts.push(["client", <Id key="client">{clientId}</Id>]);
  parts.push([
    "kept",
    kept ? (
      <Trans key="kept">kept in the keychain</Trans>
    ) : profile.open ? (
      <Trans key="kept">for this session only</Trans>
    ) : (
      <Trans key="kept">opening it asks you to sign in</Trans>
    ),
  ]);
  return (
    <ul className="profile__details">
      {parts.map(([key, part]) => (
        <li key={key}>{part}</li>
      ))}
    </ul>
  );
}
