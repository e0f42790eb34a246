/** The columns of the history. */
import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { HistoryEntry } from "../../backend/bindings";
import { Code } from "../../components/Code";
import type { TableColumn } from "../../components/Table";
import { spellDate, spellTime } from "../../locales/format";
import { destinationWords, kindWords } from "../../words/operations";
import { StageBadge } from "../../words/StageBadge";
import { Who } from "./Who";

/** Columns, in the order of the sentence: when, what, which client, where, by whom, with which end. */
export function useColumns(): TableColumn<HistoryEntry>[] {
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(
    () => [
      {
        id: "when",
        name: t`When`,
        cell: ({ beganAt }) => (
          <div className="table__number">
            {spellDate(beganAt, locale)}
            <div className="table__sub">{spellTime(beganAt, locale)}</div>
          </div>
        ),
      },
      { id: "what", name: t`What`, isRowHeader: true, cell: (entry) => i18n._(kindWords[entry.kind]) },
      {
        id: "client",
        name: t`Client`,
        isRowHeader: true,
        cell: ({ clientName, clientId }) => (
          <>
            <span className="table__main" translate="no">
              {clientName}
            </span>
            {clientId !== null && (
              <div className="table__sub">
                <Code>{clientId}</Code>
              </div>
            )}
          </>
        ),
      },
      { id: "org", name: t`Organization`, cell: (entry) => <span translate="no">{entry.orgName}</span> },
      { id: "who", name: t`Who`, cell: (entry) => <Who entry={entry} /> },
      { id: "outcome", name: t`What became of it`, cell: (entry) => <StageBadge stage={entry.stage} /> },
      {
        id: "destination",
        name: t`Secret went to`,
        cell: ({ destination }) => (destination ? i18n._(destinationWords[destination]) : "–"),
      },
    ],
    [t, i18n, locale],
  );
}
