/** One click into the practice organization. */
import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ArrowRight, FlaskConical } from "lucide-react";
import { FailurePanel } from "../../app/FailurePanel";
import { useNavigate } from "../../app/navigation";
import { useOpenOrg } from "../../app/open-org";
import { commands, profilesQuery } from "../../backend/backend";
import { Badge } from "../../components/Badge";
import { Button } from "../../components/Button";

/** On the very first screen it is the main way on: nobody needs an account for it. */
export function PracticeCard({ isFirst }: { isFirst: boolean }) {
  const navigate = useNavigate();
  const { org, open } = useOpenOrg();
  const { data: profiles } = useQuery(profilesQuery);
  const opening = useMutation({
    mutationFn: () => commands.openPractice(),
    onSuccess: (opened) => {
      open(opened);
      navigate({ page: "clients" });
    },
  });
  const isOpen = org?.practice && !profiles?.some((profile) => profile.id === org.id);
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
            variant={isFirst ? "primary" : "secondary"}
            size={isFirst ? "large" : "medium"}
            icon={ArrowRight}
            isPending={opening.isPending}
            // Signs in anew even if it is open: that is the way out of a sign-in that has expired.
            onPress={() => opening.mutate()}
          >
            {isOpen ? (
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
