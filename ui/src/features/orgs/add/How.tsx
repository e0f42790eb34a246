/** The three ways of signing in. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { Way } from "../../../backend/bindings";
import { Badge } from "../../../components/Badge";
import { Button } from "../../../components/Button";
import { RadioCards } from "../../../components/RadioCards";
import { wayWords } from "../words";
import { Foot } from "./Foot";
import { keepAtFirst, type Typed } from "./typed";

const WAYS = Object.keys(wayWords) as Way[];

interface HowProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  onBack: () => void;
  onNext: () => void;
}

export function How({ typed, change, onBack, onNext }: HowProps) {
  const { i18n } = useLingui();
  return (
    <>
      <RadioCards<Way>
        label={<Trans>Way of signing in</Trans>}
        isLabelHidden
        layout="rows"
        value={typed.way}
        onChange={(way) => change({ way, keep: keepAtFirst(way) })}
        options={WAYS.map((way) => ({
          value: way,
          title: i18n._(wayWords[way].name),
          text: i18n._(wayWords[way].text),
          badge: way === "browser" && (
            <Badge tone="info">
              <Trans>Recommended</Trans>
            </Badge>
          ),
        }))}
      />
      <Foot onBack={onBack}>
        <Button variant="primary" onPress={onNext}>
          <Trans>Next</Trans>
        </Button>
      </Foot>
    </>
  );
}
