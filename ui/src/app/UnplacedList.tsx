/** The secrets that wait, each with the way to it; its organization is opened on the way. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { profilesQuery, unplacedQuery } from "../backend/backend";
import type { UnplacedSecret } from "../backend/bindings";
import { Button } from "../components/Button";
import { KeptShort } from "../one-time-secret/KeptNotice";
import { FailurePanel } from "./FailurePanel";
import { navigate } from "./navigation";
import { useOpenOrg } from "./open-org";
import { useEnterOrg } from "./useEnterOrg";

export function UnplacedList() {
  const { t } = useLingui();
  const { data: secrets = [] } = useQuery(unplacedQuery);
  const entering = useEnterOrg();
  const go = (secret: UnplacedSecret) =>
    entering.mutateAsync(secret.orgId).then(
      () => navigate({ page: "secret", id: secret.clientId }),
      // Shown below.
      () => {},
    );
  return (
    <div className="waiting__more">
      <ul>
        {secrets.map((secret) => (
          <li key={`${secret.orgId} ${secret.clientId}`}>
            <p>
              <strong translate="no">{secret.clientName}</strong> <OrgName id={secret.orgId} /> ·{" "}
              <KeptShort kept={secret.kept} />
            </p>
            <Button
              size="small"
              label={t`Go to the secret of ${secret.clientName}`}
              isPending={entering.isPending && entering.variables === secret.orgId}
              onPress={() => void go(secret)}
            >
              <Trans>Go to the secret</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {entering.error && <FailurePanel failure={entering.error} profile={entering.variables ?? null} />}
    </div>
  );
}

/** Only an organization that is shown or in the list has a name here. */
function OrgName({ id }: { id: string }) {
  const { org } = useOpenOrg();
  const { data: profiles } = useQuery(profilesQuery);
  const name = org?.id === id ? org.name : profiles?.find((profile) => profile.id === id)?.orgName;
  return name ? <span translate="no">· {name}</span> : null;
}
