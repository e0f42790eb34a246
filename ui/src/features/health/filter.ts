/** Which findings are shown, and in what groups. */
import type { HealthCode, HealthFinding, Severity } from "../../backend/bindings";
import { severities } from "../../findings/codes";

export interface Filter {
  severity: Severity | "all";
  code: HealthCode | "all";
  /** A part of a client's name, or its ID. */
  client: string;
  by: "code" | "client";
}

export const everything: Filter = { severity: "all", code: "all", client: "", by: "code" };

/** The findings that a filter lets through. */
export function matching(findings: HealthFinding[], filter: Filter): HealthFinding[] {
  const client = filter.client.trim().toLowerCase();
  return findings.filter(
    (finding) =>
      (filter.severity === "all" || finding.severity === filter.severity) &&
      (filter.code === "all" || finding.code === filter.code) &&
      (client === "" || finding.clientName.toLowerCase().includes(client) || finding.clientId === client),
  );
}

export interface Group {
  key: string;
  findings: HealthFinding[];
  /** Of its gravest finding. */
  severity: Severity;
}

/** The findings in groups: the gravest first, then the largest. */
export function grouped(findings: HealthFinding[], by: Filter["by"]): Group[] {
  const groups = new Map<string, HealthFinding[]>();
  for (const finding of findings) {
    const key = by === "code" ? finding.code : finding.clientId;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const weight = (severity: Severity) => severities.indexOf(severity);
  return [...groups]
    .map(([key, findings]) => ({
      key,
      findings,
      severity: severities.find((severity) => findings.some((one) => one.severity === severity)) ?? "hint",
    }))
    .sort((a, b) => weight(a.severity) - weight(b.severity) || b.findings.length - a.findings.length);
}
