/** The screens, and the address after `#` of each. It never holds anything secret. */
import type { HealthCode } from "../backend/bindings";
import { codeWords } from "../findings/codes";

/** Every screen. */
export type Route =
  | { page: "welcome" }
  /** `fresh`: the one that was just created; `quiet`: those without a call. */
  | { page: "clients"; fresh?: string; quiet?: true }
  /** Those of other organizations. */
  | { page: "applications" }
  /** `tab`: the part of its page that is shown, the overview when absent. */
  | { page: "client"; id: string; tab?: ClientTab }
  /** Changes a client. `putBack`: as it was before this operation; `mend`: with this kind of finding mended already. */
  | { page: "edit"; id: string; putBack?: string; mend?: HealthCode }
  /** What the form begins with, where it is not empty. */
  | ({ page: "create" } & Beginning)
  /** Clients that were deleted with this program. */
  | { page: "deleted" }
  /** What may be wrong with the clients; `sunset`: what ends with implicit grant. */
  | { page: "health"; view?: HealthView }
  /** The one-time secret of a client, until somebody said where it went. */
  | { page: "secret"; id: string }
  /** What was interrupted; `operation` is the one to begin with. */
  | { page: "interrupted"; operation?: string }
  /** `profile`: sign in to this one again, then go back to where one was. */
  | { page: "addOrg"; profile?: string; back?: PlainPage }
  /** `fresh`: right after signing in. */
  | { page: "diagnosis"; fresh?: true }
  /** `search`: what to look for at first, for example a client ID. */
  | { page: "history"; search?: string }
  /** A sealed file from somebody else. */
  | { page: "receive" }
  | { page: "settings" }
  | { page: "practice" }
  | { page: "pieces" }
  | { page: "notFound" };

/** What a new client begins with. */
export interface Beginning {
  /** The interrupted operation whose client is to be created again. */
  again?: string;
  /** The operation whose client was created, to be shown as right after. */
  made?: string;
  /** A client that is like it, */
  copyOf?: string;
  /** of another organization than the present one, by its profile; */
  from?: string;
  /** to sign in with PKCE in place of implicit grant. */
  twin?: true;
  /** The delete whose client is to be created again. */
  deleted?: string;
}

/** Screens whose address is their name. */
export const plainPages = [
  "clients",
  "applications",
  "create",
  "deleted",
  "interrupted",
  "history",
  "receive",
  "settings",
  "practice",
  "pieces",
] as const;

/** Parts of the health check. */
export type HealthView = "findings" | "sunset";

const clientTabs = ["overview", "access", "roles", "handOver", "usage", "findings", "history"] as const;

/** Parts of the page of a client. A client has those for which there is something to show. */
export type ClientTab = (typeof clientTabs)[number];

/** One of the screens whose address is their name. */
export type PlainPage = (typeof plainPages)[number];

/** The address of a screen. */
export function toHash(route: Route): string {
  if (route.page === "welcome") return "#/";
  if (route.page === "client") {
    const tab = route.tab && route.tab !== "overview" ? `?tab=${route.tab}` : "";
    return `#/clients/${encodeURIComponent(route.id)}${tab}`;
  }
  if (route.page === "edit") {
    const { putBack, mend } = route;
    const query = new URLSearchParams({
      ...(putBack ? { "put-back": putBack } : {}),
      ...(mend ? { mend } : {}),
    });
    return `#/clients/${encodeURIComponent(route.id)}/edit${query.size > 0 ? `?${query}` : ""}`;
  }
  if (route.page === "health") return route.view === "sunset" ? "#/health?view=sunset" : "#/health";
  if (route.page === "secret") return `#/secret/${encodeURIComponent(route.id)}`;
  if (route.page === "create") return `#/create${fromBeginning(route)}`;
  if (route.page === "interrupted" && route.operation) {
    return `#/interrupted?operation=${encodeURIComponent(route.operation)}`;
  }
  if (route.page === "history" && route.search) return `#/history?search=${encodeURIComponent(route.search)}`;
  if (route.page === "clients" && route.fresh) return `#/clients?new=${encodeURIComponent(route.fresh)}`;
  if (route.page === "clients" && route.quiet) return "#/clients?calls=none";
  if (route.page === "diagnosis") return route.fresh ? "#/rights?signed-in=1" : "#/rights";
  if (route.page === "addOrg") {
    const { profile, back } = route;
    const query = new URLSearchParams({ ...(profile ? { profile } : {}), ...(back ? { back } : {}) });
    return query.size > 0 ? `#/sign-in?${query}` : "#/sign-in";
  }
  return route.page === "notFound" ? "#/not-found" : `#/${route.page}`;
}

/** The screen of an address. */
export function toRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [first = "", second, ...rest] = path.split("/").map(decode);
  if (first === "") return { page: "welcome" };
  const asked = new URLSearchParams(query);
  if (first === "clients" && second && rest.join("/") === "edit") {
    const putBack = asked.get("put-back");
    const mend = healthCodes.find((code) => code === asked.get("mend"));
    return { page: "edit", id: second, ...(putBack ? { putBack } : {}), ...(mend ? { mend } : {}) };
  }
  if (rest.length > 0) return { page: "notFound" };
  if (first === "clients" && second) {
    const tab = clientTabs.find((name) => name === asked.get("tab"));
    return { page: "client", id: second, ...(tab ? { tab } : {}) };
  }
  if (first === "secret" && second) return { page: "secret", id: second };
  if (second !== undefined) return { page: "notFound" };
  const fresh = asked.get("new");
  if (first === "rights") return { page: "diagnosis", ...(asked.has("signed-in") ? { fresh: true } : {}) };
  if (first === "sign-in") {
    const profile = asked.get("profile");
    const back = plainPages.find((name) => name === asked.get("back"));
    return { page: "addOrg", ...(profile ? { profile } : {}), ...(back ? { back } : {}) };
  }
  if (first === "health") {
    return { page: "health", ...(asked.get("view") === "sunset" ? { view: "sunset" as const } : {}) };
  }
  if (first === "create") return { page: "create", ...toBeginning(asked) };
  if (first === "interrupted") {
    const operation = asked.get("operation");
    return { page: "interrupted", ...(operation ? { operation } : {}) };
  }
  if (first === "history") {
    const search = asked.get("search");
    return { page: "history", ...(search ? { search } : {}) };
  }
  if (first === "clients") {
    const quiet = asked.get("calls") === "none" ? { quiet: true as const } : {};
    return fresh ? { page: "clients", fresh } : { page: "clients", ...quiet };
  }
  const page = plainPages.find((name) => name === first);
  return page ? { page } : { page: "notFound" };
}

function fromBeginning({ again, made, copyOf, from, twin, deleted }: Beginning): string {
  const query = new URLSearchParams({
    ...(again ? { again } : {}),
    ...(made ? { made } : {}),
    ...(copyOf ? { like: copyOf } : {}),
    ...(from ? { from } : {}),
    ...(twin ? { twin: "1" } : {}),
    ...(deleted ? { deleted } : {}),
  });
  return query.size > 0 ? `?${query}` : "";
}

function toBeginning(asked: URLSearchParams): Beginning {
  const [again, made, copyOf, from, deleted] = ["again", "made", "like", "from", "deleted"].map((name) =>
    asked.get(name),
  );
  return {
    ...(again ? { again } : {}),
    ...(made ? { made } : {}),
    ...(copyOf ? { copyOf } : {}),
    ...(from ? { from } : {}),
    ...(asked.has("twin") ? { twin: true } : {}),
    ...(deleted ? { deleted } : {}),
  };
}

const healthCodes = Object.keys(codeWords) as HealthCode[];

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
