/** "Help me choose": three questions, answered by rules in Rust, with the reason shown. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { HelpCircle, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands } from "../../../backend/backend";
import type { Advice, Answers, Purpose } from "../../../backend/bindings";
import { Arrival } from "../../../components/Arrival";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Notice } from "../../../components/Notice";
import { RadioCards } from "../../../components/RadioCards";
import { purposeWords } from "../../../words/purposes";
import { placeWords, reasonWords, taskWords, whoWords } from "../words/advice";

type HelpMeChooseProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onUse: (purpose: Purpose) => void;
};

export function HelpMeChoose({ isOpen, onOpenChange, onUse }: HelpMeChooseProps) {
  const [answers, setAnswers] = useState<Partial<Answers>>({});
  const { who, place, task } = answers;
  const whole: Answers | null = who && place && task ? { who, place, task } : null;
  const advice = useQuery({
    queryKey: ["advice", whole],
    queryFn: () => (whole ? commands.advise(whole) : null),
    enabled: whole !== null,
  });
  if (!isOpen) {
    return (
      <div className="help-offer">
        <span>
          <Trans>Not sure what you need?</Trans>
        </span>
        <Arrival to="control">
          <Button icon={HelpCircle} onPress={() => onOpenChange(true)}>
            <Trans>Help me choose</Trans>
          </Button>
        </Arrival>
      </div>
    );
  }
  return (
    <Card
      title={<Trans>Help me choose</Trans>}
      text={<Trans>Three questions. Nothing is sent.</Trans>}
      actions={
        <Button variant="quiet" icon={X} onPress={() => onOpenChange(false)}>
          <Trans>Close the help</Trans>
        </Button>
      }
    >
      <Arrival to="control">
        <Question
          label={<Trans>1. Who signs in?</Trans>}
          words={whoWords}
          value={who}
          onChange={(who) => setAnswers({ ...answers, who })}
        />
      </Arrival>
      <Question
        label={<Trans>2. Where does it run?</Trans>}
        words={placeWords}
        value={place}
        onChange={(place) => setAnswers({ ...answers, place })}
      />
      <Question
        label={<Trans>3. What must it do?</Trans>}
        words={taskWords}
        value={task}
        onChange={(task) => setAnswers({ ...answers, task })}
      />
      <div role="status">{whole && advice.data && <Advised advice={advice.data} onUse={onUse} />}</div>
      {advice.error && <FailurePanel failure={advice.error} onRetry={() => void advice.refetch()} />}
    </Card>
  );
}

type QuestionProps<K extends string> = {
  label: ReactNode;
  words: Record<K, ReactNode>;
  value: K | undefined;
  onChange: (value: K) => void;
};

function Question<K extends string>({ label, words, value, onChange }: QuestionProps<K>) {
  const options = (Object.keys(words) as K[]).map((key) => ({ value: key, title: words[key] }));
  return (
    <div className="question">
      <RadioCards<K> label={label} value={value ?? null} onChange={onChange} options={options} />
    </div>
  );
}

function Advised({ advice, onUse }: { advice: Advice; onUse: (purpose: Purpose) => void }) {
  const { name } = purposeWords(advice.purpose);
  return (
    <Notice
      tone={advice.contradiction ? "warning" : "success"}
      title={<Trans>Use: {name}</Trans>}
      actions={
        <Button variant="primary" onPress={() => onUse(advice.purpose)}>
          <Trans>Use this</Trans>
        </Button>
      }
    >
      <p>{reasonWords[advice.reason]}</p>
      {advice.contradiction && (
        <p>
          <Trans>
            Your answers do not quite fit together, so this rests on what it must do. Look at the other two
            again.
          </Trans>
        </p>
      )}
    </Notice>
  );
}
