/** The words for every line of "what it can and cannot do": a total table. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { SummaryLine } from "../backend/bindings";
import { Announced, Duration, Names } from "./Values";

/** What kind of statement a line makes; the icon and its spoken word follow from it. */
export type Tone = "can" | "cannot" | "note";

type Line = { tone: Tone; text: ReactNode; areas?: string[] };
type SummaryWords = { [Kind in SummaryLine["kind"]]: (line: Extract<SummaryLine, { kind: Kind }>) => Line };

const summaryWords: SummaryWords = {
  actsForPeople: () => ({
    tone: "note",
    text: (
      <Trans>
        People sign in with their own account. The client can never do more than the person who signed in.
      </Trans>
    ),
  }),
  actsByItself: () => ({
    tone: "note",
    text: <Trans>A program signs in by itself; no person is involved.</Trans>,
  }),
  canRead: ({ areas }) => ({
    tone: "can",
    areas: areas.map((area) => `${area}:readonly`),
    text: <Plural value={areas.length} one="Can read this area:" other="Can read these # areas:" />,
  }),
  canChange: ({ areas }) => ({
    tone: "can",
    areas,
    text: (
      <Plural
        value={areas.length}
        one="Can read and change this area:"
        other="Can read and change these # areas:"
      />
    ),
  }),
  cannotOtherAreas: () => ({
    tone: "cannot",
    text: <Trans>Cannot reach anything outside of these areas.</Trans>,
  }),
  hasRole: ({ role, divisions, everywhere }) => ({
    tone: "can",
    text: everywhere ? (
      <Trans>
        Can do what the role <strong>{role}</strong> allows, in all divisions, now and in future.
      </Trans>
    ) : (
      <Trans>
        Can do what the role <strong>{role}</strong> allows, in <Names names={divisions} />.
      </Trans>
    ),
  }),
  cannotOtherDivisions: () => ({
    tone: "cannot",
    text: <Trans>Cannot reach data of other divisions.</Trans>,
  }),
  cannotActForPeople: () => ({
    tone: "cannot",
    text: <Trans>Cannot act for a person: calls such as “who am I” are refused.</Trans>,
  }),
  tokensLive: ({ seconds }) => ({
    tone: "note",
    text: (
      <Trans>
        A token lives for <Duration seconds={seconds} />, then a new one is needed.
      </Trans>
    ),
  }),
  sendsBackTo: ({ count }) => ({
    tone: "note",
    text: (
      <Plural
        value={count}
        one="After signing in, people return to one address only."
        other="After signing in, people return to one of # addresses and nowhere else."
      />
    ),
  }),
  noSecretNeeded: () => ({ tone: "note", text: <Trans>Nobody needs its secret.</Trans> }),
  secretNeeded: () => ({
    tone: "note",
    text: <Trans>Whoever has its ID and secret can use it. Keep the secret like a password.</Trans>,
  }),
  secretOptional: () => ({
    tone: "note",
    text: <Trans>A server may use its secret. With PKCE nobody needs it.</Trans>,
  }),
  worksInEveryRegion: () => ({ tone: "note", text: <Trans>Works in every Genesys Cloud region.</Trans> }),
  endsWithImplicit: ({ stops }) => ({
    tone: "cannot",
    text: (
      <Trans>
        Stops working when implicit grant does: by <Announced date={stops} />, as Genesys announced.
      </Trans>
    ),
  }),
};

/** The words for one line. */
export function summaryLine(line: SummaryLine): Line {
  return (summaryWords[line.kind] as (line: SummaryLine) => Line)(line);
}
