/** Which screen is shown: the address after `#` keeps it, so that Back works. */
import { useSyncExternalStore } from "react";
import { plainPages, type Route, toHash, toRoute } from "./routes";

/** A screen may ask before it is left, as the one that shows a secret does. True: stay. */
type Guard = (to: Route) => boolean;
const guards = new Set<Guard>();

/** Shows a screen, unless the present one holds it back; says whether it did. */
export function navigate(route: Route): boolean {
  for (const guard of guards) if (guard(route)) return false;
  window.location.hash = toHash(route);
  return true;
}

/** Shows another part of the present screen: Back leads past it, to the screen before. */
export function showPart(route: Route): void {
  window.location.replace(toHash(route));
}

/** Goes to the sign-in of a profile, and from there back to the present screen. */
export function signInAgain(profile: string): void {
  const back = plainPages.find((name) => name === toRoute(window.location.hash).page);
  navigate({ page: "addOrg", profile, ...(back ? { back } : {}) });
}

/** Holds back leaving the screen while it is there; returns what takes the guard away. */
export function guardLeaving(guard: Guard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

let shown = window.location.hash;

function subscribe(changed: () => void): () => void {
  const listen = () => {
    // Back and Forward go past `navigate`: put the address back if the screen may not be left.
    const held = [...guards].some((guard) => guard(toRoute(window.location.hash)));
    if (held && window.location.hash !== shown) window.history.replaceState(null, "", shown || "#/");
    else shown = window.location.hash;
    changed();
  };
  window.addEventListener("hashchange", listen);
  return () => window.removeEventListener("hashchange", listen);
}

/** The screen that is shown. */
export function useRoute(): Route {
  return toRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}

/** The function that shows a screen. */
export function useNavigate(): (route: Route) => boolean {
  return navigate;
}
