/** The organization that every screen acts on. */
import { type Query, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { draftsKey, orgKey } from "../backend/backend";
import type { OrgView } from "../backend/bindings";

interface OpenOrg {
  org: OrgView | null;
  /** Makes an organization the one that is shown; what was read of it before is forgotten. */
  open: (org: OrgView | null) => void;
  /** Makes another open organization the one that is shown, with what was read of it. */
  show: (org: OrgView) => void;
}

const Context = createContext<OpenOrg>({ org: null, open: () => {}, show: () => {} });

/** Keeps the open organization. */
export function OpenOrgProvider({
  initial = null,
  children,
}: {
  initial?: OrgView | null;
  children: ReactNode;
}) {
  const [org, setOrg] = useState(initial);
  const client = useQueryClient();
  const open = useCallback(
    (next: OrgView | null) => {
      if (next) {
        // What was typed is no reading: signing in again must not lose it.
        const drafts = draftsKey(next.id);
        const predicate = ({ queryKey }: Query) => !drafts.every((part, at) => part === queryKey[at]);
        client.removeQueries({ queryKey: orgKey(next.id), predicate });
      }
      setOrg(next);
    },
    [client],
  );
  const value = useMemo(() => ({ org, open, show: setOrg }), [org, open]);
  return <Context value={value}>{children}</Context>;
}

/** The open organization, if any, and how to open another. */
export function useOpenOrg(): OpenOrg {
  return useContext(Context);
}

/** The open organization; only on screens that are not shown without one. */
export function useOrg(): OrgView {
  const { org } = useContext(Context);
  if (!org) throw new Error("this screen needs an open organization");
  return org;
}
