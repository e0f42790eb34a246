/** Every component in its states, on one hidden page: for looking at them and for tests. Not translated. */
import { Inbox, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Badge } from "../components/Badge";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { Checkbox, CheckboxGroup, Switch } from "../components/Checkbox";
import { CheckList } from "../components/CheckList";
import { Code, CodeBlock } from "../components/Code";
import { DefinitionList } from "../components/DefinitionList";
import { AlertDialog, Dialog } from "../components/Dialog";
import { Disclosure } from "../components/Disclosure";
import { EmptyState } from "../components/EmptyState";
import { IconButton } from "../components/IconButton";
import { Notice } from "../components/Notice";
import { Page } from "../components/Page";
import { RadioCards, RadioRow } from "../components/RadioCards";
import { Select } from "../components/Select";
import { Steps } from "../components/Steps";
import { TextArea, TextField } from "../components/TextField";

const many = Array.from({ length: 120 }, (_, index) => ({
  id: `area-${index}`,
  title: `area-${index}:readonly`,
  isCode: true,
  text: `Reads everything of area ${index}`,
}));
const copied = () => Promise.resolve();

export function Pieces() {
  return (
    <Page
      width="form"
      title="Pieces"
      text="Every component in its states."
      actions={
        <Button variant="primary" icon={Plus}>
          Primary
        </Button>
      }
    >
      <Steps
        current="b"
        steps={[
          { key: "a", title: "Purpose" },
          { key: "b", title: "Values" },
          { key: "c", title: "Preview" },
        ]}
      />
      <Buttons />
      <Fields />
      <Choices />
      <Blocks />
    </Page>
  );
}

function Buttons() {
  const [open, setOpen] = useState<"dialog" | "alert" | null>(null);
  const onOpenChange = (isOpen: boolean) => !isOpen && setOpen(null);
  return (
    <Card title="Buttons">
      <div className="row">
        <Button variant="primary" onPress={() => setOpen("dialog")}>
          Open a dialog
        </Button>
        <Button onPress={() => setOpen("alert")}>Open a question</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="danger" icon={Trash2}>
          Danger
        </Button>
        <Button isDisabled>Disabled</Button>
        <Button variant="primary" isPending>
          Pending
        </Button>
        <IconButton icon={Plus} label="Add a row" />
      </div>
      <Dialog isOpen={open === "dialog"} onOpenChange={onOpenChange} title="A dialog">
        <p>Something to read.</p>
      </Dialog>
      <AlertDialog
        isOpen={open === "alert"}
        onOpenChange={onOpenChange}
        title="Delete it?"
        variant="danger"
        confirmLabel="Delete"
        onConfirm={() => setOpen(null)}
      >
        <p>It cannot be taken back.</p>
      </AlertDialog>
    </Card>
  );
}

function Fields() {
  const [text, setText] = useState("Wallboard");
  const [unit, setUnit] = useState<"hours" | "days">("hours");
  return (
    <Card title="Fields">
      <TextField
        label="Name"
        description="Shown to people."
        value={text}
        onChange={setText}
        counterMax={200}
      />
      <TextField
        label="Address"
        isCode
        value="http://example.com/#part"
        onChange={() => {}}
        messages={[
          { severity: "error", text: "An address may not have a part after #.", key: "a" },
          {
            severity: "warning",
            text: "This address is not encrypted.",
            key: "b",
            action: { label: "Use https", onPress: () => {} },
          },
          { severity: "hint", text: "Any port may be used with localhost.", key: "c" },
        ]}
      />
      <TextArea label="Description" isOptional value="" onChange={() => {}} placeholder="What is it for?" />
      <Select
        label="Unit"
        value={unit}
        onChange={setUnit}
        options={[
          { value: "hours", label: "Hours" },
          { value: "days", label: "Days" },
        ]}
      />
    </Card>
  );
}

function Choices() {
  const [grant, setGrant] = useState<"a" | "b" | "c">("a");
  const [chosen, setChosen] = useState<string[]>(["area-3"]);
  const [few, setFew] = useState<("x" | "y")[]>(["x"]);
  const [isOn, setOn] = useState(true);
  return (
    <Card title="Choices">
      <RadioCards
        label="Grant type"
        value={grant}
        onChange={setGrant}
        options={[
          { value: "a", title: "Authorization code", text: "People sign in with their own account." },
          { value: "b", title: "Client credentials", text: "A program signs in by itself." },
          {
            value: "c",
            title: "Implicit",
            text: "The older way.",
            badge: <Badge tone="warning">Legacy</Badge>,
          },
        ]}
      />
      <RadioRow
        label="Plain"
        value={grant}
        onChange={setGrant}
        options={[
          { value: "a", title: "One" },
          { value: "b", title: "Two" },
        ]}
      />
      <CheckboxGroup
        label="Group"
        value={few}
        onChange={setFew}
        options={[
          { value: "x", title: "First", text: "With a sentence." },
          { value: "y", title: "Second" },
        ]}
      />
      <Checkbox isSelected={isOn} onChange={setOn}>
        A single box
      </Checkbox>
      <Switch isSelected={isOn} onChange={setOn} text="Takes effect at once.">
        A switch
      </Switch>
      <CheckList
        label="Scopes"
        searchLabel="Filter scopes"
        options={many}
        value={chosen}
        onChange={setChosen}
        canChooseAll
      />
      <CheckList
        label="Divisions"
        searchLabel="Filter divisions"
        options={[
          { id: "1", title: "Home", badge: <Badge>Home</Badge> },
          { id: "2", title: "Sales" },
          { id: "3", title: "Support", isDisabled: true },
        ]}
        value={["1"]}
        onChange={() => {}}
        messages={[{ severity: "error", text: "Choose at least one." }]}
      />
    </Card>
  );
}

function Blocks() {
  return (
    <>
      <Notice tone="info" title="Good to know">
        Something that helps.
      </Notice>
      <Notice tone="warning" title="Take care" actions={<Button size="small">Mend</Button>}>
        Something that may not be meant.
      </Notice>
      <Notice tone="danger" title="Did not work">
        Something is wrong.
      </Notice>
      <Notice tone="success" title="Done" />
      <div className="row">
        <Badge>Neutral</Badge>
        <Badge tone="info">Info</Badge>
        <Badge tone="success">Success</Badge>
        <Badge tone="warning">Warning</Badge>
        <Badge tone="danger">Danger</Badge>
        <Badge tone="practice">Practice</Badge>
      </div>
      <Card title="Values" text="Labels and values.">
        <DefinitionList
          rows={[
            { key: "a", label: "Client ID", value: <Code>0a600000-0000-4000-8000-000000000001</Code> },
            { key: "b", label: "Token duration", value: "18 hours" },
          ]}
        />
        <Disclosure title="Show the JSON">
          <CodeBlock title="JSON" code={'{\n  "name": "Wallboard"\n}'} onCopy={copied} />
        </Disclosure>
      </Card>
      <Card>
        <EmptyState icon={Inbox} title="Nothing yet" actions={<Button variant="primary">Begin</Button>}>
          What would stand here, and how to get there.
        </EmptyState>
      </Card>
    </>
  );
}
