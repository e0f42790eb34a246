/** Saves what the search finds as a file, and says where it is. */
import { Plural, Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { FileBraces, FileSpreadsheet } from "lucide-react";
import { SaveOutcome } from "../../app/SaveOutcome";
import { commands } from "../../backend/backend";
import type { ExportFormat, HistoryPart } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";

interface ExportProps {
  search: string;
  part: HistoryPart;
  isEmpty: boolean;
}

export function Export({ search, part, isEmpty }: ExportProps) {
  const saving = useMutation({
    mutationFn: (format: ExportFormat) => commands.exportHistory(search, part, format),
  });
  const isSaving = (format: ExportFormat) => saving.isPending && saving.variables === format;
  return (
    <Card
      title={<Trans>Save as a file</Trans>}
      text={
        search === "" && part === "all" ? (
          <Trans>The whole history, with the names of people, organizations and clients. No secret.</Trans>
        ) : (
          <Trans>
            The entries that are found, with the names of people, organizations and clients. No secret.
          </Trans>
        )
      }
    >
      <div className="row">
        <Button
          icon={FileSpreadsheet}
          onPress={() => saving.mutate("csv")}
          isPending={isSaving("csv")}
          isDisabled={isEmpty}
        >
          <Trans>CSV for a spreadsheet</Trans>
        </Button>
        <Button
          icon={FileBraces}
          onPress={() => saving.mutate("json")}
          isPending={isSaving("json")}
          isDisabled={isEmpty}
        >
          <Trans>JSON for a program</Trans>
        </Button>
      </div>
      <SaveOutcome saving={saving}>
        {({ entries }) => (
          <Plural
            value={entries}
            one="# entry was saved to this file:"
            other="# entries were saved to this file:"
          />
        )}
      </SaveOutcome>
    </Card>
  );
}
