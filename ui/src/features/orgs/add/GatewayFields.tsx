/** A gateway of the company's own, for the few who have one: what each field is, and what Rust says of it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { commands } from "../../../backend/backend";
import type { GatewayCheck, GatewayDraft, GatewayProblem } from "../../../backend/bindings";
import { Switch } from "../../../components/Checkbox";
import { Disclosure } from "../../../components/Disclosure";
import type { Message } from "../../../components/Findings";
import { TextField } from "../../../components/TextField";
import { Id } from "../../../words/Values";
import { gatewayProblemWords } from "../words";
import type { Typed } from "./typed";

/** What Rust says of the gateway as it is typed; nothing while there is none. */
export function useGatewayCheck({ hasGateway, gateway }: Typed): GatewayCheck | undefined {
  const { data } = useQuery({
    queryKey: ["gateway", gateway],
    queryFn: () => commands.checkGateway(gateway),
    enabled: hasGateway,
    placeholderData: keepPreviousData,
  });
  return hasGateway ? data : undefined;
}

interface GatewayFieldsProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  check: GatewayCheck | undefined;
}

export function GatewayFields({ typed, change, check }: GatewayFieldsProps) {
  const [isOpen, setOpen] = useState(typed.hasGateway);
  return (
    <Disclosure title={<Trans>Advanced</Trans>} isOpen={isOpen} onOpenChange={setOpen}>
      <div className="stack">
        <Switch
          isSelected={typed.hasGateway}
          onChange={(hasGateway) => change({ hasGateway })}
          text={
            <Trans>
              A server that your company has put in front of Genesys Cloud, and that programs must use instead
              of its own addresses. Most companies have none; a proxy is something else, and is in the
              settings.
            </Trans>
          }
        >
          <Trans>Your company reaches Genesys Cloud through a gateway</Trans>
        </Switch>
        {typed.hasGateway && <Fields typed={typed} change={change} check={check} />}
      </div>
    </Disclosure>
  );
}

function Fields({ typed, change, check }: GatewayFieldsProps) {
  const { i18n } = useLingui();
  const { gateway } = typed;
  const problems = check?.kind === "wrong" ? check.problems : [];
  const field = (name: keyof GatewayDraft, ...own: GatewayProblem[]) => ({
    value: gateway[name],
    onChange: (text: string) => change({ gateway: { ...gateway, [name]: text } }),
    isCode: true,
    messages: problems
      .filter((problem) => own.includes(problem))
      .map((problem): Message => ({ severity: "error", text: i18n._(gatewayProblemWords[problem]) })),
  });
  return (
    <>
      <TextField
        label={<Trans>Host of the gateway</Trans>}
        description={
          <Trans>
            Its name, such as <Id>gateway.example.com</Id>. It is always spoken to with encryption (https).
          </Trans>
        }
        inputMode="url"
        {...field("host", "hostMissing", "hostInvalid")}
      />
      <TextField
        label={<Trans>Port</Trans>}
        description={<Trans>Only if it is not the usual one of https, 443.</Trans>}
        isOptional
        inputMode="numeric"
        {...field("port", "portInvalid")}
      />
      <TextField
        label={<Trans>Path before the API</Trans>}
        description={
          <Trans>
            What your company has put before <Id>/api/v2</Id>, such as <Id>/genesys/api</Id>.
          </Trans>
        }
        isOptional
        {...field("apiPrefix", "apiPrefixInvalid")}
      />
      <TextField
        label={<Trans>Path before the sign-in</Trans>}
        description={
          <Trans>
            What your company has put before <Id>/oauth</Id>, such as <Id>/genesys/login</Id>.
          </Trans>
        }
        isOptional
        {...field("loginPrefix", "loginPrefixInvalid")}
      />
      {check?.kind === "fine" && <Resulting api={check.api} login={check.login} />}
    </>
  );
}

function Resulting({ api, login }: { api: string; login: string }) {
  return (
    <ul className="bullets muted">
      <li>
        <Trans>
          Requests go to addresses that begin with <Id>{`${api}/api/v2`}</Id>.
        </Trans>
      </li>
      <li>
        <Trans>
          Signing in goes to addresses that begin with <Id>{`${login}/oauth`}</Id>, in the browser too.
        </Trans>
      </li>
    </ul>
  );
}
