/** Colour and production mark of an organization; one for practice has no production mark. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { Colour, Marking } from "../../backend/bindings";
import { Switch } from "../../components/Checkbox";
import { RadioRow } from "../../components/RadioCards";
import { colourWords } from "./words";

const COLOURS = Object.keys(colourWords) as Colour[];

export function MarkingFields({
  marking,
  isPractice,
  onChange,
}: {
  marking: Marking;
  isPractice: boolean;
  onChange: (marking: Marking) => void;
}) {
  const { i18n } = useLingui();
  return (
    <>
      <RadioRow<Colour>
        label={<Trans>Colour</Trans>}
        description={<Trans>It stands on every screen, so that you see where you are.</Trans>}
        value={marking.colour}
        onChange={(colour) => onChange({ ...marking, colour })}
        options={COLOURS.map((colour) => ({
          value: colour,
          title: (
            <span className="colour">
              <span className={`colour__swatch edge-${colour}`} />
              {i18n._(colourWords[colour])}
            </span>
          ),
        }))}
      />
      {!isPractice && (
        <Switch
          isSelected={marking.production}
          onChange={(production) => onChange({ ...marking, production })}
          text={<Trans>People work with it. Latchkey asks once more before it creates anything there.</Trans>}
        >
          <Trans>This is a production organization</Trans>
        </Switch>
      )}
    </>
  );
}
