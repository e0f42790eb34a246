/** What a client can and cannot do, or that this version cannot tell. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useOrg } from "../../../app/open-org";
import { factsQuery } from "../../../backend/backend";
import type { SummaryLine } from "../../../backend/bindings";
import { Card } from "../../../components/Card";
import { languageOf } from "../../../locales/i18n";
import { SummaryList } from "../../../words/SummaryList";

export function Summary({ lines }: { lines: SummaryLine[] }) {
  const org = useOrg();
  const { i18n } = useLingui();
  // Only for the descriptions of scopes, which may come later.
  const facts = useQuery(factsQuery(org.id, languageOf(i18n.locale)));
  return (
    <Card title={<Trans>What this client can do</Trans>}>
      {lines.length === 0 ? (
        <p className="muted">
          <Trans>This version does not know this grant type, so it cannot say what the client can do.</Trans>
        </p>
      ) : (
        <SummaryList lines={lines} scopes={facts.data?.scopes ?? []} />
      )}
    </Card>
  );
}
