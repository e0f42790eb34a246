/** Focus that would be lost: what takes the place of the focused element takes the focus, too. */
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";

const CONTROLS = "input:not([type=hidden]), textarea, select, button";

interface ArrivalProps {
  /** `place`: what is inside is to be read first; `control`: its first field or button is to be used. */
  to?: "place" | "control";
  className?: string;
  children: ReactNode;
}

/** Around what appears where something was pressed. It takes the focus only from what is no longer there. */
export function Arrival({ to = "place", className, children }: ArrivalProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isFocusLost()) return;
    const control = to === "control" ? place.current?.querySelector<HTMLElement>(CONTROLS) : null;
    (control ?? place.current)?.focus({ preventScroll: true });
  }, [to]);
  return (
    <div ref={place} tabIndex={-1} className={["focus-place", className].filter(Boolean).join(" ")}>
      {children}
    </div>
  );
}

/** Time for a page, a dialog or an arrival to take the focus by itself. */
const PATIENCE_MS = 100;

/** What nobody has thought of: the focus goes to the nearest place that is still there, never to the top of the page. */
export function useFocusNet() {
  useEffect(() => {
    let chain: HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = (event: FocusEvent) => {
      chain = ancestors(event.target);
    };
    const look = () => {
      const [held] = chain;
      if (!held || (held.isConnected && !held.matches(":disabled")) || !isFocusLost()) return;
      clearTimeout(timer);
      timer = setTimeout(() => isFocusLost() && focusNearest(chain.slice(1)), PATIENCE_MS);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", remember);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", remember);
    };
  }, []);
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The element and all that it is in, up to the body. */
function ancestors(target: EventTarget | null): HTMLElement[] {
  const chain: HTMLElement[] = [];
  let element = target instanceof HTMLElement ? target : null;
  while (element && element !== document.body) {
    chain.push(element);
    element = element.parentElement;
  }
  return chain;
}

function focusNearest(chain: HTMLElement[]) {
  const nearest = chain.find((element) => element.isConnected && element.closest("main, [role=dialog]"));
  const place = nearest ?? document.querySelector<HTMLElement>("main h1");
  if (!place) return;
  if (!place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
    place.classList.add("focus-place");
  }
  place.focus({ preventScroll: true });
}
