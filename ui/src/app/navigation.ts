/** Which screen is shown. The address after `#` keeps it, so that Back works; it never holds anything secret. */
import { useSyncExternalStore } from "react";

/** Every screen. */
export type Route =
  | { page: "welcome" }
  | { page: "clients"; fresh?: string }
  | { page: "client"; id: string }
  | { page: "create" }
  | { page: "settings" }
  | { page: "practice" }
  | { page: "pieces" }
  | { page: "notFound" };

const plain = ["clients", "create", "settings", "practice", "pieces"] as const;

/** The address of a screen. */
export function toHash(route: Route): string {
  if (route.page === "welcome") return "#/";
  if (route.page === "client") return `#/clients/${encodeURIComponent(route.id)}`;
  if (route.page === "clients" && route.fresh) return `#/clients?new=${encodeURIComponent(route.fresh)}`;
  return route.page === "notFound" ? "#/not-found" : `#/${route.page}`;
}

/** The screen of an address. */
export function toRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [first = "", second, ...rest] = path.split("/").map(decode);
  if (first === "") return { page: "welcome" };
  if (rest.length > 0) return { page: "notFound" };
  if (first === "clients" && second) return { page: "client", id: second };
  if (second !== undefined) return { page: "notFound" };
  const fresh = new URLSearchParams(query).get("new");
  if (first === "clients") return fresh ? { page: "clients", fresh } : { page: "clients" };
  const page = plain.find((name) => name === first);
  return page ? { page } : { page: "notFound" };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A screen may ask before it is left, as the one that shows a secret does. True: stay. */
type Guard = (to: Route) => boolean;
const guards = new Set<Guard>();

/** Shows a screen, unless the present one holds it back. */
export function navigate(route: Route): void {
  for (const guard of guards) if (guard(route)) return;
  window.location.hash = toHash(route);
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
export function useNavigate(): (route: Route) => void {
  return navigate;
}
