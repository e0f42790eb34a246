/**
 * Redirect addresses, one a row. Enter adds a row, Backspace on an empty one removes it, arrows move,
 * and a pasted list is read by Rust, which can be undone. Rows stay exactly as typed.
 */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { commands, MAX_REDIRECT_URIS, type PastedAddresses } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Findings } from "../../../components/Findings";
import { useAnnounce } from "../../../components/LiveRegion";
import { toMessages, useForm } from "./FormContext";
import { Pasted, pastedWords } from "./Pasted";
import { type PastePlace, RedirectRow } from "./RedirectRow";

export function RedirectList() {
  const { draft, change, findings, mend, touch } = useForm();
  const { t, i18n } = useLingui();
  const announce = useAnnounce();
  const messagesId = useId();
  const list = useRef<HTMLOListElement>(null);
  const [focusRow, setFocusRow] = useState<number | null>(null);
  const [pasted, setPasted] = useState<{ read: PastedAddresses; before: string[]; after: string[] } | null>(
    null,
  );
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
  const paste = async (row: number, text: string, place: PastePlace) => {
    const read = await commands.readPastedAddresses(text);
    const before = draft.redirectUris;
    const typed = rows[row] ?? "";
    if (read.found === 0 && read.rows.length < 2) {
      // No list: it stands where it was pasted, in one line.
      const words = text.replace(/[\r\n]+/g, "");
      setRows((rows) => rows.with(row, typed.slice(0, place.from) + words + typed.slice(place.to)));
      return;
    }
    const isReplaced = typed.trim() === "" || (place.from === 0 && place.to === typed.length);
    const after = rows.toSpliced(isReplaced ? row : row + 1, isReplaced ? 1 : 0, ...read.rows);
    setRows(() => after);
    setFocusRow(row + read.rows.length - (isReplaced ? 1 : 0));
    setPasted({ read, before, after });
    announce(pastedWords(read, i18n));
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
            onPaste={(pasted, place) => void paste(row, pasted, place)}
          />
        ))}
      </ol>
      {pasted && isSame(pasted.after, draft.redirectUris) && (
        <Pasted
          read={pasted.read}
          onUndo={() => {
            setRows(() => pasted.before);
            setFocusRow(Math.max(0, pasted.before.length - 1));
            setPasted(null);
            announce(t`The rows are as they were before`);
          }}
        />
      )}
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

const isSame = (one: string[], other: string[]) =>
  one.length === other.length && one.every((row, at) => row === other[at]);

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
