/** Words for the rules on scopes. */
import { Trans } from "@lingui/react/macro";
import { Id } from "../../../words/Values";
import type { RuleWords } from "./rules";

export const scopeRules = {
  scopeRequired: () => <Trans>Choose at least one scope: without any, the client can do nothing.</Trans>,
  scopeUnknown: ({ scope }) => (
    <Trans>
      This organization does not know the scope <Id>{scope}</Id>. The client would be refused with it.
    </Trans>
  ),
  scopeReadonlyEnough: ({ scope }) => (
    <Trans>
      <Id>{scope}</Id> also lets the client change data. Does it only read?
    </Trans>
  ),
  scopeBothTwins: ({ scope, readonly }) => (
    <Trans>
      <Id>{scope}</Id> already includes <Id>{readonly}</Id>. One of the two is enough.
    </Trans>
  ),
  scopeBasicInfo: ({ scope }) => (
    <Trans>
      Most programs ask who has signed in. For that they need <Id>{scope}</Id>.
    </Trans>
  ),
  scopeOfPresetMissing: ({ scope }) => (
    <Trans>
      Embeddable Framework needs the scope <Id>{scope}</Id>. Without it some of its functions fail.
    </Trans>
  ),
} satisfies Partial<RuleWords>;
