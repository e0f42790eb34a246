/** Saves what was found as a report to print or send. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { FileSpreadsheet, FileText } from "lucide-react";
import { useOrg } from "../../app/open-org";
import { SaveOutcome } from "../../app/SaveOutcome";
import { commands } from "../../backend/backend";
import type { Health, ReportFormat } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { reportOf } from "../../findings/report";

export function ReportCard({ health }: { health: Health }) {
  const org = useOrg();
  const { i18n } = useLingui();
  const saving = useMutation({
    mutationFn: (format: ReportFormat) => commands.saveHealthReport(reportOf(health, org, i18n), format),
  });
  const isSaving = (format: ReportFormat) => saving.isPending && saving.variables === format;
  return (
    <Card
      title={<Trans>Report</Trans>}
      text={
        <Trans>
          Every finding, open and acknowledged, with the names of clients and their addresses, in the language
          of this window. No secret.
        </Trans>
      }
    >
      <div className="row">
        <Button icon={FileText} onPress={() => saving.mutate("html")} isPending={isSaving("html")}>
          <Trans>Page to print or send (HTML)</Trans>
        </Button>
        <Button icon={FileSpreadsheet} onPress={() => saving.mutate("csv")} isPending={isSaving("csv")}>
          <Trans>CSV for a spreadsheet</Trans>
        </Button>
      </div>
      <SaveOutcome saving={saving}>
        {({ entries }) => (
          <Plural
            value={entries}
            one="# finding was saved to this file:"
            other="# findings were saved to this file:"
          />
        )}
      </SaveOutcome>
    </Card>
  );
}
