/** Words for findings on clients that may do more than they need. */
import { Plural, Trans } from "@lingui/react/macro";
import { Names } from "../words/Values";
import type { ReasonWords } from "./reasons";

export const reachReasons = {
  privilegedRole: ({ roles, onlyReadDays }) => ({
    text:
      onlyReadDays === null ? (
        <Trans>
          It holds <Names names={roles} />. Whoever has its secret may do nearly everything in the
          organization. Make a role with what the program needs, and nothing else.
        </Trans>
      ) : (
        <Trans>
          It holds <Names names={roles} />, and in the last{" "}
          <Plural value={onlyReadDays} one="day" other="# days" /> it has only read. Whoever has its secret
          may do nearly everything in the organization. Make a role that reads what the program needs.
        </Trans>
      ),
  }),
  allDivisions: ({ roles }) => ({
    text: (
      <Trans>
        It holds <Names names={roles} /> in all divisions, present and future. If the program works for some
        divisions only, name these.
      </Trans>
    ),
  }),
  readonlyEnough: ({ scopes, days }) => ({
    text: (
      <Trans>
        In the last <Plural value={days} one="day" other="# days" /> these areas were only read, although the
        client may change them. The scope that only reads would be enough. Genesys Cloud counts calls by
        address; which scope each needs is concluded from that.
      </Trans>
    ),
    items: scopes,
  }),
  unusedScopes: ({ scopes, days }) => ({
    text: (
      <Trans>
        No call in the last <Plural value={days} one="day" other="# days" /> needed these scopes. Ask whoever
        looks after the program whether they can go. Genesys Cloud counts calls by address; which scope each
        needs is concluded from that.
      </Trans>
    ),
    items: scopes,
  }),
} satisfies Partial<ReasonWords>;
