/**
 * What is typed for the network, and saving it. Not a mutation of the query client: that would keep the password in
 * its cache after it was used.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { commands, networkQuery } from "../../backend/backend";
import type { NetworkSettings, NetworkView, ProxyChoice } from "../../backend/bindings";

/** The fields; those of one's own proxy stay while another choice is tried. */
export interface Typed {
  proxy: ProxyChoice["kind"];
  address: string;
  user: string;
  password: string;
  certificatesFile: string;
}

function typedAtFirst({ proxy, certificatesFile }: NetworkSettings): Typed {
  const own = proxy?.kind === "own" ? proxy : { address: "", user: "" };
  return {
    proxy: proxy?.kind ?? "system",
    address: own.address,
    user: own.user,
    password: "",
    certificatesFile: certificatesFile ?? "",
  };
}

function settingsOf({ proxy, address, user, certificatesFile }: Typed): NetworkSettings {
  return {
    proxy: proxy === "own" ? { kind: proxy, address, user } : { kind: proxy },
    certificatesFile: certificatesFile === "" ? null : certificatesFile,
  };
}

/** The form over what was last saved. */
export function useNetworkForm(saved: NetworkView) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(() => typedAtFirst(saved.settings));
  const [problem, setProblem] = useState(saved.problem);
  const [state, setState] = useState<"idle" | "saving" | "saved" | "refused">("idle");
  const [failure, setFailure] = useState<unknown>(null);

  const send = async (
    settings: NetworkSettings,
    password: string | null,
    saved: (view: NetworkView) => void,
  ) => {
    setState("saving");
    setFailure(null);
    try {
      const view = await commands.saveNetworkSettings(settings, password);
      setProblem(view.problem);
      setState(view.problem ? "refused" : "saved");
      if (view.problem) return;
      queries.setQueryData(networkQuery.queryKey, view);
      saved(view);
    } catch (reason) {
      setState("idle");
      setFailure(reason);
    }
  };

  return {
    typed,
    change: (part: Partial<Typed>) => {
      setTyped((before) => ({ ...before, ...part }));
      if (state !== "saving") setState("idle");
    },
    problem,
    state,
    failure,
    /** With a problem, what was typed stays as it is. */
    save: () =>
      send(settingsOf(typed), typed.password === "" ? null : typed.password, (view) =>
        setTyped((before) => ({ ...before, ...typedAtFirst(view.settings) })),
      ),
    /** Leaves what is typed and not saved. */
    removePassword: () => send(saved.settings, "", () => setTyped((before) => ({ ...before, password: "" }))),
  };
}
