/** One finding: how much it matters, what it says, where that is documented, and what can be done. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { navigate } from "../app/navigation";
import type { HealthFinding } from "../backend/bindings";
import { Button } from "../components/Button";
import { Code } from "../components/Code";
import { Disclosure } from "../components/Disclosure";
import { GenesysLink } from "../genesys-pages/GenesysLink";
import { spellDate } from "../locales/format";
import { codeWords, fixWords } from "./codes";
import { sayReason } from "./reasons";
import { SeverityBadge } from "./SeverityBadge";
import "./findings.css";

export interface FindingCardProps {
  finding: HealthFinding;
  /** What names it: the kind where clients are headings, the client where kinds are. */
  name: "code" | "client" | "both";
  onAcknowledge: (finding: HealthFinding) => void;
  onTakeBack: (finding: HealthFinding) => void;
  /** Its heading: `h3` below a card with a title. */
  heading: "h2" | "h3";
  /** The button that leads to the client is not needed on its own page. */
  isOnClient?: boolean;
}

/** More than so many lines are folded away. */
const ITEMS = 4;

export function FindingCard(props: FindingCardProps) {
  const { finding, name, heading: Heading } = props;
  const { i18n } = useLingui();
  const headingId = useId();
  const { text, items = [] } = sayReason(finding.reason, finding.daysLeft);
  return (
    <li className="finding-card">
      <div className="finding-card__head">
        <SeverityBadge severity={finding.severity} />
        <Heading id={headingId}>
          {name !== "client" && i18n._(codeWords[finding.code])}
          {name === "both" && " · "}
          {name !== "code" && <span translate="no">{finding.clientName}</span>}
        </Heading>
        {name !== "code" && <Code>{finding.clientId}</Code>}
      </div>
      <p>{text}</p>
      {items.length > 0 && <Items items={items} />}
      {finding.acknowledged && (
        <p className="finding-card__acknowledged">
          <Trans>Acknowledged on {spellDate(finding.acknowledged.at, i18n.locale)}:</Trans>{" "}
          <q translate="no">{finding.acknowledged.reason}</q>
        </p>
      )}
      <Actions {...props} headingId={headingId} />
    </li>
  );
}

function Items({ items }: { items: string[] }) {
  const list = (
    <ul className="finding-card__items">
      {items.map((item) => (
        <li key={item}>
          <Code>{item}</Code>
        </li>
      ))}
    </ul>
  );
  if (items.length <= ITEMS) return list;
  return <Disclosure title={<Trans>Show all {items.length}</Trans>}>{list}</Disclosure>;
}

function Actions(props: FindingCardProps & { headingId: string }) {
  const { finding, onAcknowledge, onTakeBack, isOnClient = false, headingId } = props;
  const { i18n } = useLingui();
  const { fix, documented, acknowledged } = finding;
  const isHere = isOnClient && fix === "openClient";
  return (
    <div className="finding-card__actions">
      {!isHere && (
        <Button size="small" describedBy={headingId} onPress={() => follow(finding)}>
          {i18n._(fixWords[fix])}
        </Button>
      )}
      {acknowledged ? (
        <Button size="small" variant="quiet" describedBy={headingId} onPress={() => onTakeBack(finding)}>
          <Trans>Take the acknowledgement back</Trans>
        </Button>
      ) : (
        <Button size="small" variant="quiet" describedBy={headingId} onPress={() => onAcknowledge(finding)}>
          <Trans>Acknowledge…</Trans>
        </Button>
      )}
      {documented !== null && <GenesysLink page={documented} describedBy={headingId} />}
    </div>
  );
}

/** Goes to where the finding is mended. Nothing is sent by that. */
function follow({ fix, clientId, code }: HealthFinding): void {
  switch (fix) {
    case "mendedDraft":
      navigate({ page: "edit", id: clientId, mend: code });
      return;
    case "edit":
      navigate({ page: "edit", id: clientId });
      return;
    case "pkceTwin":
      navigate({ page: "create", copyOf: clientId, twin: true });
      return;
    case "openClient":
      navigate({ page: "client", id: clientId });
      return;
    case "lookAtUsage":
      navigate({ page: "client", id: clientId, tab: "usage" });
      return;
  }
}
