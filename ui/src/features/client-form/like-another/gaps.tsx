/** Words for what could not simply be taken over from another client: a total table. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClientDraft, CopyGap } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Id, Num } from "../../../words/Values";
import type { Change } from "../state/useDraft";

type Words = {
  [Kind in CopyGap["kind"]]: (
    gap: Extract<CopyGap, { kind: Kind }>,
    draft: ClientDraft,
    onChange: (change: Change) => void,
  ) => ReactNode;
};

const Name = ({ children }: { children: string }) => <strong translate="no">{children}</strong>;

const table: Words = {
  roleMissing: ({ role }) => (
    <Trans>
      There is no role <Name>{role}</Name> in this organization. It was left out.
    </Trans>
  ),
  roleAmbiguous: ({ role, count }) => (
    <Trans>
      <Num value={count} /> roles are called <Name>{role}</Name> in this organization. It was left out: choose
      the right one below.
    </Trans>
  ),
  roleNotHeld: ({ role }) => (
    <Trans>
      You do not hold the role <Name>{role}</Name> here, so you cannot grant it. Have it granted to you, or
      remove it below.
    </Trans>
  ),
  divisionMissing: ({ role, division }) => (
    <Trans>
      There is no division <Name>{division}</Name> in this organization. The role <Name>{role}</Name> is not
      granted in it.
    </Trans>
  ),
  divisionAmbiguous: ({ role, division, count }) => (
    <Trans>
      <Num value={count} /> divisions are called <Name>{division}</Name> in this organization. Choose below in
      which of them the role <Name>{role}</Name> is granted.
    </Trans>
  ),
  scopeNotOffered: ({ scope }) => (
    <Trans>
      This organization does not offer the scope <Id>{scope}</Id>. It was left out.
    </Trans>
  ),
  redirectOtherRegion: ({ address, counterpart }, draft, onChange) => {
    const isThere = draft.redirectUris.includes(address);
    return (
      <>
        <Trans>
          <Id>{address}</Id> is a page of another region. The same page of this region is{" "}
          <Id>{counterpart}</Id>.
        </Trans>{" "}
        {isThere && (
          <Button
            size="small"
            onPress={() =>
              onChange((draft) => ({
                ...draft,
                redirectUris: draft.redirectUris.map((uri) => (uri === address ? counterpart : uri)),
              }))
            }
          >
            <Trans>Use the page of this region</Trans>
          </Button>
        )}
      </>
    );
  },
  nameUsed: ({ name }) => (
    <Trans>
      A client called <Name>{name}</Name> is there already. Give this one another name, so that people can
      tell them apart.
    </Trans>
  ),
  implicitRefused: () => (
    <Trans>
      This organization refuses new clients with implicit grant. Authorization code was chosen instead: the
      program has to sign in with PKCE.
    </Trans>
  ),
};

/** The words of one gap, with what mends it. */
export function gapWords(gap: CopyGap, draft: ClientDraft, onChange: (change: Change) => void): ReactNode {
  const words = table[gap.kind] as (
    gap: CopyGap,
    draft: ClientDraft,
    onChange: (change: Change) => void,
  ) => ReactNode;
  return words(gap, draft, onChange);
}
