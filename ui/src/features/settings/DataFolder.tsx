/** Where Latchkey keeps its files, and what is not among them. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FailurePanel } from "../../app/FailurePanel";
import { copyText, dataFolderQuery } from "../../backend/backend";
import { Card } from "../../components/Card";
import { CodeBlock } from "../../components/Code";

export function DataFolder() {
  const { data: folder, error, refetch, isFetching } = useQuery(dataFolderQuery);
  return (
    <Card
      title={<Trans>Where data is kept</Trans>}
      text={
        <Trans>
          Settings, the list of organizations and the history are in this folder. A new secret that waits is
          there too, but sealed: what opens it is in the keychain only. No secret is ever in a file in clear.
        </Trans>
      }
    >
      {error && <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {folder !== undefined && (
        <CodeBlock title={<Trans>Folder of Latchkey</Trans>} code={folder} onCopy={() => copyText(folder)} />
      )}
    </Card>
  );
}
