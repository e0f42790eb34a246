/** Saved views: search, filters and order under a name. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, BookmarkPlus, Check, List, Pencil, Trash2 } from "lucide-react";
import { type FormEvent, memo, useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands, listViewsQuery } from "../../../backend/backend";
import type { SavedView } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { IconButton } from "../../../components/IconButton";
import { MenuButton, type MenuOption } from "../../../components/Menu";
import { TextField } from "../../../components/TextField";
import { EVERYTHING, type Query, whole } from "./query";

/** Entries of the menu that are no views; a view's name is put behind a mark. */
const ALL = "all";
const SAVE = "save";
const MANAGE = "manage";
const VIEW = "view ";

export const Views = memo(({ query, onChange }: { query: Query; onChange: (query: Query) => void }) => {
  const { t } = useLingui();
  const { data } = useQuery(listViewsQuery);
  const [open, setOpen] = useState<typeof SAVE | typeof MANAGE | null>(null);
  const views = data?.views ?? [];
  const isShown = (shown: Query) => JSON.stringify(shown) === JSON.stringify(query);
  const options: MenuOption[] = [
    { id: ALL, text: t`All clients`, content: t`All clients`, icon: List, isCurrent: isShown(EVERYTHING) },
    ...views.map((view) => ({
      id: VIEW + view.name,
      text: view.name,
      content: <span translate="no">{view.name}</span>,
      icon: Bookmark,
      isCurrent: isShown(whole(view.query)),
    })),
    { id: SAVE, text: t`Save this view…`, content: t`Save this view…`, icon: BookmarkPlus },
    ...(views.length > 0
      ? [{ id: MANAGE, text: t`Change views…`, content: t`Change views…`, icon: Pencil }]
      : []),
  ];
  const choose = (id: string) => {
    if (id === SAVE || id === MANAGE) return setOpen(id);
    const view = views.find(({ name }) => VIEW + name === id);
    onChange(view ? whole(view.query) : EVERYTHING);
  };
  return (
    <>
      <MenuButton
        className="button button--secondary"
        label=""
        menuLabel={t`Views`}
        options={options}
        onChoose={choose}
      >
        <Trans>Views</Trans>
      </MenuButton>
      <SaveView isOpen={open === SAVE} query={query} onClose={() => setOpen(null)} />
      <ChangeViews isOpen={open === MANAGE} views={views} onClose={() => setOpen(null)} />
    </>
  );
});

/** Does something to the views and shows what they are then. */
function useChange<A extends unknown[]>(change: (...args: A) => ReturnType<typeof commands.readListViews>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (args: A) => change(...args),
    onSuccess: (views) => queries.setQueryData(listViewsQuery.queryKey, views),
  });
}

function SaveView({ isOpen, query, onClose }: { isOpen: boolean; query: Query; onClose: () => void }) {
  const [name, setName] = useState("");
  const saving = useChange(commands.saveListView);
  const close = () => {
    setName("");
    saving.reset();
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") saving.mutate([name, query], { onSuccess: close });
  };
  return (
    <Dialog isOpen={isOpen} onOpenChange={close} title={<Trans>Save this view</Trans>}>
      <form className="stack" onSubmit={save}>
        <p>
          <Trans>Search, filters and order are kept. A view of the same name is replaced.</Trans>
        </p>
        <TextField label={<Trans>Name of the view</Trans>} value={name} onChange={setName} autoFocus />
        {saving.error && <FailurePanel failure={saving.error} />}
        <div className="row">
          <Button
            type="submit"
            variant="primary"
            isPending={saving.isPending}
            isDisabled={name.trim() === ""}
          >
            <Trans>Save</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function ChangeViews({
  isOpen,
  views,
  onClose,
}: {
  isOpen: boolean;
  views: SavedView[];
  onClose: () => void;
}) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onClose} title={<Trans>Change views</Trans>}>
      {views.length === 0 && (
        <p className="muted">
          <Trans>No view is saved.</Trans>
        </p>
      )}
      <ul className="saved-views">
        {views.map((view) => (
          <ViewLine key={view.name} name={view.name} />
        ))}
      </ul>
    </Dialog>
  );
}

function ViewLine({ name }: { name: string }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const renaming = useChange(commands.renameListView);
  const deleting = useChange(commands.deleteListView);
  const failure = renaming.error ?? deleting.error;
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (typed?.trim()) renaming.mutate([name, typed], { onSuccess: () => setTyped(null) });
  };
  return (
    <li>
      {typed === null ? (
        <div className="saved-views__line">
          <span className="saved-views__name" translate="no">
            {name}
          </span>
          <IconButton icon={Pencil} label={t`Rename ${name}`} onPress={() => setTyped(name)} />
          <IconButton icon={Trash2} label={t`Delete ${name}`} onPress={() => deleting.mutate([name])} />
        </div>
      ) : (
        <form className="saved-views__line" onSubmit={rename}>
          <TextField label={<Trans>New name</Trans>} value={typed} onChange={setTyped} autoFocus />
          <Button type="submit" icon={Check} isPending={renaming.isPending} isDisabled={typed.trim() === ""}>
            <Trans>Rename</Trans>
          </Button>
        </form>
      )}
      {failure && <FailurePanel failure={failure} />}
    </li>
  );
}
