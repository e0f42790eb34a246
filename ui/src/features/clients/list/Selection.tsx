/** What is selected, and what can be done with it. */
import { Plural, Trans } from "@lingui/react/macro";
import { Download, X } from "lucide-react";
import { Button } from "../../../components/Button";

export interface SelectionProps {
  count: number;
  onExport: () => void;
  onClear: () => void;
}

/** There only while something is selected. */
export function Selection({ count, onExport, onClear }: SelectionProps) {
  if (count === 0) return null;
  return (
    <div className="client-list__selection">
      <strong>
        <Plural value={count} one="# client selected" other="# clients selected" />
      </strong>
      <Button size="small" icon={Download} onPress={onExport}>
        <Trans>Export the selected…</Trans>
      </Button>
      <Button size="small" variant="quiet" icon={X} onPress={onClear}>
        <Trans>Select none</Trans>
      </Button>
    </div>
  );
}
