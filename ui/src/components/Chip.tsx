/** Something that is set, with a button that takes it away. */
import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { Button } from "react-aria-components";

/** The chip; the whole of it is the button. */
export function Chip({ children, onRemove }: { children: string; onRemove: () => void }) {
  const { t } = useLingui();
  return (
    <Button className="chip" aria-label={t`${children}: take away`} onPress={onRemove}>
      <span>{children}</span>
      <X size={12} aria-hidden />
    </Button>
  );
}
