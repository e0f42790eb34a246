/**
 * Redirect addresses, one a row. Enter adds a row, Backspace on an empty one removes it, arrows move,
 * and a pasted list is split by Rust. Rows stay exactly as typed.
 */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { commands, MAX_REDIRECT_URIS } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Findings } from "../../../components/Findings";
import { useAnnounce } from "../../../components/LiveRegion";
import { toMessages, useForm } from "./FormContext";
import { RedirectRow } from "./RedirectRow";

export function RedirectList() {
  const { draft, change, findings, mend, touch } = useForm();
  const { t } = useLingui();
  const announce = useAnnounce();
  const messagesId = useId();
  const list = useRef<HTMLOListElement>(null);
  const [focusRow, setFocusRow] = useState<number | null>(null);
  const rows = draft.redirectUris.length > 0 ? draft.redirectUris : [""];
  const onAll = toMessages(
    findings("redirectUris").filter((finding) => finding.row === null),
    mend,
  );

  // After a row was added or removed it is drawn first, then focused.
  useEffect(() => {
    if (focusRow === null) return;
    list.current?.querySelector<HTMLInputElement>(`[data-row="${focusRow}"] input`)?.focus();
    setFocusRow(null);
  }, [focusRow]);

  const setRows = (edit: (rows: string[]) => string[]) =>
    change((draft) => ({
      ...draft,
      redirectUris: edit(draft.redirectUris.length > 0 ? draft.redirectUris : [""]),
    }));
  const add = (after: number) => {
    setRows((rows) => rows.toSpliced(after + 1, 0, ""));
    setFocusRow(after + 1);
  };
  const remove = (row: number) => {
    setRows((rows) => rows.toSpliced(row, 1));
    setFocusRow(Math.max(0, row - 1));
    announce(t`Address ${row + 1} removed`);
  };
  const paste = async (row: number, text: string) => {
    const parts = await commands.splitPastedAddresses(text);
    setRows((rows) => {
      const isEmpty = rows[row]?.trim() === "";
      return rows.toSpliced(isEmpty ? row : row + 1, isEmpty ? 1 : 0, ...parts);
    });
    const wasEmpty = rows[row]?.trim() === "";
    setFocusRow(row + parts.length - (wasEmpty ? 1 : 0));
    announce(t`Pasted as ${parts.length} addresses`);
  };

  return (
    <div className="field" data-field="redirectUris">
      <ol className="redirects" ref={list}>
        {rows.map((text, row) => (
          <RedirectRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
            key={row}
            row={row}
            text={text}
            messages={toMessages(findings("redirectUris", row), mend)}
            isOnly={rows.length === 1}
            describedBy={onAll.length > 0 ? messagesId : undefined}
            onChange={(next) => setRows((rows) => rows.with(row, next))}
            onBlur={() => touch("redirectUris")}
            onAdd={() => add(row)}
            onRemove={() => remove(row)}
            onMove={(to) => setFocusRow(Math.min(Math.max(0, to), rows.length - 1))}
            onPaste={(pasted) => void paste(row, pasted)}
          />
        ))}
      </ol>
      <div className="redirects__foot">
        <Button size="small" icon={Plus} onPress={() => add(rows.length - 1)}>
          <Trans>Add address</Trans>
        </Button>
        <Count rows={rows} />
      </div>
      <Findings id={messagesId} messages={onAll} />
    </div>
  );
}

function Count({ rows }: { rows: string[] }) {
  const count = rows.filter((row) => row.trim() !== "").length;
  return (
    <span className="counter" role="status">
      <Plural
        value={count}
        one={`# of ${MAX_REDIRECT_URIS} addresses`}
        other={`# of ${MAX_REDIRECT_URIS} addresses`}
      />
    </span>
  );
}
