/** What a person has typed and chosen while adding an organization. It lives as long as the screen. */
import type { Marking, Place, ProfileView, Way } from "../../../backend/bindings";

export interface Typed {
  /** Chosen region; `LOCAL` for a practice organization of another program. */
  where: string | null;
  /** Address of that practice organization. */
  address: string;
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
    where: profile ? (profile.practice ? LOCAL : profile.region.domain) : null,
    address: "",
    way,
    clientId: profile?.clientId ?? "",
    secret: "",
    token: "",
    marking: profile?.marking ?? { colour: "blue", production: false },
    keep: keepAtFirst(way),
  };
}

/** A token ends within hours: keeping it is seldom worth it. */
export function keepAtFirst(way: Way): boolean {
  return way !== "pastedToken";
}

/** The place, once there is one; whether it is one of Genesys Cloud is for Rust to say. */
export function placeOf({ where, address }: Typed): Place | null {
  if (where === LOCAL) return address.trim() === "" ? null : { kind: "local", address };
  return where === null ? null : { kind: "region", domain: where };
}
