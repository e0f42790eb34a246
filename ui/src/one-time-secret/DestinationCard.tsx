/** "Where did the secret go?": the question that closes the screen. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Destination } from "../backend/bindings";
import { Card } from "../components/Card";
import type { Message } from "../components/Findings";
import { RadioCards, type RadioOption } from "../components/RadioCards";

const PLACE = "secret-destination";

/** Moves the focus to the question. */
export function focusDestination(): void {
  const place = document.getElementById(PLACE);
  const radio =
    place?.querySelector<HTMLElement>("input[type='radio']:checked") ??
    place?.querySelector<HTMLElement>("input[type='radio']");
  radio?.focus();
  place?.scrollIntoView({ block: "center" });
}

type DestinationCardProps = {
  /** What "nowhere" means here; absent where somebody needs the secret. */
  nowhere?: ReactNode;
  value: Destination | null;
  onChange: (destination: Destination) => void;
  isMissing: boolean;
};

export function DestinationCard({ nowhere, value, onChange, isMissing }: DestinationCardProps) {
  const options: RadioOption<Destination>[] = [
    { value: "passwordManager", title: <Trans>Into a password manager</Trans> },
    { value: "program", title: <Trans>Into the program or identity system that uses it</Trans> },
    { value: "receiver", title: <Trans>To the person who asked for it</Trans> },
  ];
  if (nowhere) options.push({ value: "nobody", title: nowhere });
  const messages: Message[] = isMissing
    ? [
        {
          severity: "error",
          text: <Trans>Say where the secret went. After that it is shown nowhere again.</Trans>,
        },
      ]
    : [];
  return (
    <div id={PLACE}>
      <Card
        title={<Trans>Where did the secret go?</Trans>}
        text={
          <Trans>
            Genesys Cloud shows it only this once. When you press Done, Latchkey lets go of it too.
          </Trans>
        }
      >
        <RadioCards<Destination>
          label={<Trans>The secret went</Trans>}
          isLabelHidden
          layout="rows"
          value={value}
          onChange={onChange}
          options={options}
          messages={messages}
        />
      </Card>
    </div>
  );
}
