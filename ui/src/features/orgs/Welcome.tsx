/** The first screen: what Latchkey is, and one click into the practice organization. */
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { ArrowRight, ClipboardCheck, Eye, FlaskConical, KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { LanguageSelect, ThemeSelect } from "../../app/AppearanceFields";
import { FailurePanel } from "../../app/FailurePanel";
import { Mark } from "../../app/Mark";
import { useNavigate } from "../../app/navigation";
import { useOpenOrg } from "../../app/open-org";
import { commands } from "../../backend/backend";
import { Badge } from "../../components/Badge";
import { Button } from "../../components/Button";
import { PageHeader } from "../../components/Page";
import "./orgs.css";

export function Welcome() {
  return (
    <div className="welcome">
      <div className="welcome__top">
        <span className="welcome__brand" translate="no">
          <Mark />
          Latchkey
        </span>
        <div className="row">
          <LanguageSelect isLabelHidden />
          <ThemeSelect isLabelHidden />
        </div>
      </div>
      <div className="welcome__middle">
        <PageHeader
          title={<Trans>OAuth clients for Genesys Cloud, without the guesswork</Trans>}
          text={
            <Trans>
              Latchkey helps you create an OAuth client, hand it over safely, and see what it can do. You need
              not know OAuth.
            </Trans>
          }
        />
        <PracticeCard />
        <ul className="welcome__points">
          <Point icon={KeyRound} title={<Trans>Choose what it is for</Trans>}>
            <Trans>Only the questions that matter are asked, and every answer is checked as you type.</Trans>
          </Point>
          <Point icon={Eye} title={<Trans>See what will be sent</Trans>}>
            <Trans>
              Before anything is created, you read in plain words what the client can and cannot do.
            </Trans>
          </Point>
          <Point icon={ClipboardCheck} title={<Trans>Hand it over</Trans>}>
            <Trans>You get exactly what the other side needs. The secret is never left lying around.</Trans>
          </Point>
        </ul>
      </div>
      <p className="welcome__foot">
        <Trans>
          Signing in to an organization of your own is not part of this version. Latchkey is an independent
          product; it is not made by Genesys.
        </Trans>
      </p>
    </div>
  );
}

function PracticeCard() {
  const navigate = useNavigate();
  const { org, open } = useOpenOrg();
  const opening = useMutation({
    mutationFn: () => commands.openPractice(),
    onSuccess: (opened) => {
      open(opened);
      navigate({ page: "clients" });
    },
  });
  return (
    <section className="practice-card" aria-labelledby="practice-card-title">
      <span className="practice-card__icon">
        <FlaskConical size={24} aria-hidden />
      </span>
      <div className="practice-card__text">
        <h2 id="practice-card-title">
          <Trans>Practice organization</Trans>{" "}
          <Badge tone="practice">
            <Trans>No account needed</Trans>
          </Badge>
        </h2>
        <p>
          <Trans>
            A pretend Genesys Cloud inside this program, with roles, divisions and clients. It has the same
            rules as the real one, and nothing in it can do harm.
          </Trans>
        </p>
        {opening.isError && <FailurePanel failure={opening.error} onRetry={() => opening.mutate()} />}
        <div className="row">
          <Button
            variant="primary"
            size="large"
            icon={ArrowRight}
            isPending={opening.isPending}
            // Signs in anew even if it is open: that is the way out of a sign-in that has expired.
            onPress={() => opening.mutate()}
          >
            {org ? (
              <Trans>Go on in the practice organization</Trans>
            ) : (
              <Trans>Open the practice organization</Trans>
            )}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Point({ icon: Icon, title, children }: { icon: typeof Eye; title: ReactNode; children: ReactNode }) {
  return (
    <li>
      <Icon size={18} aria-hidden />
      <div>
        <h3>{title}</h3>
        <p>{children}</p>
      </div>
    </li>
  );
}
