/** What the state of a client means for the programs that use it. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { OauthClient } from "../../../backend/bindings";
import { spellDateTime } from "../../../locales/format";

export function StateWords({ client: { state, deleteAt } }: { client: OauthClient }) {
  const { i18n } = useLingui();
  const day = deleteAt && spellDateTime(deleteAt, i18n.locale);
  switch (state) {
    case "active":
      return <Trans>The client is active: programs that use it get tokens.</Trans>;
    case "inactive":
      return day ? (
        <Trans>
          The client is inactive: it gives no new tokens. Genesys Cloud is going to delete it: {day}. Until
          then it can be made active again.
        </Trans>
      ) : (
        <Trans>
          The client is inactive: it gives no new tokens, and it is due for deletion. As long as it is there,
          it can be made active again.
        </Trans>
      );
    case "disabled":
      return (
        <Trans>
          The client is disabled: it gives no tokens, and those that it gave are no longer valid. Only Genesys
          support can change that.
        </Trans>
      );
    case "other":
      return <Trans>This version of Latchkey does not know the state of this client.</Trans>;
  }
}
