/** The region of the organization: recognised from a pasted address, or chosen from the list. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FailurePanel } from "../../../app/FailurePanel";
import { regionsQuery } from "../../../backend/backend";
import type { Region, RegionGroup } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Loading } from "../../../components/Loading";
import { RadioSections } from "../../../components/RadioSections";
import { TextField } from "../../../components/TextField";
import { RegionPlace } from "../../../words/RegionPlace";
import { regionGroupWords } from "../../../words/regions";
import { Id } from "../../../words/Values";
import { Foot } from "./Foot";
import { GatewayFields, useGatewayCheck } from "./GatewayFields";
import { PastedAddress } from "./PastedAddress";
import { LOCAL, placeOf, type Typed } from "./typed";

interface WhereProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  onNext: () => void;
}

export function Where({ typed, change, onNext }: WhereProps) {
  const gateway = useGatewayCheck(typed);
  const isGatewayWrong = typed.where !== LOCAL && typed.hasGateway && gateway?.kind !== "fine";
  const found = (region: Region) =>
    change({ where: region.domain, ...(region.group === "unlisted" ? { unlisted: region } : {}) });
  return (
    <>
      <Card>
        <PastedAddress onFound={found} />
        <Regions value={typed.where} unlisted={typed.unlisted} onChange={(where) => change({ where })} />
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
        {typed.where !== LOCAL && <GatewayFields typed={typed} change={change} check={gateway} />}
      </Card>
      <Foot>
        <Button variant="primary" onPress={onNext} isDisabled={placeOf(typed) === null || isGatewayWrong}>
          <Trans>Next</Trans>
        </Button>
      </Foot>
    </>
  );
}

interface RegionsProps {
  value: string | null;
  /** One that is offered besides those of the list. */
  unlisted: Region | null;
  onChange: (where: string) => void;
}

function Regions({ value, unlisted, onChange }: RegionsProps) {
  const { t, i18n } = useLingui();
  const { data, error, isPending, isFetching, refetch } = useQuery(regionsQuery);
  if (isPending) return <Loading />;
  if (error) return <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  const groups = Object.keys(regionGroupWords) as RegionGroup[];
  const regions = unlisted ? [...data, unlisted] : data;
  const cloud = groups.map((group) => ({
    key: group,
    title: i18n._(regionGroupWords[group]),
    options: regions
      .filter((region) => region.group === group)
      .map((region) => ({
        value: region.domain,
        title: <RegionPlace region={region} />,
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
