/** The region of the organization: recognised from a pasted address, or chosen from the list. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands, regionsQuery } from "../../../backend/backend";
import type { Region, RegionGroup } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import type { Message } from "../../../components/Findings";
import { Loading } from "../../../components/Loading";
import { RadioSections } from "../../../components/RadioSections";
import { TextField } from "../../../components/TextField";
import { regionGroupWords } from "../../../words/regions";
import { Id } from "../../../words/Values";
import { Foot } from "./Foot";
import { LOCAL, placeOf, type Typed } from "./typed";

interface WhereProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  onNext: () => void;
}

export function Where({ typed, change, onNext }: WhereProps) {
  return (
    <>
      <Card>
        <PastedAddress onFound={(region) => change({ where: region.domain })} />
        <Regions value={typed.where} onChange={(where) => change({ where })} />
        {typed.where === LOCAL && (
          <TextField
            label={<Trans>Address of the practice organization</Trans>}
            description={<Trans>The other program shows it, for example http://127.0.0.1:4242.</Trans>}
            value={typed.address}
            onChange={(address) => change({ address })}
            isCode
            inputMode="url"
          />
        )}
      </Card>
      <Foot>
        <Button variant="primary" onPress={onNext} isDisabled={placeOf(typed) === null}>
          <Trans>Next</Trans>
        </Button>
      </Foot>
    </>
  );
}

/** Says what it recognised; an answer to an older text is dropped. */
function PastedAddress({ onFound }: { onFound: (region: Region) => void }) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Region | "none" | null>(null);
  const latest = useRef("");
  const recognise = async (pasted: string) => {
    setText(pasted);
    latest.current = pasted;
    if (pasted.trim() === "") return setFound(null);
    const region = await commands.recogniseRegion(pasted).catch(() => null);
    if (latest.current !== pasted) return;
    setFound(region ?? "none");
    if (region) onFound(region);
  };
  return (
    <div className="recognised">
      <TextField
        label={<Trans>Paste any address of your Genesys Cloud</Trans>}
        description={
          <Trans>For example from the address bar of your browser. The region is then chosen for you.</Trans>
        }
        isOptional
        value={text}
        onChange={(pasted) => void recognise(pasted)}
        isCode
        inputMode="url"
        messages={messages(found)}
      />
      <span role="status" className="hidden">
        {messages(found).map((message) => message.text)}
      </span>
    </div>
  );
}

function messages(found: Region | "none" | null): Message[] {
  if (found === null) return [];
  const said = (severity: Message["severity"], text: ReactNode): Message[] => [
    { severity, text: <span key="said">{text}</span> },
  ];
  if (found === "none") {
    return said(
      "warning",
      <Trans>Not recognised as an address of Genesys Cloud. Choose the region below.</Trans>,
    );
  }
  return said(
    "hint",
    <Trans>
      Recognised: <span translate="no">{found.place}</span>, <Id>{found.domain}</Id>. It is chosen below.
    </Trans>,
  );
}

function Regions({ value, onChange }: { value: string | null; onChange: (where: string) => void }) {
  const { t, i18n } = useLingui();
  const { data, error, isPending, isFetching, refetch } = useQuery(regionsQuery);
  if (isPending) return <Loading />;
  if (error) return <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  const groups = Object.keys(regionGroupWords) as RegionGroup[];
  const cloud = groups.map((group) => ({
    key: group,
    title: i18n._(regionGroupWords[group]),
    options: data
      .filter((region) => region.group === group)
      .map((region) => ({
        value: region.domain,
        title: <span translate="no">{region.place}</span>,
        text: <Id>{region.domain}</Id>,
        search: `${region.place} ${region.domain} ${region.code}`,
      })),
  }));
  const here = {
    key: LOCAL,
    title: t`On this computer`,
    options: [
      {
        value: LOCAL,
        title: <Trans>A practice organization served by another program</Trans>,
        search: t`A practice organization served by another program`,
      },
    ],
  };
  return (
    <RadioSections
      label={<Trans>Region</Trans>}
      description={
        <Trans>Each organization is in one region. Not sure? Look at the address where you sign in.</Trans>
      }
      value={value}
      onChange={onChange}
      sections={[...cloud, here]}
      searchLabel={t`Filter regions`}
      empty={<Trans>No region matches.</Trans>}
    />
  );
}
