/** Says where a file was saved, which is read out when it appears, or why it was not. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { UseMutationResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { copyText } from "../backend/backend";
import { Code } from "../components/Code";
import { CopyButton } from "../components/CopyButton";
import { Notice } from "../components/Notice";
import { FailurePanel } from "./FailurePanel";

interface SaveOutcomeProps<Saved, Asked> {
  saving: UseMutationResult<Saved, Error, Asked>;
  /** Says what is in the file. */
  children: (saved: Saved) => ReactNode;
}

/** What became of saving; nothing while nobody has asked. */
export function SaveOutcome<Saved extends { path: string }, Asked>(props: SaveOutcomeProps<Saved, Asked>) {
  const { saving, children } = props;
  return (
    <>
      {saving.data && <SavedFile path={saving.data.path}>{children(saving.data)}</SavedFile>}
      {saving.error && (
        <FailurePanel
          failure={saving.error}
          onRetry={() => saving.mutate(saving.variables)}
          isRetrying={saving.isPending}
        />
      )}
    </>
  );
}

function SavedFile({ path, children }: { path: string; children: ReactNode }) {
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
