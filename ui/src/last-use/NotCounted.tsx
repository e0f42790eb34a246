/** What the figures of Genesys Cloud leave out: said wherever they say that nothing was called. */
import { Trans } from "@lingui/react/macro";

/** `atOnce`: the figures come from the query about every client, of which less is documented. */
export function NotCounted({ atOnce = false }: { atOnce?: boolean }) {
  return (
    <>
      <Trans>
        Genesys Cloud does not count the calls of its own clients for Salesforce, Chrome, Firefox and Zendesk,
        and counts those of today tomorrow.
      </Trans>
      {atOnce && (
        <>
          {" "}
          <Trans>
            Genesys does not say whether calls for other organizations count when all clients are asked about
            at once: before you delete one, look at its own page.
          </Trans>
        </>
      )}
    </>
  );
}
