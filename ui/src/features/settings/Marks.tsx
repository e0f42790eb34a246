/** Whether new clients get a mark, by which they are found again after a lost answer. */
import { Trans } from "@lingui/react/macro";
import { Card } from "../../components/Card";
import { Switch } from "../../components/Checkbox";
import { Id } from "../../words/Values";
import { useSaving } from "./useSaving";

export function Marks() {
  const { settings, save, failed } = useSaving();
  return (
    <Card
      title={<Trans>Mark new clients</Trans>}
      text={
        <Trans>
          If the connection breaks while a client is being created, Latchkey looks for it by its name, by who
          created it, and by the time. That is nearly always enough. A mark in its description makes it
          certain, even if somebody else creates a client of the same name at the same moment.
        </Trans>
      }
    >
      <Switch
        isSelected={settings.markDescriptions}
        onChange={(markDescriptions) => save({ markDescriptions })}
        text={
          <Trans>
            For example <Id>[lk:0123456789abcdef]</Id>. Everybody who may see the client in Genesys Cloud sees
            the mark. It is not secret, it says nothing about you, and you may delete it later.
          </Trans>
        }
      >
        <Trans>Add a mark to the description of new clients</Trans>
      </Switch>
      {failed}
    </Card>
  );
}
