/** Parts of one page, of which one is shown: arrow keys go through their names. */
import type { ReactNode } from "react";
import { Tab as RacTab, Tabs as RacTabs, TabList, TabPanel } from "react-aria-components";

export interface TabPart<K extends string> {
  id: K;
  name: ReactNode;
  content: ReactNode;
}

export interface TabsProps<K extends string> {
  /** What the parts are of. */
  label: string;
  parts: readonly TabPart<K>[];
  shown: K;
  onShow: (id: K) => void;
}

/** Tabs; only the part that is shown is there at all. */
export function Tabs<K extends string>({ label, parts, shown, onShow }: TabsProps<K>) {
  const show = (key: string | number) => {
    const part = parts.find(({ id }) => id === key);
    if (part) onShow(part.id);
  };
  return (
    <RacTabs className="tabs" selectedKey={shown} onSelectionChange={show}>
      <TabList className="tabs__list" aria-label={label}>
        {parts.map(({ id, name }) => (
          <RacTab key={id} id={id} className="tabs__tab">
            {name}
          </RacTab>
        ))}
      </TabList>
      {parts.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tabs__panel">
          {content}
        </TabPanel>
      ))}
    </RacTabs>
  );
}
