/** One choice out of many, in titled sections, with a box that filters them. */
import { type ReactNode, useId, useState } from "react";
import { Label, Radio, RadioGroup, useFilter } from "react-aria-components";
import { FieldDescription, type FieldProps } from "./field-parts";
import { SearchField } from "./SearchField";

export interface RadioSection {
  key: string;
  title: string;
  options: readonly { value: string; title: ReactNode; text?: ReactNode; search: string }[];
}

export interface RadioSectionsProps extends FieldProps {
  value: string | null;
  onChange: (value: string) => void;
  sections: readonly RadioSection[];
  searchLabel: string;
  /** Instead of the sections when nothing matches. */
  empty: ReactNode;
}

/** A radio group in sections; the arrow keys go through all that is shown. */
export function RadioSections(props: RadioSectionsProps) {
  const [query, setQuery] = useState("");
  const { contains } = useFilter({ sensitivity: "base" });
  const shown = props.sections
    .map((section) => ({
      ...section,
      options: section.options.filter(
        ({ search, value }) => contains(`${search} ${section.title}`, query.trim()) || value === props.value,
      ),
    }))
    .filter((section) => section.options.length > 0);
  return (
    <RadioGroup className="field" value={props.value} onChange={props.onChange}>
      <Label className="label">{props.label}</Label>
      <FieldDescription>{props.description}</FieldDescription>
      <SearchField label={props.searchLabel} value={query} onChange={setQuery} />
      <div className="radio-sections">
        {shown.map((section) => (
          <Section key={section.key} section={section} />
        ))}
        {shown.length === 0 && <p className="muted">{props.empty}</p>}
      </div>
    </RadioGroup>
  );
}

function Section({ section }: { section: RadioSection }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the radio group would be announced twice
    <div role="group" aria-labelledby={id} className="radio-section">
      <span className="radio-section__title" id={id}>
        {section.title}
      </span>
      <div className="radio-section__options">
        {section.options.map((option) => (
          <Radio key={option.value} className="radio radio--two-lines" value={option.value}>
            <span className="radio-dot" />
            <span>
              <span className="radio__title">{option.title}</span>
              {option.text && <span className="radio__text">{option.text}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </div>
  );
}
