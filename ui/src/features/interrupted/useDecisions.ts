/** What the person can decide about an interrupted operation, one at a time, and what follows from each. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { forgetCreated } from "../../app/kept-drafts";
import { navigate } from "../../app/navigation";
import { useEnterOrg } from "../../app/useEnterOrg";
import { commands } from "../../backend/backend";
import type { Interrupted, NewSecret } from "../../backend/bindings";
import type { Change } from "./words";

/** How it ended, for a sentence on the page. */
export type Outcome = "adopted" | "deleted" | "leftAlone" | "seen";

type Step = "open" | "adopt" | "finish" | "again" | "leave" | "reactivate" | "delete";

interface Decision {
  step: Step;
  /** The client concerned, where there is a choice. */
  client?: string;
  /** Null: it goes on elsewhere, or by another look. */
  run: () => Promise<Outcome | null>;
}

interface Asked {
  change: Change;
  go: () => void;
}

interface Context {
  operation: Interrupted;
  /** Whether the organization asks once more. */
  isProduction: boolean;
  look: () => Promise<unknown>;
  onGone: (outcome: Outcome) => void;
}

export type Decisions = ReturnType<typeof useDecisions>;

export function useDecisions({ operation, isProduction, look, onGone }: Context) {
  const queries = useQueryClient();
  const entering = useEnterOrg();
  const [asked, setAsked] = useState<Asked | null>(null);
  const deciding = useMutation({
    mutationFn: ({ run }: Decision) => run(),
    onSuccess: (outcome) => outcome && onGone(outcome),
    // A change that failed may have been carried out all the same.
    onError: (_, { step }) => {
      if (!["open", "again", "leave"].includes(step)) void look();
    },
  });
  const { id, profileId, clientId } = operation;

  const goTo = async (route: Parameters<typeof navigate>[0]) => {
    await entering.mutateAsync(profileId);
    navigate(route);
    return null;
  };
  const toSecret = (made: Pick<NewSecret, "client" | "secret">, otherwise: Outcome) =>
    made.secret ? goTo({ page: "secret", id: made.client.id }) : Promise.resolve(otherwise);
  const decide = (step: Step, run: Decision["run"], client?: string) =>
    deciding.mutate({ step, run, ...(client ? { client } : {}) });
  /** Asks first where people work with the organization. */
  const change = (
    step: Step,
    change: Change,
    run: (confirmed: boolean) => Promise<Outcome | null>,
    client?: string,
  ) => {
    if (!isProduction) return decide(step, () => run(false), client);
    const go = () => {
      setAsked(null);
      decide(step, () => run(true), client);
    };
    setAsked({ change, go });
  };

  return {
    asked,
    dismiss: () => setAsked(null),
    error: deciding.error ?? null,
    forgetError: deciding.reset,
    /** Whether this step is being carried out. */
    isBusy: (step: Step, client?: string) =>
      deciding.isPending && deciding.variables.step === step && deciding.variables.client === client,
    open: () =>
      decide("open", async () => {
        await entering.mutateAsync(profileId);
        return null;
      }),
    adopt: (client: string, needsSecret: boolean) =>
      change(
        "adopt",
        needsSecret ? "adoptWithSecret" : "adopt",
        async (confirmed) => {
          const created = await commands.adoptClient(id, client, confirmed);
          forgetCreated(queries, profileId, created.client.name);
          return goTo({ page: "create", made: id });
        },
        client,
      ),
    finish: () =>
      change("finish", operation.kind === "delete" ? "finishDelete" : "newSecret", async (confirmed) => {
        const made = await commands.finishChange(id, confirmed);
        return made ? toSecret(made, "adopted") : "deleted";
      }),
    again: () =>
      decide("again", async () => {
        const { profileId } = await commands.readIntendedDraft(id);
        await entering.mutateAsync(profileId);
        navigate({ page: "create", again: id });
        return null;
      }),
    leave: () =>
      decide("leave", async () => {
        await commands.leaveAlone(id);
        return "leftAlone";
      }),
    reactivate: () =>
      change("reactivate", "reactivate", async (confirmed) => {
        await commands.reactivateClient(profileId, clientId ?? "", confirmed);
        await look();
        return null;
      }),
    remove: (typedName: string) =>
      change("delete", "delete", async (confirmed) => {
        await commands.deleteClient(profileId, clientId ?? "", typedName, confirmed);
        await commands.leaveAlone(id);
        return "deleted";
      }),
    /** It is over, and the person knows. */
    seen: () => onGone("seen"),
  };
}
