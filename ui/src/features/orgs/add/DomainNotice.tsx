/** What the check of a typed domain found, what it means, and whom to ask. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { DomainCheck, Region } from "../../../backend/bindings";
import { wordsForReason } from "../../../backend/failures-unreachable";
import { Button } from "../../../components/Button";
import { Notice } from "../../../components/Notice";
import { Id } from "../../../words/Values";

export function DomainNotice({ check, onUse }: { check: DomainCheck; onUse: (region: Region) => void }) {
  const { i18n } = useLingui();
  if (check.kind === "genesys") return <Unlisted region={check.region} onUse={onUse} />;
  // Cannot be: a listed region was recognised before there was anything to check.
  if (check.kind === "listed") return null;
  if (check.kind === "notADomain") {
    return (
      <Notice tone="warning" role="alert" title={<Trans>There is no domain in this text</Trans>}>
        <p>
          <Trans>
            Type the domain of your Genesys Cloud, such as <Id>usw2.pure.cloud</Id>, or an address that
            contains it.
          </Trans>
        </p>
      </Notice>
    );
  }
  if (check.kind === "other") {
    return (
      <Notice tone="danger" role="alert" title={<Trans>This is not Genesys Cloud</Trans>}>
        <p>
          <Trans>
            Something answers at <Id>{check.host}</Id>, but not as a sign-in server of Genesys Cloud does.
            Nothing of yours was sent.
          </Trans>
        </p>
        <WhomToAsk />
      </Notice>
    );
  }
  const words = wordsForReason(check.reason);
  return (
    <Notice
      tone="danger"
      role="alert"
      title={
        <Trans>
          Nobody answers at <Id>{check.host}</Id>
        </Trans>
      }
    >
      <p>{i18n._(words.explanation)}</p>
      <p>{i18n._(words.next)}</p>
      <WhomToAsk />
    </Notice>
  );
}

function Unlisted({ region, onUse }: { region: Region; onUse: (region: Region) => void }) {
  const { domain } = region;
  return (
    <Notice
      tone="warning"
      role="alert"
      title={
        <Trans>
          This version of Latchkey does not know <Id>{domain}</Id>
        </Trans>
      }
      actions={
        <Button onPress={() => onUse(region)}>
          <Trans>
            Use <Id>{domain}</Id>
          </Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          Its sign-in server answers as Genesys Cloud does: it may be a region that is newer than this
          version. But anybody can set up a server that answers like that, and what you sign in with would be
          sent there.
        </Trans>
      </p>
      <WhomToAsk />
    </Notice>
  );
}

function WhomToAsk() {
  return (
    <p>
      <Trans>
        Compare it with the address where you sign in to Genesys Cloud. In doubt, ask whoever administers your
        Genesys Cloud, or Genesys support, which domain is the right one.
      </Trans>
    </p>
  );
}
