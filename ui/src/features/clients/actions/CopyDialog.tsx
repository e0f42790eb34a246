/** Into which organization a client is to be copied. */
import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CopyPlus } from "lucide-react";
import { useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { navigate, signInAgain } from "../../../app/navigation";
import { useOpenOrg, useOrg } from "../../../app/open-org";
import { commands, profilesQuery, toFailure } from "../../../backend/backend";
import type { OauthClient, OrgView } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Loading } from "../../../components/Loading";
import { RadioCards, type RadioOption } from "../../../components/RadioCards";
import { RegionPlace } from "../../../words/RegionPlace";

/** A key that no profile has. */
const PRACTICE = "practice";

export function CopyDialog({ client, onClose }: { client: OauthClient; onClose: () => void }) {
  const org = useOrg();
  const { data: profiles } = useQuery(profilesQuery);
  const [into, setInto] = useState(org.id);
  const copy = useCopyInto(client, org);
  const others = (profiles ?? []).filter((profile) => profile.id !== org.id);
  const options: RadioOption<string>[] = [
    { value: org.id, title: <span translate="no">{org.name}</span>, text: <Trans>This organization</Trans> },
    ...others.map(({ id, orgName, region, open }) => ({
      value: id,
      title: <span translate="no">{orgName}</span>,
      text: open ? (
        <RegionPlace region={region} />
      ) : (
        <>
          <RegionPlace region={region} />
          {" · "}
          <Trans>will be opened first</Trans>
        </>
      ),
    })),
    // The practice organization of this program is not among the profiles.
    ...(profiles?.some(({ id }) => id === org.id)
      ? [{ value: PRACTICE, title: <Trans>Practice organization</Trans> }]
      : []),
  ];
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && !copy.isPending && onClose()}
      title={
        <Trans>
          Copy <span translate="no">{client.name}</span>
        </Trans>
      }
      actions={
        <>
          <Button onPress={onClose} isDisabled={copy.isPending}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="primary"
            icon={CopyPlus}
            onPress={() => copy.mutate(into)}
            isPending={copy.isPending}
            isDisabled={!profiles}
          >
            <Trans>Go on to the form</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          The form of a new client is filled in with what this one is. Nothing is created before you have seen
          exactly what will be sent. The copy gets a client ID and a secret of its own.
        </Trans>
      </p>
      {profiles ? (
        <RadioCards
          label={<Trans>Into which organization?</Trans>}
          value={into}
          onChange={setInto}
          options={options}
          layout="rows"
        />
      ) : (
        <Loading />
      )}
      {into !== org.id && (
        <p className="muted">
          <Trans>Roles and divisions are looked for there by their names. What is not found is said.</Trans>
        </p>
      )}
      {copy.error && toFailure(copy.error).kind !== "signInNeeded" && (
        <FailurePanel failure={copy.error} onRetry={() => copy.mutate(into)} isRetrying={copy.isPending} />
      )}
    </Dialog>
  );
}

/** Opens the form in another organization, after that organization itself where it is not open yet. */
function useCopyInto(client: OauthClient, from: OrgView) {
  const { open, show } = useOpenOrg();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (into: string): Promise<() => void> => {
      if (into === from.id) return () => {};
      if (into === PRACTICE) {
        const opened = await commands.openPractice();
        return () => open(opened);
      }
      const known = (await commands.listProfiles()).find(({ id }) => id === into);
      if (known?.open) {
        const there = known.open;
        return () => show(there);
      }
      const opened = await commands.openProfile(into);
      return () => open(opened);
    },
    onSuccess: (enter, into) => {
      // The screen first: nothing on it may be asked of the other organization.
      const source = into === from.id ? {} : { from: from.id };
      if (navigate({ page: "create", copyOf: client.id, ...source })) enter();
      void queries.invalidateQueries({ queryKey: profilesQuery.queryKey });
    },
    onError: (failure, into) => {
      if (toFailure(failure).kind === "signInNeeded") signInAgain(into);
    },
  });
}
