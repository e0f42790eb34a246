/** What the signed-in person may do: who, through which client, which permissions and roles, what is missing. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, RotateCw } from "lucide-react";
import { FailurePanel } from "../../app/FailurePanel";
import { useNavigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import { diagnosisQuery } from "../../backend/backend";
import type { Diagnosis } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Loading } from "../../components/Loading";
import { Notice } from "../../components/Notice";
import { Page } from "../../components/Page";
import { AskForHelp } from "./AskForHelp";
import { Grantable } from "./Grantable";
import { Needs } from "./Needs";
import { Session } from "./Session";
import { Who } from "./Who";
import "./diagnosis.css";

export function DiagnosisPage({ isFresh }: { isFresh: boolean }) {
  const org = useOrg();
  const navigate = useNavigate();
  const { data, error, isPending, isFetching, refetch } = useQuery(diagnosisQuery(org.id));
  return (
    <Page
      width="form"
      title={isFresh ? <Trans>You are signed in</Trans> : <Trans>My rights</Trans>}
      text={<Trans>What you may do in this organization, before the first attempt fails.</Trans>}
      actions={
        isFresh ? (
          <Button variant="primary" icon={ArrowRight} onPress={() => navigate({ page: "clients" })}>
            <Trans>Go to the clients</Trans>
          </Button>
        ) : (
          <Button icon={RotateCw} isPending={isFetching} onPress={() => void refetch()}>
            <Trans>Look again</Trans>
          </Button>
        )
      }
    >
      {isPending ? (
        <Card>
          <Loading>
            <Trans>Looking at your rights…</Trans>
          </Loading>
        </Card>
      ) : error ? (
        <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : (
        <Found diagnosis={data} />
      )}
    </Page>
  );
}

function Found({ diagnosis }: { diagnosis: Diagnosis }) {
  const { homeOrgName, orgName, needs } = diagnosis;
  const missing = needs.filter((need) => need.holding === "missing");
  return (
    <>
      {homeOrgName !== null && (
        <Notice tone="warning" title={<Trans>You work in the organization of somebody else</Trans>}>
          <p>
            <Trans>
              Your account belongs to <strong translate="no">{homeOrgName}</strong>. Everything that you
              create here is created in <strong translate="no">{orgName}</strong>.
            </Trans>
          </p>
        </Notice>
      )}
      <Who diagnosis={diagnosis} />
      <Needs needs={needs} />
      {missing.length > 0 && <AskForHelp diagnosis={diagnosis} missing={missing} />}
      <Grantable roles={diagnosis.grantable} />
      <Session diagnosis={diagnosis} />
    </>
  );
}
