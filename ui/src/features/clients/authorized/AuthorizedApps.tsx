/** Applications of other organizations: beside the own clients and clearly not among them, as nothing can be changed. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Blocks } from "lucide-react";
import { FailurePanel } from "../../../app/FailurePanel";
import { useOrg } from "../../../app/open-org";
import { authorizationsQuery } from "../../../backend/backend";
import { Card } from "../../../components/Card";
import { EmptyState } from "../../../components/EmptyState";
import { Loading } from "../../../components/Loading";
import { Notice } from "../../../components/Notice";
import { Page } from "../../../components/Page";
import { languageOf } from "../../../locales/i18n";
import { ClientSections } from "../ClientSections";
import { Application } from "./Application";

export function AuthorizedApps() {
  const org = useOrg();
  const { i18n } = useLingui();
  const { data, error, isPending, isFetching, refetch } = useQuery(
    authorizationsQuery(org.id, languageOf(i18n.locale)),
  );
  return (
    <Page
      title={<Trans>Applications of other organizations</Trans>}
      text={<Trans>Programs that others have made, and that this organization was asked to let in.</Trans>}
    >
      <ClientSections current="applications" />
      <Notice tone="info" title={<Trans>Latchkey only shows these</Trans>}>
        <Trans>
          Whether one may be used is decided in Genesys Cloud, under Admin &gt; Integrations &gt; Authorized
          Applications.
        </Trans>
      </Notice>
      {isPending ? (
        <Card>
          <Loading>
            <Trans>Reading the applications…</Trans>
          </Loading>
        </Card>
      ) : error ? (
        <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : (
        <>
          {data.others.length === 0 && <Nothing />}
          <ul className="applications">
            {data.others.map((application) => (
              <Application key={application.clientId} application={application} />
            ))}
          </ul>
          {data.own > 0 && (
            <p className="muted">
              <Plural
                value={data.own}
                one="# more on the list of Genesys Cloud is a client of this organization itself, which had to be authorized too."
                other="# more on the list of Genesys Cloud are clients of this organization itself, which had to be authorized too."
              />
            </p>
          )}
        </>
      )}
    </Page>
  );
}

function Nothing() {
  return (
    <Card>
      <EmptyState icon={Blocks} title={<Trans>No application of another organization</Trans>}>
        <Trans>Nobody has asked for one, and none was authorized.</Trans>
      </EmptyState>
    </Card>
  );
}
