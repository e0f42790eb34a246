/** Saves clients of the list as a file: what is shown, or what is selected. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { SaveOutcome } from "../../../app/SaveOutcome";
import { commands } from "../../../backend/backend";
import type { ClientColumn, TableFormat } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { RadioCards, RadioRow } from "../../../components/RadioCards";
import { spellNumber } from "../../../locales/format";
import { type Query, widened } from "./query";

type What = "shown" | "selected";

interface ExportDialogProps {
  org: string;
  query: Query;
  columns: readonly ClientColumn[];
  matched: number;
  selected: ReadonlySet<string>;
  /** What it begins with; null: closed. */
  what: What | null;
  onClose: () => void;
}

export function ExportDialog(props: ExportDialogProps) {
  return (
    <Dialog
      isOpen={props.what !== null}
      onOpenChange={props.onClose}
      title={<Trans>Export clients</Trans>}
      size="wide"
    >
      {props.what && <Fields {...props} begin={props.what} />}
    </Dialog>
  );
}

function Fields({ org, query, columns, matched, selected, begin }: ExportDialogProps & { begin: What }) {
  const { t, i18n } = useLingui();
  const [what, setWhat] = useState(begin);
  const [format, setFormat] = useState<TableFormat>("xlsx");
  const exporting = useMutation({
    mutationFn: () =>
      commands.exportClients(org, {
        // What is selected may be out of sight.
        query: what === "selected" ? widened(query) : query,
        only: what === "selected" ? [...selected] : null,
        columns: [...columns],
        format,
      }),
  });
  const shown = spellNumber(matched, i18n.locale);
  const marked = spellNumber(selected.size, i18n.locale);
  return (
    <>
      {selected.size > 0 && (
        <RadioRow
          label={<Trans>Which clients</Trans>}
          value={what}
          onChange={setWhat}
          options={[
            { value: "shown", title: t`What the list shows (${shown})` },
            { value: "selected", title: t`The selected ones (${marked})` },
          ]}
        />
      )}
      <RadioCards
        label={<Trans>File</Trans>}
        value={format}
        onChange={setFormat}
        options={[
          { value: "xlsx", title: t`XLSX`, text: t`A spreadsheet with the columns that the list shows.` },
          {
            value: "csv",
            title: t`CSV`,
            text: t`The same as plain text, for any program that reads tables.`,
          },
          { value: "json", title: t`JSON`, text: t`Everything about each client, for a program.` },
        ]}
      />
      <p className="muted">
        <Trans>No secret is in it: Genesys Cloud never shows one again.</Trans>
      </p>
      <SaveOutcome saving={exporting}>
        {({ entries }) => (
          <Plural
            value={entries}
            one="The file was saved, with # client"
            other="The file was saved, with # clients"
          />
        )}
      </SaveOutcome>
      <div className="row">
        <Button
          variant="primary"
          icon={Download}
          onPress={() => exporting.mutate()}
          isPending={exporting.isPending}
        >
          <Trans>Save the file</Trans>
        </Button>
      </div>
    </>
  );
}
