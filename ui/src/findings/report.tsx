/** The report on the health of an organization: every sentence as plain text, in the reader's language. */
import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import { I18nProvider } from "@lingui/react";
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Health, HealthFinding, OrgView, ReportText } from "../backend/bindings";
import { spellDate, spellDateTime } from "../locales/format";
import { codeWords, severities, severityWords } from "./codes";
import { sayReason } from "./reasons";

/** The texts of what stands in a page, read off a page that nobody sees. */
function textsOf(nodes: ReactNode[], i18n: I18n): string[] {
  const host = document.createElement("div");
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        {nodes.map((node, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
          <div key={index}>{node}</div>
        ))}
      </I18nProvider>,
    ),
  );
  const texts = [...host.children].map((child) => child.textContent ?? "");
  root.unmount();
  return texts;
}

/** The report of what was found. */
export function reportOf(health: Health, org: OrgView, i18n: I18n): ReportText {
  const open = health.findings.filter((finding) => finding.acknowledged === null);
  const acknowledged = health.findings.filter((finding) => finding.acknowledged !== null);
  const at = spellDateTime(health.checkedAt, i18n.locale);
  const { clients, usesKnown } = health;
  return {
    language: i18n.locale,
    title: i18n._(msg`OAuth clients of ${org.name}: health check`),
    lines: [
      i18n._(msg`${org.region.domain}, checked on ${at} with Latchkey.`),
      i18n._(
        msg`${plural(clients, { one: "# client was looked at.", other: "# clients were looked at." })} Last uses known: ${usesKnown}.`,
      ),
    ],
    counts: [
      ...severities.map((severity) => ({
        label: i18n._(severityWords[severity]),
        count: open.filter((finding) => finding.severity === severity).length,
      })),
      { label: i18n._(msg({ message: "Acknowledged", context: "of findings" })), count: acknowledged.length },
    ],
    partColumn: i18n._(msg({ message: "State", context: "of a finding: open, acknowledged" })),
    columns: [
      msg`Client`,
      msg`Client ID`,
      msg({ message: "Weight", context: "column of a report: how much a finding matters" }),
      msg`Finding`,
      msg`Explanation`,
      msg({ message: "About", context: "column of a report: addresses, roles, clients" }),
    ].map((name) => i18n._(name)),
    parts: [
      {
        title: i18n._(msg({ message: "Open", context: "of findings: still to be looked at" })),
        empty: i18n._(msg`Nothing was found.`),
        rows: rowsOf(open, i18n),
      },
      {
        title: i18n._(msg({ message: "Acknowledged", context: "of findings" })),
        empty: i18n._(msg`Nothing is acknowledged.`),
        rows: rowsOf(acknowledged, i18n),
      },
    ],
  };
}

function rowsOf(findings: HealthFinding[], i18n: I18n): string[][] {
  const said = findings.map((finding) => sayReason(finding.reason, finding.daysLeft));
  const texts = textsOf(
    said.map(({ text }) => text),
    i18n,
  );
  return findings.map((finding, row) => [
    finding.clientName,
    finding.clientId,
    i18n._(severityWords[finding.severity]),
    i18n._(codeWords[finding.code]),
    [texts[row] ?? "", acknowledgement(finding, i18n)].filter(Boolean).join(" "),
    (said[row]?.items ?? []).join("; "),
  ]);
}

function acknowledgement({ acknowledged }: HealthFinding, i18n: I18n): string {
  if (!acknowledged) return "";
  const day = spellDate(acknowledged.at, i18n.locale);
  return i18n._(msg`Acknowledged on ${day}: ${acknowledged.reason}`);
}
