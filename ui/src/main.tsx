/** Entry: reads the settings, so that the first picture has the right language and colours, then shows the app. */
// First, so that the order of its layers holds for every other style sheet.
import "./styles/index.css";

import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { apply, DEFAULTS } from "./app/appearance";
import { Providers } from "./app/Providers";
import { commands, newQueryClient, settingsQuery } from "./backend/backend";
import { i18n } from "./locales/i18n";

async function start(): Promise<void> {
  const queries = newQueryClient();
  const settings = await commands.readSettings().catch(() => DEFAULTS);
  queries.setQueryData(settingsQuery.queryKey, settings);
  apply(settings);
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <Providers i18n={i18n} queries={queries}>
      <App />
    </Providers>,
  );
}

void start();
