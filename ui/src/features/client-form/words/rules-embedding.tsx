/** Words for the rules of Embeddable Framework: deployment, regions, and the addresses of its pages. */
import { Trans } from "@lingui/react/macro";
import { Id } from "../../../words/Values";
import type { RuleWords } from "./rules";

export const embeddingRules = {
  deploymentRequired: () => (
    <Trans>Say how the framework is deployed: that decides whether a client is needed at all.</Trans>
  ),
  noClientNeeded: () => (
    <Trans>
      With this kind of deployment no client is needed: Genesys Cloud uses one of its own. A client that
      nobody uses does no harm, but somebody has to look after it.
    </Trans>
  ),
  regionRequired: () => <Trans>Choose at least one region: the one where the organization is.</Trans>,
  redirectFrameAddress: ({ address }) => (
    <Trans>
      This is the address of the frame in the CRM page. The redirect address is <Id>{address}</Id>, without
      anything after it.
    </Trans>
  ),
  redirectOtherRegion: ({ domain }) => (
    <Trans>
      This address is in the region <Id>{domain}</Id>, which is not chosen above. Choose that region too, or
      remove the address.
    </Trans>
  ),
  redirectNotGenesys: ({ host }) => (
    <Trans>
      The pages of the framework are on <Id>apps.</Id> and the domain of a region, but <Id>{host}</Id> is no
      host of Genesys Cloud. Is there a typing mistake?
    </Trans>
  ),
  embeddedAddressMissing: ({ address }) => (
    <Trans>
      With your answers above the framework also needs <Id>{address}</Id>.
    </Trans>
  ),
} satisfies Partial<RuleWords>;
