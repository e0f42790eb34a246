/** How the network is reached: the proxy, its password, and certificates to trust besides those of the system. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FailurePanel } from "../../app/FailurePanel";
import { networkQuery } from "../../backend/backend";
import type { NetworkView } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import type { Message } from "../../components/Findings";
import { Loading } from "../../components/Loading";
import { RadioCards } from "../../components/RadioCards";
import { SecretField } from "../../components/SecretField";
import { TextField } from "../../components/TextField";
import { type Typed, useNetworkForm } from "./useNetworkForm";
import { otherProxyWords, passwordWords, problemWords } from "./words";

export function Network() {
  const { data, error, refetch, isFetching } = useQuery(networkQuery);
  return (
    <Card
      title={<Trans>Network</Trans>}
      text={
        <Trans>
          What is saved here holds for organizations that are opened from now on. Those that are open keep
          their connection until they are opened again.
        </Trans>
      }
    >
      {error && <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {data ? <NetworkForm saved={data} /> : !error && <Loading />}
    </Card>
  );
}

function NetworkForm({ saved }: { saved: NetworkView }) {
  const { i18n } = useLingui();
  const { typed, change, problem, state, failure, save, removePassword } = useNetworkForm(saved);
  const isSaving = state === "saving";
  const messages = (field: string): Message[] => {
    const words = problem && problemWords[problem];
    return words?.field === field ? [{ severity: "error", text: i18n._(words.text) }] : [];
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) void save();
      }}
    >
      <ProxyField value={typed.proxy} onChange={(proxy) => change({ proxy })} />
      {typed.proxy === "own" && (
        <>
          <TextField
            label={<Trans>Address of the proxy</Trans>}
            description={<Trans>Host and port, for example http://proxy.example.com:3128.</Trans>}
            value={typed.address}
            onChange={(address) => change({ address })}
            isCode
            inputMode="url"
            messages={messages("address")}
          />
          <TextField
            label={<Trans>User name for the proxy</Trans>}
            isOptional
            value={typed.user}
            onChange={(user) => change({ user })}
            isCode
          />
          <SecretField
            label={<Trans>Password for the proxy</Trans>}
            isOptional
            description={i18n._(passwordText(saved, typed))}
            value={typed.password}
            onChange={(password) => change({ password })}
            messages={messages("password")}
          />
          {saved.password !== "nowhere" && (
            <div>
              <Button size="small" onPress={() => void removePassword()} isDisabled={isSaving}>
                <Trans>Remove the password</Trans>
              </Button>
            </div>
          )}
        </>
      )}
      <TextField
        label={<Trans>File with extra certificates</Trans>}
        description={
          <Trans>
            The path of a PEM file from your IT department, needed where a proxy opens secure connections. The
            certificates of the operating system are trusted in any case.
          </Trans>
        }
        isOptional
        value={typed.certificatesFile}
        onChange={(certificatesFile) => change({ certificatesFile })}
        isCode
        messages={[...messages("certificates"), ...counted(saved, typed, problem !== null)]}
      />
      <p className="muted">
        <Trans>Latchkey checks every certificate. There is deliberately no switch that turns this off.</Trans>
      </p>
      {failure !== null && (
        <FailurePanel failure={failure} onRetry={() => void save()} isRetrying={isSaving} />
      )}
      <div className="row">
        <Button variant="primary" type="submit" isPending={isSaving}>
          <Trans>Save the network settings</Trans>
        </Button>
        <span role="status">
          {state === "saved" && <Trans>Saved.</Trans>}
          {state === "refused" && <Trans>Not saved: something is wrong above.</Trans>}
        </span>
      </div>
    </form>
  );
}

function ProxyField({
  value,
  onChange,
}: {
  value: Typed["proxy"];
  onChange: (value: Typed["proxy"]) => void;
}) {
  return (
    <RadioCards
      label={<Trans>Proxy</Trans>}
      value={value}
      onChange={onChange}
      options={[
        {
          value: "system",
          title: <Trans>Of the system</Trans>,
          text: <Trans>The one that this computer names, if it names one.</Trans>,
        },
        {
          value: "none",
          title: <Trans context="of a proxy">None</Trans>,
          text: <Trans>Straight to Genesys Cloud.</Trans>,
        },
        {
          value: "own",
          title: <Trans>One of your own</Trans>,
          text: <Trans>With its address, and a password if it asks for one.</Trans>,
        },
      ]}
    />
  );
}

function passwordText({ settings, password }: NetworkView, { address, user }: Typed) {
  const { proxy } = settings;
  const isOther = proxy?.kind === "own" && (proxy.address !== address || proxy.user !== user);
  return password !== "nowhere" && isOther ? otherProxyWords : passwordWords[password];
}

/** How many certificates the saved file adds, while the field still says that file. */
function counted(saved: NetworkView, typed: Typed, isWrong: boolean): Message[] {
  const count = saved.extraCertificates;
  if (isWrong || count === 0 || typed.certificatesFile !== saved.settings.certificatesFile) return [];
  const text = (
    <Plural
      value={count}
      one="# certificate from this file is trusted."
      other="# certificates from this file are trusted."
    />
  );
  return [{ severity: "hint", text }];
}
