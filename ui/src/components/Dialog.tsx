/** Dialogs over the page: ordinary ones, and questions that must be answered. */
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from "react-aria-components";
import { Button, type ButtonProps } from "./Button";
import { IconButton } from "./IconButton";

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode;
  size?: "medium" | "wide";
  /** False: only its own buttons close it, not Escape or a click beside it. */
  isDismissable?: boolean;
}

/** A dialog; focus goes in, and back where it came from. */
export function Dialog(props: DialogProps) {
  const { t } = useLingui();
  const canDismiss = props.isDismissable ?? true;
  return (
    <Overlay {...props}>
      <RacDialog className="dialog">
        <div className="dialog__head">
          <Heading slot="title" level={2} className="dialog__title">
            {props.title}
          </Heading>
          {canDismiss && (
            <IconButton
              icon={X}
              label={t({ message: "Close", context: "button: closes the dialog" })}
              onPress={() => props.onOpenChange(false)}
            />
          )}
        </div>
        <div className="dialog__body">{props.children}</div>
        {props.actions && <div className="dialog__foot">{props.actions}</div>}
      </RacDialog>
    </Overlay>
  );
}

type OverlayProps = Pick<DialogProps, "isOpen" | "onOpenChange" | "size" | "isDismissable" | "children"> & {
  /** Whether Escape closes it; as a click beside it when absent. */
  isEscapable?: boolean;
};

function Overlay({ isOpen, onOpenChange, size, isDismissable = true, isEscapable, children }: OverlayProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!(isEscapable ?? isDismissable)}
    >
      <Modal className={size === "wide" ? "modal modal--wide" : "modal"}>{children}</Modal>
    </ModalOverlay>
  );
}

export interface AlertDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  /** More to know, which may come late: it is there to be read, and not read out with the question. */
  details?: ReactNode;
  confirmLabel: ReactNode;
  /** "Cancel" when absent. */
  cancelLabel?: ReactNode;
  onConfirm: () => void;
  variant?: ButtonProps["variant"];
  isPending?: boolean;
}

/** A question with two answers. Focus starts on the harmless one, and Escape means it; "yes" does not close it. */
export function AlertDialog(props: AlertDialogProps) {
  const body = useId();
  return (
    <Overlay {...props} isDismissable={false} isEscapable={!(props.isPending ?? false)}>
      <RacDialog className="dialog" role="alertdialog" aria-describedby={body}>
        <div className="dialog__head">
          <Heading slot="title" level={2} className="dialog__title">
            {props.title}
          </Heading>
        </div>
        <div className="dialog__body">
          <div className="dialog__question" id={body}>
            {props.children}
          </div>
          {props.details}
        </div>
        <div className="dialog__foot">
          <Button onPress={() => props.onOpenChange(false)} autoFocus isDisabled={props.isPending ?? false}>
            {props.cancelLabel ?? <Trans>Cancel</Trans>}
          </Button>
          <Button
            variant={props.variant ?? "primary"}
            onPress={props.onConfirm}
            isPending={props.isPending ?? false}
          >
            {props.confirmLabel}
          </Button>
        </div>
      </RacDialog>
    </Overlay>
  );
}
