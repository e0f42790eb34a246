/** Checks the way to Genesys Cloud, and says in words where it ends and what to do. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Check, Minus, Stethoscope, X } from "lucide-react";
import { useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { useOpenOrg } from "../../app/open-org";
import { commands, regionsQuery } from "../../backend/backend";
import type { ConnectionReport, Region, StepOutcome, Verdict } from "../../backend/bindings";
import { failureWords } from "../../backend/failures";
import { wordsForReason } from "../../backend/failures-unreachable";
import { Badge, type BadgeProps } from "../../components/Badge";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Notice } from "../../components/Notice";
import { Select } from "../../components/Select";
import { regionGroupWords } from "../../words/regions";
import { Duration, Id } from "../../words/Values";
import { outcomeWords, stepWords, verdictWords } from "./words";

export function ConnectionCheck() {
  const { t, i18n } = useLingui();
  const { org } = useOpenOrg();
  const { data: regions = [], error } = useQuery(regionsQuery);
  const [chosen, setChosen] = useState(org?.region.domain ?? null);
  const checking = useMutation({
    mutationFn: (domain: string) => commands.checkConnection({ kind: "region", domain }),
  });
  const check = () => {
    if (chosen !== null) checking.mutate(chosen);
  };
  return (
    <Card
      title={<Trans>Check the connection</Trans>}
      text={
        <Trans>
          Asks the sign-in server of a region a question that anybody may ask, the way that was last saved
          under “Network”. Nothing of yours is sent.
        </Trans>
      }
    >
      <div className="settings__check">
        <Select
          label={<Trans>Region</Trans>}
          placeholder={t`Choose a region`}
          value={chosen}
          onChange={(domain) => {
            setChosen(domain);
            checking.reset();
          }}
          options={inGroups(regions).map(({ domain, place, group }) => ({
            value: domain,
            label: place,
            group: i18n._(regionGroupWords[group]),
          }))}
        />
        <Button
          icon={Stethoscope}
          onPress={check}
          isPending={checking.isPending}
          isDisabled={chosen === null}
        >
          <Trans>Check the connection</Trans>
        </Button>
      </div>
      {error && <FailurePanel failure={error} />}
      {checking.error && (
        <FailurePanel failure={checking.error} onRetry={check} isRetrying={checking.isPending} />
      )}
      {checking.data && !checking.isPending && <Report report={checking.data} />}
    </Card>
  );
}

/** As `regionGroupWords` has the groups. */
function inGroups(regions: Region[]): Region[] {
  return Object.keys(regionGroupWords).flatMap((group) => regions.filter((region) => region.group === group));
}

function Report({ report }: { report: ConnectionReport }) {
  const { i18n } = useLingui();
  return (
    <>
      <VerdictNotice verdict={report.verdict} />
      <p className="muted">
        <Trans>
          Asked: <Id>{report.host}</Id>
        </Trans>
      </p>
      <ul className="settings__steps">
        {report.steps.map(({ kind, outcome }) => (
          <li key={kind}>
            <span>{i18n._(stepWords[kind])}</span>
            <Outcome outcome={outcome} />
          </li>
        ))}
      </ul>
    </>
  );
}

const badges: Record<StepOutcome, Pick<BadgeProps, "tone" | "icon">> = {
  fine: { tone: "success", icon: Check },
  failed: { tone: "danger", icon: X },
  skipped: { tone: "neutral", icon: Minus },
};

function Outcome({ outcome }: { outcome: StepOutcome }) {
  const { i18n } = useLingui();
  return <Badge {...badges[outcome]}>{i18n._(outcomeWords[outcome])}</Badge>;
}

function VerdictNotice({ verdict }: { verdict: Verdict }) {
  const { i18n } = useLingui();
  if (verdict.kind === "clockWrong") return <ClockWrong ahead={verdict.aheadSeconds} />;
  const words =
    verdict.kind === "unreachable"
      ? { ...failureWords.unreachable, ...wordsForReason(verdict.reason) }
      : verdictWords[verdict.kind];
  return (
    <Notice tone={words.tone} role="status" title={i18n._(words.title)}>
      <p>{i18n._(words.explanation)}</p>
      {words.next && <p>{i18n._(words.next)}</p>}
    </Notice>
  );
}

/** The server's clock is told in seconds, but nobody sets a clock to the second. */
function ClockWrong({ ahead }: { ahead: number }) {
  const seconds = Math.abs(ahead);
  const unit = seconds > 172_800 ? 86_400 : 60;
  const by = <Duration seconds={Math.round(seconds / unit) * unit} />;
  return (
    <Notice tone="warning" role="status" title={<Trans>The clock of this computer is wrong</Trans>}>
      <p>{ahead > 0 ? <Trans>It is ahead by {by}.</Trans> : <Trans>It is behind by {by}.</Trans>}</p>
      <p>
        <Trans>
          Genesys Cloud answers, but signing in can fail while the clock is wrong. Let the computer set date,
          time and time zone by itself, then check again.
        </Trans>
      </p>
    </Notice>
  );
}
