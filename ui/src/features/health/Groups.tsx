/** Findings in groups that can be folded: by kind, or by client. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { SearchX } from "lucide-react";
import type { HealthCode, HealthFinding } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Disclosure } from "../../components/Disclosure";
import { EmptyState } from "../../components/EmptyState";
import { codeWords } from "../../findings/codes";
import { FindingList } from "../../findings/FindingList";
import { SeverityBadge } from "../../findings/SeverityBadge";
import { type Filter, type Group, grouped } from "./filter";

type GroupsProps = { findings: HealthFinding[]; by: Filter["by"]; onClear: () => void };

export function Groups({ findings, by, onClear }: GroupsProps) {
  if (findings.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={SearchX}
          title={<Trans>No finding matches</Trans>}
          actions={
            <Button onPress={onClear}>
              <Trans>Show every finding</Trans>
            </Button>
          }
        />
      </Card>
    );
  }
  return (
    <ul className="health__groups">
      {grouped(findings, by).map((group) => (
        <li key={`${by} ${group.key}`} className="card health__group">
          <OneGroup group={group} by={by} />
        </li>
      ))}
    </ul>
  );
}

function OneGroup({ group, by }: { group: Group; by: Filter["by"] }) {
  const { i18n } = useLingui();
  return (
    <Disclosure
      title={
        <span className="health__title">
          <SeverityBadge severity={group.severity} />
          {by === "code" ? (
            <span>{i18n._(codeWords[group.key as HealthCode])}</span>
          ) : (
            <span translate="no">{group.findings[0]?.clientName}</span>
          )}
          <span className="muted">
            {by === "code" ? (
              <Plural value={group.findings.length} one="# client" other="# clients" />
            ) : (
              <Plural value={group.findings.length} one="# finding" other="# findings" />
            )}
          </span>
        </span>
      }
    >
      <FindingList findings={group.findings} name={by === "code" ? "client" : "code"} heading="h2" />
    </Disclosure>
  );
}
