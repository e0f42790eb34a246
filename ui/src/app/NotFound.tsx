/** An address that leads nowhere. */
import { Trans } from "@lingui/react/macro";
import { Compass } from "lucide-react";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { EmptyState } from "../components/EmptyState";
import { Page } from "../components/Page";
import { navigate } from "./navigation";

export function NotFound() {
  return (
    <Page title={<Trans>This page does not exist</Trans>}>
      <Card>
        <EmptyState
          icon={Compass}
          title={<Trans>There is nothing here</Trans>}
          actions={
            <Button variant="primary" onPress={() => navigate({ page: "clients" })}>
              <Trans>Go to the clients</Trans>
            </Button>
          }
        >
          <Trans>The address may be old, or mistyped.</Trans>
        </EmptyState>
      </Card>
    </Page>
  );
}
