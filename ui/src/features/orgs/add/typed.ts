/**
 * What a person has typed and chosen while adding an organization. It outlives a look at the settings, but for
 * secret and token, which live as long as the screen.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { GatewayDraft, Marking, Place, ProfileView, Region, Way } from "../../../backend/bindings";

export interface Typed {
  /** Chosen region; `LOCAL` for a practice organization of another program. */
  where: string | null;
  /** A region that is in no list, and was chosen all the same. */
  unlisted: Region | null;
  /** Address of that practice organization. */
  address: string;
  /** Whether a gateway stands before the region. */
  hasGateway: boolean;
  gateway: GatewayDraft;
  way: Way;
  clientId: string;
  secret: string;
  token: string;
  marking: Marking;
  keep: boolean;
}

/** No region has such a domain. */
export const LOCAL = "local";

/** The start: nothing, or what is known of the profile to which one signs in again. */
export function typedAtFirst(profile: ProfileView | undefined): Typed {
  const way = profile?.way ?? "browser";
  return {
    ...whereAtFirst(profile),
    way,
    clientId: profile?.clientId ?? "",
    secret: "",
    token: "",
    marking: profile?.marking ?? { colour: "blue", production: false },
    keep: keepAtFirst(way),
  };
}

function whereAtFirst(profile: ProfileView | undefined) {
  const place = profile?.place;
  return {
    where: place ? (place.kind === "local" ? LOCAL : place.domain) : null,
    unlisted: profile?.region.group === "unlisted" ? profile.region : null,
    address: place?.kind === "local" ? place.address : "",
    hasGateway: place?.kind === "gateway",
    gateway:
      place?.kind === "gateway" ? place.gateway : { host: "", port: "", apiPrefix: "", loginPrefix: "" },
  };
}

/** What is typed, and how to change it; `forget` once it has served. */
export function useTyped(profile: ProfileView | undefined) {
  const queries = useQueryClient();
  const key = ["typed", profile?.id ?? "new"];
  const kept = queries.getQueryData<Typed>(key);
  const [typed, setTyped] = useState(() => kept ?? typedAtFirst(profile));
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (isDone) return;
    queries.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    queries.setQueryData<Typed>(key, { ...typed, secret: "", token: "" });
  });
  return {
    typed,
    change: (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part })),
    forget: () => {
      setDone(true);
      queries.removeQueries({ queryKey: key });
    },
  };
}

/** A token ends within hours: keeping it is seldom worth it. */
export function keepAtFirst(way: Way): boolean {
  return way !== "pastedToken";
}

/** The place, once there is one; whether it is one of Genesys Cloud is for Rust to say. */
export function placeOf({ where, address, hasGateway, gateway }: Typed): Place | null {
  if (where === LOCAL) return address.trim() === "" ? null : { kind: "local", address };
  if (where === null) return null;
  return hasGateway ? { kind: "gateway", domain: where, gateway } : { kind: "region", domain: where };
}
