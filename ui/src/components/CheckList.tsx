/** Many choices out of a long list, in the page: search, a list, how many are chosen. No popover to lose. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { Button, Group, ToggleButton, useFilter } from "react-aria-components";
import { type CheckListOption, Rows } from "./CheckListRows";
import { Findings } from "./Findings";
import { type FieldProps, useMessages } from "./field-parts";
import { SearchField } from "./SearchField";

export type { CheckListOption };

export interface CheckListProps extends FieldProps {
  options: readonly CheckListOption[];
  /** Ids of the chosen options; ids that are not among the options are kept. */
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Name of the search box, for example "Filter scopes". */
  searchLabel: string;
  /** Offers "Choose shown". */
  canChooseAll?: boolean;
  /** Instead of the rows, for example while loading. */
  placeholder?: ReactNode;
}

/** Up to this many rows the list is as high as its rows and has no search. */
const SHORT = 6;

/** The panel. */
export function CheckList(props: CheckListProps) {
  const { id, aria } = useMessages(props.messages);
  const labelId = useId();
  const descriptionId = useId();
  const list = useRef<HTMLDivElement>(null);
  const choice = useChoice(props);
  const describedBy = [props.description && descriptionId, aria["aria-describedby"]]
    .filter(Boolean)
    .join(" ");
  const described = describedBy ? { "aria-describedby": describedBy } : {};
  return (
    <div className="field">
      <Head {...props} labelId={labelId} descriptionId={descriptionId} />
      <Group className="check-list" aria-labelledby={labelId} {...described} isInvalid={aria.isInvalid}>
        {props.options.length > SHORT && (
          <div className="check-list__bar">
            <SearchField
              label={props.searchLabel}
              value={choice.query}
              onChange={choice.setQuery}
              onKeyDown={(event) => toFirstOption(event, list.current)}
            />
            <ToggleButton
              className="button button--quiet"
              isSelected={choice.chosenOnly}
              onChange={choice.setChosenOnly}
            >
              {choice.chosenOnly ? <Trans>Show all</Trans> : <Trans>Show chosen</Trans>}
            </ToggleButton>
          </div>
        )}
        {props.placeholder ?? (
          <Rows
            listRef={list}
            labelId={labelId}
            described={described}
            options={choice.shown}
            chosen={choice.chosen}
            onChange={choice.set}
            isShort={props.options.length <= SHORT}
            isDisabled={props.isDisabled ?? false}
          />
        )}
        <Foot {...props} choice={choice} />
      </Group>
      <Findings id={id} messages={props.messages} />
    </div>
  );
}

function Head(props: CheckListProps & { labelId: string; descriptionId: string }) {
  return (
    <>
      <div className="label" id={props.labelId}>
        {props.label}
        {props.isOptional && (
          <span className="label__optional">
            {" "}
            <Trans>(optional)</Trans>
          </span>
        )}
      </div>
      {props.description && (
        <div className="description" id={props.descriptionId}>
          {props.description}
        </div>
      )}
    </>
  );
}

/** Arrow down leads from the search box into the list. */
function toFirstOption(event: KeyboardEvent, list: HTMLElement | null) {
  if (event.key !== "ArrowDown") return;
  event.preventDefault();
  list?.querySelector<HTMLElement>("[role=option]")?.focus();
}

/** What is searched for, shown and chosen. What is not shown stays chosen. */
function useChoice({ options, value, onChange }: CheckListProps) {
  const [query, setQuery] = useState("");
  const [chosenOnly, setChosenOnly] = useState(false);
  const chosen = useMemo(() => new Set(value), [value]);
  const shown = useShown(options, chosen, query, chosenOnly);
  const choose = (next: ReadonlySet<string>) => {
    const kept = value.filter((id) => next.has(id));
    const added = options.map((option) => option.id).filter((id) => next.has(id) && !chosen.has(id));
    onChange([...kept, ...added]);
  };
  return {
    query,
    setQuery,
    chosenOnly,
    setChosenOnly,
    chosen,
    shown,
    isFiltered: query !== "" || chosenOnly,
    set: (keys: "all" | Iterable<string | number>) => {
      const next = new Set(keys === "all" ? shown.map((option) => option.id) : [...keys].map(String));
      const visible = new Set(shown.map((option) => option.id));
      for (const id of value) if (!visible.has(id)) next.add(id);
      choose(next);
    },
    chooseShown: () => {
      const free = shown.filter((option) => !option.isDisabled);
      choose(new Set([...value, ...free.map((option) => option.id)]));
    },
    clear: () => {
      setChosenOnly(false);
      onChange([]);
    },
  };
}

function useShown(
  options: readonly CheckListOption[],
  chosen: ReadonlySet<string>,
  query: string,
  chosenOnly: boolean,
) {
  const { contains } = useFilter({ sensitivity: "base" });
  // While only the chosen are shown, one that is unchosen stays in sight, so that it can be taken back.
  const [frozen, setFrozen] = useState<ReadonlySet<string>>(chosen);
  const newest = useRef(chosen);
  newest.current = chosen;
  useEffect(() => {
    if (chosenOnly) setFrozen(newest.current);
  }, [chosenOnly]);
  return useMemo(() => {
    const words = query.trim().split(/\s+/).filter(Boolean);
    return options.filter(
      (option) =>
        (!chosenOnly || frozen.has(option.id) || chosen.has(option.id)) &&
        words.every((word) => contains(`${option.title} ${option.text ?? ""}`, word)),
    );
  }, [options, chosen, chosenOnly, frozen, query, contains]);
}

function Foot(props: CheckListProps & { choice: ReturnType<typeof useChoice> }) {
  const { value, options, canChooseAll, isDisabled, choice } = props;
  const { t } = useLingui();
  const total = options.length;
  return (
    <div className="check-list__foot">
      <span role="status">
        <Plural value={value.length} _0="None chosen" one="# chosen" other="# chosen" />
        {choice.isFiltered && (
          <>
            {" · "}
            <Trans>
              {choice.shown.length} of {total} shown
            </Trans>
          </>
        )}
      </span>
      {!isDisabled && (
        <span className="row">
          {canChooseAll && (
            <Button
              className="button button--quiet button--small"
              onPress={choice.chooseShown}
              isDisabled={choice.shown.length === 0}
            >
              {choice.isFiltered ? <Trans>Choose shown</Trans> : <Trans>Choose all</Trans>}
            </Button>
          )}
          <Button
            className="button button--quiet button--small"
            onPress={choice.clear}
            isDisabled={value.length === 0}
            aria-label={t`Clear the choice`}
          >
            <Trans context="button: takes every choice away">Clear</Trans>
          </Button>
        </span>
      )}
    </div>
  );
}
