/** Before the first screen: the organization that was open last is opened, where the settings say so. */
import { Trans } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { commands, profilesQuery, toFailure } from "../backend/backend";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { Loading } from "../components/Loading";
import { useSettings } from "./appearance";
import { FailurePanel } from "./FailurePanel";
import { navigate } from "./navigation";
import { useOpenOrg } from "./open-org";
import { toRoute } from "./routes";

export function OpeningLast({ children }: { children: ReactNode }) {
  const { settings } = useSettings();
  // What is chosen in the settings holds from the next start on.
  const [isDone, setDone] = useState(!settings.opensLast);
  return isDone ? children : <Opening onDone={() => setDone(true)} />;
}

function Opening({ onDone }: { onDone: () => void }) {
  const { open } = useOpenOrg();
  const queries = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["openLast"],
    queryFn: () => commands.openLast(),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
  });
  const isSignInNeeded = error !== null && toFailure(error).kind === "signInNeeded";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known what is opened
  useEffect(() => {
    if (data === undefined && !isSignInNeeded) return;
    if (data) {
      open(data);
      void queries.invalidateQueries({ queryKey: profilesQuery.queryKey });
      if (toRoute(window.location.hash).page === "welcome") navigate({ page: "clients" });
    }
    onDone();
  }, [data, isSignInNeeded]);
  return (
    <main className="opening">
      <h1 translate="no">Latchkey</h1>
      {error && !isSignInNeeded ? (
        <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : (
        <Card>
          <Loading>
            <Trans>Opening the organization that was open last…</Trans>
          </Loading>
        </Card>
      )}
      <Button onPress={onDone}>
        <Trans>Show the organizations</Trans>
      </Button>
    </main>
  );
}
