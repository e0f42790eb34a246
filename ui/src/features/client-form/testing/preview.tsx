/**
 * Shows the wizard in a browser without Rust, for looking at it: `npm run dev`, then
 * `/src/features/client-form/testing/preview.html?language=french&theme=dark&scene=scimMissing#/create`.
 */
import { createRoot } from "react-dom/client";
import { App } from "../../../app/App";
import { apply } from "../../../app/appearance";
import { Providers } from "../../../app/Providers";
import { newQueryClient, settingsQuery } from "../../../backend/backend";
import type { Settings } from "../../../backend/bindings";
import { i18n } from "../../../locales/i18n";
import { mockBackend } from "../../../testing/mockBackend";
import "../../../styles/index.css";
import { org } from "./facts";
import { pretendEdit } from "./pretendEdit";
import { sceneOf } from "./scenes";

const asked = new URLSearchParams(window.location.search);
const settings = {
  language: asked.get("language") ?? "english",
  theme: asked.get("theme") ?? "light",
} as Settings;
const scene = sceneOf(asked.get("scene"));
mockBackend(pretendEdit(scene).answers, settings);
const queries = newQueryClient();
queries.setQueryData(settingsQuery.queryKey, settings);
apply(settings);
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <Providers i18n={i18n} queries={queries} org={scene.org ?? org}>
      <App />
    </Providers>,
  );
}
