/** What became of a pasted text: how many addresses were found, what was left out, and the way back. */
import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Undo2 } from "lucide-react";
import type { PastedAddresses } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Id } from "../../../words/Values";

/** So many pieces are shown; of more, only their number. */
const SHOWN = 6;

export function Pasted({ read, onUndo }: { read: PastedAddresses; onUndo: () => void }) {
  const { i18n } = useLingui();
  const shown = read.leftOut.slice(0, SHOWN);
  const more = read.leftOut.length - shown.length;
  return (
    <div className="pasted" data-testid="pasted">
      <p>
        {pastedWords(read, i18n)}
        {shown.length > 0 && (
          <>
            {" "}
            <Trans context="before pieces of a pasted text that are no addresses">Left out:</Trans>
            {shown.map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
              <span key={at}>
                {" "}
                <Id>{piece}</Id>
              </span>
            ))}
            {more > 0 && (
              <>
                {" "}
                <Plural value={more} one="and # more piece" other="and # more pieces" />
              </>
            )}
          </>
        )}
      </p>
      <Button size="small" variant="quiet" icon={Undo2} onPress={onUndo}>
        <Trans context="takes back what was pasted">Undo</Trans>
      </Button>
    </div>
  );
}

/** How many addresses were added, as plain text. */
export function pastedWords({ found, rows }: PastedAddresses, i18n: I18n): string {
  const lines = rows.length;
  return found > 0
    ? i18n._(msg`${plural(found, { one: "# address added.", other: "# addresses added." })}`)
    : i18n._(
        msg`${plural(lines, { one: "No address was found in this text. It is kept as # row.", other: "No address was found in this text. It is kept as # rows." })}`,
      );
}
