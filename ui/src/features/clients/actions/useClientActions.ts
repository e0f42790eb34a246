/** Carries out a change to a client: explained first, asked once more in production, and read again afterwards. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { navigate } from "../../../app/navigation";
import { clientsQuery, commands, toFailure } from "../../../backend/backend";
import type { NewSecret, OauthClient, OrgView } from "../../../backend/bindings";
import { useAnnounce } from "../../../components/LiveRegion";
import type { Action } from "./actions";

interface Run {
  action: Action;
  typedName: string;
  /** The person was asked once more. */
  confirmed: boolean;
}

export function useClientActions(org: OrgView, client: OauthClient) {
  const [asked, setAsked] = useState<Action | null>(null);
  const [asksOnceMore, setAsksOnceMore] = useState(false);
  const [typedName, setTypedName] = useState("");
  const readAgain = useReadAgain(org);
  const run = useMutation({
    mutationFn: async ({ action, typedName, confirmed }: Run): Promise<NewSecret | OauthClient | null> => {
      if (action === "newSecret") return commands.regenerateSecret(org.id, client.id, confirmed);
      if (action === "deactivate") return commands.deactivateClient(org.id, client.id, confirmed);
      if (action === "reactivate") return commands.reactivateClient(org.id, client.id, confirmed);
      return commands.deleteClient(org.id, client.id, typedName, confirmed);
    },
    onSuccess: (_, { action }) => {
      setAsked(null);
      void readAgain(action === "delete");
    },
    onError: (failure) => {
      if (isNameNotTyped(failure)) return;
      setAsked(null);
      // A part of it may have been carried out.
      void readAgain(false);
    },
  });
  useFinish(client, run.isSuccess ? run.variables.action : null, run.data ?? null);
  const carryOut = (action: Action, confirmed: boolean) => run.mutate({ action, typedName, confirmed });
  const agree = (action: Action) => {
    if (org.marking.production) setAsksOnceMore(true);
    else carryOut(action, false);
  };
  return {
    /** The change that is being explained. */
    asked,
    asksOnceMore,
    typedName,
    /** The change that is being carried out. */
    running: run.isPending ? run.variables.action : null,
    isNameWrong: isNameNotTyped(run.error),
    failure: isNameNotTyped(run.error) ? null : run.error,
    /** Begins with the explanation; nothing can be lost by making a client active again. */
    begin: (action: Action) => {
      run.reset();
      setTypedName("");
      setAsked(action);
      if (action === "reactivate") agree(action);
    },
    failed: run.variables?.action ?? null,
    agree,
    cancel: () => setAsked(null),
    typeName: (name: string) => {
      setTypedName(name);
      run.reset();
    },
    answerOnceMore: (isYes: boolean) => {
      setAsksOnceMore(false);
      if (isYes && asked) carryOut(asked, true);
      else if (asked === "reactivate") setAsked(null);
    },
  };
}

function isNameNotTyped(failure: unknown): boolean {
  return failure !== null && toFailure(failure).kind === "nameNotTyped";
}

/** Reads the list and the client again. */
function useReadAgain(org: OrgView) {
  const queries = useQueryClient();
  return (isGone: boolean) =>
    // What was deleted is not asked for again while its page is still there.
    queries.invalidateQueries({ queryKey: clientsQuery(org.id).queryKey, exact: isGone });
}

/** What comes after a change: the outcome is said, after "Working…", and the way goes on. */
function useFinish({ id, name }: OauthClient, done: Action | null, answer: NewSecret | OauthClient | null) {
  const { t } = useLingui();
  const announce = useAnnounce();
  const finish = (action: Action) => {
    if (action === "deactivate") announce(t`${name} is inactive now.`);
    if (action === "reactivate") announce(t`${name} is active again.`);
    if (action === "delete") {
      announce(t`${name} was deleted.`);
      navigate({ page: "clients" });
    }
    if (action === "newSecret") {
      announce(t`${name} has a new secret.`);
      // Without a secret in the answer another one has to be made: that is an interrupted operation.
      const hasSecret = answer !== null && "secret" in answer && answer.secret !== null;
      navigate(hasSecret ? { page: "secret", id } : { page: "interrupted" });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each change
  useEffect(() => {
    if (done) finish(done);
  }, [done]);
}
