/** Before every test file: the real styles, English, no settings of the machine. */
import "../styles/index.css";
import { afterEach, beforeEach } from "vitest";
import { activate } from "../locales/i18n";
import { clearBackend } from "./mockBackend";

// A contrast measured in the middle of a transition would say nothing.
const still = new CSSStyleSheet();
still.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important; }");
document.adoptedStyleSheets.push(still);

beforeEach(() => {
  activate("en");
  window.location.hash = "";
  delete document.documentElement.dataset.theme;
});

afterEach(() => {
  clearBackend();
});
