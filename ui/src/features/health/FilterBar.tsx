/** Chooses which findings are shown, and whether kinds or clients are the headings. */
import { useLingui } from "@lingui/react/macro";
import type { HealthCode, HealthFinding } from "../../backend/bindings";
import { RadioRow } from "../../components/RadioCards";
import { SearchField } from "../../components/SearchField";
import { Select } from "../../components/Select";
import { codeWords, severities, severityWords } from "../../findings/codes";
import type { Filter } from "./filter";

type FilterBarProps = { open: HealthFinding[]; filter: Filter; onFilter: (filter: Filter) => void };

export function FilterBar({ open, filter, onFilter }: FilterBarProps) {
  const { t, i18n } = useLingui();
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  const count = (severity: HealthFinding["severity"]) =>
    open.filter((finding) => finding.severity === severity).length;
  const codes = [...new Set(open.map((finding) => finding.code))];
  const name = (code: HealthCode) => i18n._(codeWords[code]);
  return (
    <>
      <div className="health__filter">
        <RadioRow
          label={t({ message: "Show", context: "label of a filter: which findings" })}
          value={filter.severity}
          onChange={(severity) => set({ severity })}
          options={[
            {
              value: "all" as const,
              title: `${t({ message: "All", context: "of the findings" })} (${open.length})`,
            },
            ...severities.map((severity) => ({
              value: severity,
              title: `${i18n._(severityWords[severity])} (${count(severity)})`,
            })),
          ]}
        />
        <RadioRow
          label={t`Group by`}
          value={filter.by}
          onChange={(by) => set({ by })}
          options={[
            { value: "code", title: t`Kind` },
            { value: "client", title: t`Client` },
          ]}
        />
      </div>
      <div className="health__filter">
        <SearchField
          label={t`Name of a client`}
          value={filter.client}
          onChange={(client) => set({ client })}
        />
        <Select
          className="health__kind"
          label={t`Kind of finding`}
          isLabelHidden
          value={filter.code}
          onChange={(code) => set({ code })}
          options={[
            { value: "all" as const, label: t`Every kind` },
            ...codes
              .map((code) => ({ value: code, label: name(code) }))
              .sort((a, b) => a.label.localeCompare(b.label, i18n.locale)),
          ]}
        />
      </div>
    </>
  );
}
