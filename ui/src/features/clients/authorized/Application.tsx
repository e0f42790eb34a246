/** One application of another organization: whether it may be used, and what it may ask for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Ban, CircleCheck, CircleHelp, CircleX, Hourglass, type LucideIcon } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useOrg } from "../../../app/open-org";
import { factsQuery } from "../../../backend/backend";
import type { Authorization, AuthorizationState } from "../../../backend/bindings";
import { Badge, type BadgeProps } from "../../../components/Badge";
import { Code } from "../../../components/Code";
import { type Definition, DefinitionList } from "../../../components/DefinitionList";
import { spellDate, spellList } from "../../../locales/format";
import { languageOf } from "../../../locales/i18n";

interface StateLook {
  tone: NonNullable<BadgeProps["tone"]>;
  icon: LucideIcon;
  name: ReactNode;
  means: ReactNode;
}

const looks: Record<AuthorizationState, StateLook> = {
  requested: {
    tone: "warning",
    icon: Hourglass,
    name: <Trans>Requested</Trans>,
    means: <Trans>Somebody asked for it, and nobody has decided yet.</Trans>,
  },
  authorized: {
    tone: "success",
    icon: CircleCheck,
    name: <Trans>Authorized</Trans>,
    means: <Trans>It may use this organization, within the scopes below.</Trans>,
  },
  revoked: {
    tone: "neutral",
    icon: Ban,
    name: <Trans>Revoked</Trans>,
    means: <Trans>It was authorized once, and no longer is.</Trans>,
  },
  unauthorized: {
    tone: "neutral",
    icon: CircleX,
    name: <Trans>Not authorized</Trans>,
    means: <Trans>It may not use this organization.</Trans>,
  },
  other: {
    tone: "neutral",
    icon: CircleHelp,
    name: <Trans>Unknown state</Trans>,
    means: <Trans>This version of Latchkey does not know how its authorization stands.</Trans>,
  },
};

export function Application({ application }: { application: Authorization }) {
  const id = useId();
  const look = looks[application.state];
  return (
    <li className="application" aria-labelledby={id}>
      <div className="application__head">
        <h2 className="application__name" id={id}>
          {application.name ? (
            <span translate="no">{application.name}</span>
          ) : (
            <Trans>An application without a name</Trans>
          )}
        </h2>
        <Badge tone={look.tone} icon={look.icon}>
          {look.name}
        </Badge>
        <Badge>
          <Trans>Of another organization</Trans>
        </Badge>
      </div>
      {application.description && <p translate="no">{application.description}</p>}
      <p>
        {look.means}{" "}
        {application.pending && application.state !== "requested" && (
          <Trans>A change of it waits for a decision.</Trans>
        )}
      </p>
      <DefinitionList rows={useRows(application)} />
    </li>
  );
}

function useRows({ clientId, scopes, roles, createdAt, modifiedAt }: Authorization): Definition[] {
  const { i18n } = useLingui();
  const org = useOrg();
  const facts = useQuery({ ...factsQuery(org.id, languageOf(i18n.locale)), enabled: roles.length > 0 });
  const rows: Definition[] = [{ key: "id", label: <Trans>Client ID</Trans>, value: <Code>{clientId}</Code> }];
  if (scopes.length > 0) {
    const value = (
      <span className="application__scopes">
        {scopes.map((scope) => (
          <Code key={scope}>{scope}</Code>
        ))}
      </span>
    );
    rows.push({ key: "scopes", label: <Trans>Scopes</Trans>, value });
  }
  if (roles.length > 0) {
    const names = roles.map((id) => facts.data?.roles.find((role) => role.id === id)?.name ?? id);
    const value = <span translate="no">{spellList(names, i18n.locale)}</span>;
    rows.push({ key: "roles", label: <Trans>Roles</Trans>, value });
  }
  if (createdAt) {
    rows.push({ key: "since", label: <Trans>Known since</Trans>, value: spellDate(createdAt, i18n.locale) });
  }
  if (modifiedAt) {
    const value = spellDate(modifiedAt, i18n.locale);
    rows.push({ key: "changed", label: <Trans>Last changed</Trans>, value });
  }
  return rows;
}
