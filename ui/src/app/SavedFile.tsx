/** Says where a file was saved; it is read out when it appears. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { copyText } from "../backend/backend";
import { Code } from "../components/Code";
import { CopyButton } from "../components/CopyButton";
import { Notice } from "../components/Notice";

/** The notice; `children` say what is in the file. */
export function SavedFile({ path, children }: { path: string; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <Notice
      tone="success"
      role="status"
      title={children}
      actions={
        <CopyButton size="small" label={t`Copy path of the file`} onCopy={() => copyText(path)}>
          <Trans>Copy path</Trans>
        </CopyButton>
      }
    >
      <p>
        <Code>{path}</Code>
      </p>
    </Notice>
  );
}
