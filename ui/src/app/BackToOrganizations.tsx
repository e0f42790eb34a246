/** The way back on screens that are shown without an organization, where there is no navigation at the side. */
import { Trans } from "@lingui/react/macro";
import { ArrowLeft } from "lucide-react";
import { Button } from "../components/Button";
import { navigate } from "./navigation";

export function BackToOrganizations() {
  return (
    <Button variant="quiet" icon={ArrowLeft} onPress={() => navigate({ page: "welcome" })}>
      <Trans>Organizations</Trans>
    </Button>
  );
}
