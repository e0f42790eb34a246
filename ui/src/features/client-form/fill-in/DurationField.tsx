/** Token duration: an amount and a unit as people say it, and the seconds that Genesys Cloud gets, live. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { DurationUnit } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Select } from "../../../components/Select";
import { TextField } from "../../../components/TextField";
import { GenesysLinks } from "../../../genesys-pages/GenesysLink";
import { spellDuration } from "../../../locales/format";
import { Duration, Num } from "../../../words/Values";
import { useFieldMessages, useForm } from "./FormContext";

/** What people choose most, in seconds; those that the form does not allow are left out. */
const QUICK = [900, 3_600, 28_800, 64_800, 86_400, 172_800, 7_776_000, 38_880_000];

export function DurationField() {
  const { draft, check, change, touch } = useForm();
  const { writtenUnit } = check;
  const { t } = useLingui();
  const messages = useFieldMessages("duration");
  const units: { value: DurationUnit; label: string }[] = [
    { value: "minutes", label: t`minutes` },
    { value: "hours", label: t`hours` },
    { value: "days", label: t`days` },
    { value: "seconds", label: t`seconds` },
  ];
  return (
    <div data-field="duration">
      <div className="duration">
        <TextField
          label={<Trans>Token duration</Trans>}
          inputMode="decimal"
          value={draft.duration.amount}
          onChange={(amount) => change((draft) => ({ ...draft, duration: { ...draft.duration, amount } }))}
          onBlur={() => touch("duration")}
          messages={messages}
          after={
            <>
              <Select<DurationUnit>
                className="duration__unit"
                label={<Trans>Unit</Trans>}
                isLabelHidden
                // A unit in the text counts in place of the chosen one.
                value={writtenUnit ?? draft.duration.unit}
                isDisabled={writtenUnit !== null}
                onChange={(unit) => change((draft) => ({ ...draft, duration: { ...draft.duration, unit } }))}
                options={units}
              />
              <InSeconds />
            </>
          }
        />
      </div>
      <QuickChoices />
      <GenesysLinks pages={["createClient"]} />
    </div>
  );
}

/** "= 64,800 seconds (18 hours)": what is sent, beside what was typed. */
function InSeconds() {
  const { check, draft } = useForm();
  const { seconds } = check;
  // "18" hours and "450" days say it themselves; "64,800" seconds and "18 h 30" do not.
  const { amount, unit } = draft.duration;
  const saysItself = /^\d{1,3}$/.test(amount.trim()) && (unit === "hours" || unit === "days");
  return (
    <output className="duration__seconds">
      {seconds !== null && (
        <Trans>
          = <Num value={seconds} /> seconds
        </Trans>
      )}
      {seconds !== null && !saysItself && (
        <span className="muted">
          {" · "}
          <Duration seconds={seconds} />
        </span>
      )}
    </output>
  );
}

function QuickChoices() {
  const { check, mend } = useForm();
  const { t, i18n } = useLingui();
  const { minSeconds, maxSeconds, recommendedSeconds } = check.asks;
  const offered = QUICK.filter((seconds) => seconds >= minSeconds && seconds <= maxSeconds);
  return (
    <fieldset className="quick-choices" aria-label={t`Usual durations`}>
      {offered.map((seconds) => (
        <Button
          key={seconds}
          size="small"
          className={seconds === check.seconds ? "quick-choice--chosen" : ""}
          onPress={() => mend({ kind: "setDuration", seconds })}
        >
          {spellDuration(seconds, i18n.locale)}
          {seconds === recommendedSeconds && (
            <span className="quick-choice__note">
              {" "}
              <Trans>recommended</Trans>
            </span>
          )}
        </Button>
      ))}
    </fieldset>
  );
}
