/** Says something to screen readers that is not shown, or is shown far from the focus. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

const Announce = createContext<(text: string) => void>(() => {});

/** Gives `useAnnounce` to everything inside. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  const announce = useCallback((text: string) => setSaid((before) => ({ text, turn: before.turn + 1 })), []);
  return (
    <Announce value={useMemo(() => announce, [announce])}>
      {children}
      {/* The attribute keeps dialogs from hiding it. The key makes the same words heard again. */}
      <div role="log" aria-live="polite" className="hidden" data-live-announcer="true">
        <span key={said.turn}>{said.text}</span>
      </div>
    </Announce>
  );
}

/** A function that has its text read out when there is a pause. */
export function useAnnounce(): (text: string) => void {
  return useContext(Announce);
}
