/** The divisions of one role: all of them, now and in future, or named ones. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Checkbox, CheckboxGroup } from "../../../components/Checkbox";
import { CheckList } from "../../../components/CheckList";
import type { Message } from "../../../components/Findings";
import { useForm } from "./FormContext";

/** What stands for all divisions in the API. */
const ALL = "*";
/** Up to this many divisions, check boxes show all at once. */
const FEW = 8;

type DivisionsPickerProps = {
  /** Name of the role, for screen readers. */
  role: string;
  value: string[];
  onChange: (divisionIds: string[]) => void;
  messages?: Message[];
};

export function DivisionsPicker({ role, value, onChange, messages }: DivisionsPickerProps) {
  const { facts } = useForm();
  const { t } = useLingui();
  const isAll = value.includes(ALL);
  // What was named before comes back when "all" is taken off again.
  const [named, setNamed] = useState(value.filter((id) => id !== ALL));
  const setAll = (all: boolean) => {
    if (all) setNamed(value);
    onChange(all ? [ALL] : named);
  };
  const options = facts.divisions.map((division) => ({
    value: division.id,
    title: division.home ? t`${division.name} (home division)` : division.name,
  }));
  const label = <Trans>Divisions for {role}</Trans>;
  return (
    <div className="divisions">
      <Checkbox isSelected={isAll} onChange={setAll}>
        <Trans>All divisions, now and in future</Trans>
      </Checkbox>
      {!isAll && options.length <= FEW && (
        <CheckboxGroup
          label={label}
          value={value}
          onChange={onChange}
          options={options}
          messages={messages}
        />
      )}
      {!isAll && options.length > FEW && (
        <CheckList
          label={label}
          searchLabel={t`Filter divisions`}
          options={options.map((option) => ({ id: option.value, title: option.title }))}
          value={value}
          onChange={onChange}
          messages={messages}
          canChooseAll
        />
      )}
    </div>
  );
}
