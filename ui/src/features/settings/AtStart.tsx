/** Whether the organization that was open last is opened when the program starts. */
import { Trans } from "@lingui/react/macro";
import { Card } from "../../components/Card";
import { Switch } from "../../components/Checkbox";
import { useSaving } from "./useSaving";

export function AtStart() {
  const { settings, save, failed } = useSaving();
  return (
    <Card title={<Trans>When Latchkey starts</Trans>}>
      <Switch
        isSelected={settings.opensLast}
        onChange={(opensLast) => save({ opensLast })}
        text={
          <Trans>
            Otherwise the list of organizations comes first. Nothing is changed by opening one, and its name
            stays in sight.
          </Trans>
        }
      >
        <Trans>Open the organization that was open last</Trans>
      </Switch>
      {failed}
    </Card>
  );
}
