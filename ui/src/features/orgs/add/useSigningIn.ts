/**
 * Signing in, one attempt at a time. Not a mutation of the query client: that would keep secrets in its cache
 * after they were used.
 */
import { useEffect, useRef, useState } from "react";
import { commands, toFailure } from "../../../backend/backend";
import type { BrowserSignIn, NewProfile, OrgView } from "../../../backend/bindings";
import { placeOf, type Typed } from "./typed";

interface Outcome {
  onWaiting: (waiting: BrowserSignIn | null) => void;
  onSignedIn: (org: OrgView) => void;
}

/** How it goes, and how to begin. */
export function useSigningIn(typed: Typed, { onWaiting, onSignedIn }: Outcome) {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isInBrowser = useRef(false);

  // Leaving the screen gives up the sign-in, or it would open an organization later, out of nowhere.
  useEffect(
    () => () => {
      if (isInBrowser.current) commands.cancelBrowserSignIn().catch(() => {});
    },
    [],
  );

  const begin = async (keep: boolean) => {
    const place = placeOf(typed);
    if (!place) return;
    setPending(true);
    setFailure(null);
    try {
      const org = await signIn({ place, marking: typed.marking, keep });
      onSignedIn(org);
    } catch (reason) {
      // The person cancelled it, and is back at the form: there is nothing to tell.
      if (toFailure(reason).kind !== "signInCancelled") setFailure(reason);
    } finally {
      setPending(false);
    }
  };

  const signIn = async (profile: NewProfile): Promise<OrgView> => {
    const { way, clientId, secret, token } = typed;
    if (way === "clientCredentials") return commands.signInWithClient(profile, clientId, secret);
    if (way === "pastedToken") return commands.signInWithToken(profile, token);
    const waiting = await commands.beginBrowserSignIn(profile, clientId);
    isInBrowser.current = true;
    onWaiting(waiting);
    try {
      return await commands.finishBrowserSignIn();
    } catch (reason) {
      onWaiting(null);
      throw reason;
    } finally {
      isInBrowser.current = false;
    }
  };

  return { begin, isPending, failure, forget: () => setFailure(null) };
}
