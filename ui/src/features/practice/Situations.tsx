/** The switches of the practice organization, with their words. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ScimRole } from "../../backend/bindings";
import { permissionInUi } from "../../backend/permissions";
import { Card } from "../../components/Card";
import { CheckboxGroup, Switch } from "../../components/Checkbox";
import { RadioCards, type RadioOption, RadioRow } from "../../components/RadioCards";
import { spellNumber } from "../../locales/format";
import {
  CROWDS,
  PERMISSIONS,
  type PracticeSettings,
  situations,
  TROUBLES,
  type Trouble,
  troubleOf,
  withTrouble,
} from "./play";

interface SituationsProps {
  settings: PracticeSettings;
  onChange: (settings: PracticeSettings) => void;
}

export function Situations({ settings, onChange }: SituationsProps) {
  return (
    <>
      <Rules settings={settings} onChange={onChange} />
      <Crowd settings={settings} onChange={onChange} />
      <Rights settings={settings} onChange={onChange} />
      <Troubles settings={settings} onChange={onChange} />
    </>
  );
}

const switchWords: Record<keyof typeof situations, { title: ReactNode; text: ReactNode }> = {
  refuseImplicit: {
    title: <Trans>New implicit clients are refused</Trans>,
    text: <Trans>As Genesys has announced for every organization.</Trans>,
  },
  full: {
    title: <Trans>The organization is full</Trans>,
    text: <Trans>It has reached the greatest number of clients that it may have.</Trans>,
  },
  unknownScope: {
    title: <Trans>A scope is not offered</Trans>,
    text: <Trans>One of the scopes that Embeddable Framework asks for is missing.</Trans>,
  },
  slow: {
    title: <Trans>A new client appears late</Trans>,
    text: <Trans>Just after it was created, it cannot be found yet.</Trans>,
  },
  refuseAddress: {
    title: <Trans>This computer’s IP address is not allowed</Trans>,
    text: <Trans>It is not in the organization’s allow list, so every request is refused.</Trans>,
  },
  hipaa: {
    title: <Trans>HIPAA compliance is on</Trans>,
    text: <Trans>Tokens that nobody uses stop working after 15 minutes.</Trans>,
  },
  oneByOne: {
    title: <Trans>Usage only client by client</Trans>,
    text: <Trans>The query about the calls of all clients at once is not offered.</Trans>,
  },
};

function Rules({ settings, onChange }: SituationsProps) {
  const names = Object.keys(situations) as (keyof typeof situations)[];
  return (
    <Card title={<Trans>The organization</Trans>}>
      <div className="situations">
        {names.map((name) => (
          <Switch
            key={name}
            isSelected={situations[name].isOn(settings)}
            onChange={(isOn) => onChange(situations[name].set(settings, isOn))}
            text={switchWords[name].text}
          >
            {switchWords[name].title}
          </Switch>
        ))}
      </div>
    </Card>
  );
}

function Crowd({ settings, onChange }: SituationsProps) {
  const { t, i18n } = useLingui();
  const spelled = (crowd: number) => spellNumber(crowd, i18n.locale);
  return (
    <Card
      title={<Trans>Many clients</Trans>}
      text={<Trans>As in an organization that nobody has tidied for years; they are made up.</Trans>}
    >
      <RadioRow
        label={<Trans>Clients beside those that are there</Trans>}
        value={CROWDS.find((crowd) => Number(crowd) === settings.crowd) ?? null}
        onChange={(crowd) => onChange({ ...settings, crowd: Number(crowd) })}
        options={CROWDS.map((crowd) => ({
          value: crowd,
          title:
            crowd === "0" ? t({ message: "None", context: "of the many clients" }) : spelled(Number(crowd)),
        }))}
      />
    </Card>
  );
}

function Rights({ settings, onChange }: SituationsProps) {
  const { t } = useLingui();
  const scimRoles: RadioOption<ScimRole>[] = [
    { value: "held", title: t`You have it`, text: t`A client for SCIM can be created.` },
    {
      value: "notHeld",
      title: t`You do not have it`,
      text: t`The role exists, but somebody else would have to give it.`,
    },
    {
      value: "extended",
      title: t`You have it, and somebody has changed it`,
      text: t`The role may do more than SCIM needs, so that its clients lose their 450 days.`,
    },
    { value: "missing", title: t`It does not exist`, text: t`The default roles have to be restored first.` },
  ];
  const withheld = PERMISSIONS.filter((permission) => settings.withheldPermissions.includes(permission));
  return (
    <Card title={<Trans>Your roles and permissions</Trans>}>
      <RadioCards
        label={<Trans>The role “SCIM Integration”</Trans>}
        value={settings.scimRole}
        onChange={(scimRole) => onChange({ ...settings, scimRole })}
        options={scimRoles}
      />
      <CheckboxGroup
        label={<Trans>Permissions that you lack</Trans>}
        value={withheld}
        onChange={(chosen) => onChange({ ...settings, withheldPermissions: chosen })}
        options={PERMISSIONS.map((permission) => ({
          value: permission,
          title: <span translate="no">{permissionInUi(permission)}</span>,
        }))}
      />
    </Card>
  );
}

function Troubles({ settings, onChange }: SituationsProps) {
  const { t } = useLingui();
  const words: Record<(typeof TROUBLES)[number], { title: string; text: string }> = {
    none: {
      title: t({ message: "None", context: "of the faults of the server" }),
      text: t`Every answer arrives.`,
    },
    rateLimited: { title: t`Too many requests`, text: t`The next create has to wait for 15 seconds.` },
    serverGone: { title: t`No connection`, text: t`Nobody answers until you switch it off here.` },
    cutAfterStore: { title: t`Answer lost`, text: t`The next client is created, but the answer is lost.` },
    unreadable: { title: t`Wrong answer`, text: t`A web page answers instead, as in a hotel network.` },
    serverError: { title: t`Server trouble`, text: t`Genesys Cloud answers that it has a problem.` },
  };
  return (
    <Card title={<Trans>The way to Genesys Cloud</Trans>}>
      <RadioCards<Trouble>
        label={<Trans>Trouble with clients</Trans>}
        value={troubleOf(settings)}
        onChange={(trouble) => onChange(withTrouble(settings, trouble))}
        options={TROUBLES.map((trouble) => ({ value: trouble, ...words[trouble] }))}
      />
    </Card>
  );
}
