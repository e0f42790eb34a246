/** What the client is for: two presets, four grant types, and help for those who cannot tell. */
import { Trans, useLingui } from "@lingui/react/macro";
import { AppWindow, Bot, Globe, KeySquare, type LucideIcon, ShieldCheck, UsersRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button as RacButton } from "react-aria-components";
import {
  type ClientDraft,
  IMPLICIT_NO_NEW_CLIENTS,
  IMPLICIT_STOPS,
  type Purpose,
} from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Notice } from "../../../components/Notice";
import { presetWords, purposeWords } from "../../../words/purposes";
import { Announced } from "../../../words/Values";
import { LegacyBadge } from "../words/LegacyBadge";
import { HelpMeChoose } from "./HelpMeChoose";
import "./choose.css";

type ChooseProps = {
  /** A draft that was left unfinished. */
  unfinished: ClientDraft | null;
  onResume: () => void;
  onChoose: (purpose: Purpose) => void;
};

export function Choose({ unfinished, onResume, onChoose }: ChooseProps) {
  const [isHelping, setHelping] = useState(false);
  const card = (purpose: Purpose, icon: LucideIcon, more?: { badge?: ReactNode; note?: ReactNode }) => (
    <PurposeCard purpose={purpose} icon={icon} onChoose={onChoose} {...more} />
  );
  return (
    <>
      {unfinished && <Unfinished draft={unfinished} onResume={onResume} />}
      <HelpMeChoose isOpen={isHelping} onOpenChange={setHelping} onUse={onChoose} />
      <Group title={<Trans>Made for a purpose</Trans>}>
        {card({ kind: "embeddableFramework" }, AppWindow)}
        {card({ kind: "scim" }, UsersRound)}
      </Group>
      <Group title={<Trans>By grant type</Trans>}>
        {card({ kind: "plain", grantType: "clientCredentials" }, Bot)}
        {card({ kind: "plain", grantType: "authorizationCode" }, Globe)}
        {card({ kind: "plain", grantType: "saml2Bearer" }, ShieldCheck)}
        {card({ kind: "plain", grantType: "implicit" }, KeySquare, {
          badge: <LegacyBadge />,
          note: (
            <Trans>
              Genesys has taken no new ones since <Announced date={IMPLICIT_NO_NEW_CLIENTS} />. All stop
              working by <Announced date={IMPLICIT_STOPS} />.
            </Trans>
          ),
        })}
      </Group>
    </>
  );
}

function Group({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="purposes">
      <h2 className="purposes__title">{title}</h2>
      <div className="purposes__cards">{children}</div>
    </section>
  );
}

type PurposeCardProps = {
  purpose: Purpose;
  icon: LucideIcon;
  badge?: ReactNode;
  note?: ReactNode;
  onChoose: (purpose: Purpose) => void;
};

function PurposeCard({ purpose, icon: Icon, badge, note, onChoose }: PurposeCardProps) {
  const { name, says } = purposeWords(purpose);
  return (
    <RacButton className="purpose" onPress={() => onChoose(purpose)}>
      <span className="purpose__icon">
        <Icon size={20} aria-hidden />
      </span>
      <span className="purpose__words">
        <span className="purpose__name">
          {name} {badge}
        </span>{" "}
        <span className="purpose__says">{says}</span> {note && <span className="purpose__note">{note}</span>}
      </span>
    </RacButton>
  );
}

function Unfinished({ draft, onResume }: { draft: ClientDraft; onResume: () => void }) {
  const { t } = useLingui();
  const purpose = draft.preset === "plain" ? null : presetWords[draft.preset].name;
  const name = draft.name.trim() === "" ? t`without a name` : draft.name.trim();
  return (
    <Notice
      tone="info"
      title={<Trans>There is an unfinished client: {name}</Trans>}
      actions={
        <Button onPress={onResume}>
          <Trans>Continue</Trans>
        </Button>
      }
    >
      <p>
        {purpose ?? purposeWords({ kind: "plain", grantType: draft.grantType }).name}
        {". "}
        <Trans>Everything that you typed is kept until Latchkey is closed.</Trans>
      </p>
    </Notice>
  );
}
