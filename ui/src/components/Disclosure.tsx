/** Something that is folded away until asked for. */
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button, DisclosurePanel, Disclosure as RacDisclosure } from "react-aria-components";

export interface DisclosureProps {
  /** For example "Show the JSON". */
  title: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A button that unfolds what is below it. */
export function Disclosure({ title, children, isOpen, onOpenChange }: DisclosureProps) {
  return (
    <RacDisclosure
      className="disclosure"
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onOpenChange ? { onExpandedChange: onOpenChange } : {})}
    >
      <Button slot="trigger" className="disclosure__button">
        <ChevronRight size={16} aria-hidden />
        {title}
      </Button>
      <DisclosurePanel className="disclosure__panel">{children}</DisclosurePanel>
    </RacDisclosure>
  );
}
