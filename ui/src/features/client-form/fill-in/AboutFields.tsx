/** Name and description. */
import { Trans } from "@lingui/react/macro";
import { TextArea, TextField } from "../../../components/TextField";
import { useFieldMessages, useForm } from "./FormContext";

export function AboutFields() {
  const { draft, change, touch } = useForm();
  const name = useFieldMessages("name");
  const description = useFieldMessages("description");
  return (
    <>
      <div data-field="name">
        <TextField
          label={<Trans>Name</Trans>}
          description={
            draft.grantType === "clientCredentials" ? (
              <Trans>It stands in the list of clients, and in the history of what the client does.</Trans>
            ) : (
              <Trans>People see it when they allow the client to use their account.</Trans>
            )
          }
          value={draft.name}
          onChange={(name) => change((draft) => ({ ...draft, name }))}
          onBlur={() => touch("name")}
          messages={name}
        />
      </div>
      <div data-field="description">
        <TextArea
          label={<Trans>Description</Trans>}
          description={<Trans>For you and your colleagues: what it is for, and who looks after it.</Trans>}
          isOptional
          rows={2}
          value={draft.description}
          onChange={(description) => change((draft) => ({ ...draft, description }))}
          onBlur={() => touch("description")}
          messages={description}
        />
      </div>
    </>
  );
}
