/** Copies a client ID, which is no secret. */
import { useLingui } from "@lingui/react/macro";
import { copyText } from "../backend/backend";
import { CopyButton, type CopyButtonProps } from "../components/CopyButton";

export function CopyClientId({ id, variant = "quiet" }: { id: string } & Pick<CopyButtonProps, "variant">) {
  const { t } = useLingui();
  return (
    <CopyButton size="small" variant={variant} label={t`Copy the client ID`} onCopy={() => copyText(id)} />
  );
}
