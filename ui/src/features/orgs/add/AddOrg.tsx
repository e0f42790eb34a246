/** Adding an organization, or signing in to one again: where it is, how to sign in, signing in. */
import { Trans } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useState } from "react";
import { navigate } from "../../../app/navigation";
import { useOpenOrg } from "../../../app/open-org";
import type { PlainPage } from "../../../app/routes";
import { profilesQuery } from "../../../backend/backend";
import type { BrowserSignIn, OrgView, Place, ProfileView } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Loading } from "../../../components/Loading";
import { Page } from "../../../components/Page";
import { Steps } from "../../../components/Steps";
import { Id } from "../../../words/Values";
import { How } from "./How";
import { SignIn } from "./SignIn";
import { placeOf, useTyped } from "./typed";
import { Where } from "./Where";
import "../orgs.css";
import "./add.css";

interface AddOrgProps {
  /** Signs in to this profile again. */
  profile?: string;
  /** Where to go afterwards. */
  back?: PlainPage;
}

export function AddOrg({ profile, back }: AddOrgProps) {
  const { data: profiles, isPending } = useQuery({ ...profilesQuery, enabled: profile !== undefined });
  if (profile && isPending) return <Loading />;
  const known = profiles?.find((one) => one.id === profile);
  return <Adding {...(known ? { known } : {})} {...(back ? { back } : {})} />;
}

type Step = "where" | "how" | "signIn";

const STEPS: { key: Step; title: ReactNode }[] = [
  { key: "where", title: <Trans>Where</Trans> },
  { key: "how", title: <Trans>How</Trans> },
  { key: "signIn", title: <Trans>Sign in</Trans> },
];

function Adding({ known, back }: { known?: ProfileView; back?: PlainPage }) {
  const { typed, change, forget } = useTyped(known);
  const [step, setStep] = useState<Step>(known ? "signIn" : "where");
  const [waiting, setWaiting] = useState<BrowserSignIn | null>(null);
  const signedIn = useSignedIn(known, back);
  return (
    <Page
      width="form"
      focusKey={`${step} ${waiting !== null}`}
      crumb={
        <Button variant="quiet" icon={ArrowLeft} onPress={() => navigate({ page: "welcome" })}>
          <Trans>Organizations</Trans>
        </Button>
      }
      text={step !== "where" && <Chosen place={placeOf(typed)} />}
      title={<Title step={step} known={known} isWaiting={waiting !== null} />}
    >
      <Steps steps={STEPS} current={step} />
      {step === "where" && <Where typed={typed} change={change} onNext={() => setStep("how")} />}
      {step === "how" && (
        <How typed={typed} change={change} onBack={() => setStep("where")} onNext={() => setStep("signIn")} />
      )}
      {step === "signIn" && (
        <SignIn
          typed={typed}
          change={change}
          waiting={waiting}
          onWaiting={setWaiting}
          onBack={() => setStep("how")}
          onSignedIn={(org) => {
            change({ secret: "", token: "" });
            forget();
            signedIn(org);
          }}
        />
      )}
    </Page>
  );
}

function Chosen({ place }: { place: Place | null }) {
  if (place?.kind === "gateway") {
    return (
      <Trans>
        Where: <Id>{place.domain}</Id>, through the gateway <Id>{place.gateway.host.trim()}</Id>
      </Trans>
    );
  }
  return (
    <Trans>
      Where: <Id>{place?.kind === "local" ? place.address : place?.domain}</Id>
    </Trans>
  );
}

function useSignedIn(known?: ProfileView, back?: PlainPage): (org: OrgView) => void {
  const queries = useQueryClient();
  const { open } = useOpenOrg();
  return (org) => {
    open(org);
    void queries.invalidateQueries({ queryKey: profilesQuery.queryKey });
    navigate(known?.id === org.id && back ? { page: back } : { page: "diagnosis", fresh: true });
  };
}

function Title({
  step,
  known,
  isWaiting,
}: {
  step: Step;
  known: ProfileView | undefined;
  isWaiting: boolean;
}) {
  if (isWaiting) return <Trans>Go on in your browser</Trans>;
  if (known) {
    return (
      <Trans>
        Sign in to <span translate="no">{known.orgName}</span> again
      </Trans>
    );
  }
  if (step === "where") return <Trans>Where is your organization?</Trans>;
  if (step === "how") return <Trans>How do you want to sign in?</Trans>;
  return <Trans>Sign in</Trans>;
}
