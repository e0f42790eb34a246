/** Situations to practise: what the practice organization plays, so that each failure can be met without harm. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { useNavigate } from "../../app/navigation";
import { useOpenOrg } from "../../app/open-org";
import { commands, practiceSettingsQuery } from "../../backend/backend";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { AlertDialog } from "../../components/Dialog";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import type { PracticeSettings } from "./play";
import { Situations } from "./Situations";
import "./practice.css";

export function PracticePage() {
  const { data, error, isPending, refetch } = useQuery(practiceSettingsQuery);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (settings: PracticeSettings) => commands.changePracticeSettings(settings),
    // Shown at once; read again whatever happened, so that the switches never lie.
    onMutate: (settings) => client.setQueryData(practiceSettingsQuery.queryKey, settings),
    onSettled: () => client.invalidateQueries({ queryKey: practiceSettingsQuery.queryKey }),
  });
  return (
    <Page
      width="form"
      title={<Trans>Situations to practise</Trans>}
      text={
        <Trans>
          Make the practice organization refuse, fail or lack something, then create a client and see what
          Latchkey says.
        </Trans>
      }
      actions={<StartOver />}
    >
      {saving.error && (
        <FailurePanel failure={saving.error} onRetry={() => saving.mutate(saving.variables)} />
      )}
      {isPending ? (
        <Card>
          <Loading />
        </Card>
      ) : error ? (
        <FailurePanel failure={error} onRetry={() => void refetch()} />
      ) : (
        <Situations settings={data} onChange={(settings) => saving.mutate(settings)} />
      )}
    </Page>
  );
}

function StartOver() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { open } = useOpenOrg();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const resetting = useMutation({
    mutationFn: () => commands.resetPractice(),
    onSuccess: (org) => {
      client.removeQueries({ queryKey: practiceSettingsQuery.queryKey });
      open(org);
      setAsking(false);
      navigate({ page: "clients" });
    },
  });
  return (
    <>
      <Button icon={RotateCcw} onPress={() => setAsking(true)}>
        <Trans>Start over</Trans>
      </Button>
      <AlertDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t`Start the practice organization over?`}
        confirmLabel={<Trans>Start over</Trans>}
        onConfirm={() => resetting.mutate()}
        isPending={resetting.isPending}
      >
        <p>
          <Trans>
            Every client that you created in it disappears, and every situation is switched off. Real
            organizations are not touched.
          </Trans>
        </p>
        {resetting.error && <FailurePanel failure={resetting.error} />}
      </AlertDialog>
    </>
  );
}
