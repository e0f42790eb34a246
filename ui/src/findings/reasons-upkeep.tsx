/** Words for findings on clients that nobody looks after, or that come to an end. */
import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import type { ClientRef } from "../backend/bindings";
import { NotCounted } from "../last-use/NotCounted";
import { Day } from "../words/Values";
import type { ReasonWords } from "./reasons";

/** Two may have the same name: the ID tells them apart. */
const named = (others: ClientRef[]) => others.map(({ id, name }) => `${name} (${id})`);

export const upkeepReasons = {
  hiddenCharacters: ({ name, description }) => ({
    text: (
      <Trans>
        It contains hidden characters that do not belong there. They often come from copying, and can make a
        name look like another one. Remove them.
      </Trans>
    ),
    items: [
      ...(name.length > 0 ? [t`Name: ${name.join(", ")}`] : []),
      ...(description.length > 0 ? [t`Description: ${description.join(", ")}`] : []),
    ],
  }),
  nameShowsNothing: () => ({
    text: <Trans>The name shows nothing. Give the client a name by which others recognize it.</Trans>,
  }),
  sameName: ({ others, count }) => ({
    text: (
      <Plural
        value={count}
        one="Another client has this name. Find out which of them is used, and retire the other or give it a name of its own."
        other="# other clients have this name. Find out which of them are used, and retire the others or give them names of their own."
      />
    ),
    items: named(others),
  }),
  sameSettings: ({ others, count }) => ({
    text: (
      <Plural
        value={count}
        one="Another client may do exactly the same, under another name. If one program uses both, one is enough."
        other="# other clients may do exactly the same, under other names. If one program uses them all, one is enough."
      />
    ),
    items: named(others),
  }),
  unused: ({ lastDay, days }) => ({
    text: (
      <>
        {lastDay === null ? (
          <Trans>
            No call was counted in the last <Plural value={days} one="day" other="# days" />. Ask around
            whether anybody needs it: some programs run once a year. Then retire it.
          </Trans>
        ) : (
          <Trans>
            The last call was counted on <Day day={lastDay} />,{" "}
            <Plural value={days} one="# day" other="# days" /> ago. Ask around whether anybody needs it: some
            programs run once a year. Then retire it.
          </Trans>
        )}{" "}
        <NotCounted />
      </>
    ),
  }),
  noOwner: () => ({
    text: (
      <Trans>
        The description says of nobody whom to ask. Write an e-mail address or a team into it: the next person
        who finds this client will be glad.
      </Trans>
    ),
  }),
  dueForDeletion: ({ on }, daysLeft) => ({
    text:
      daysLeft !== null && daysLeft >= 0 ? (
        <Trans>
          It is inactive, and Genesys Cloud deletes it for good on <Day day={on} />:{" "}
          <Plural value={daysLeft} one="# day is" other="# days are" /> left. Whoever still needs it has to
          make it active before.
        </Trans>
      ) : (
        <Trans>
          It is inactive, and Genesys Cloud was to delete it on <Day day={on} />. It is still in the list.
        </Trans>
      ),
  }),
  disabled: () => ({
    text: (
      <Trans>
        Genesys has switched it off, and it gives no tokens. Genesys support knows why. If nobody misses it,
        delete it.
      </Trans>
    ),
  }),
} satisfies Partial<ReasonWords>;
