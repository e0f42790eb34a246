/**
 * Shows the app in a browser without Rust, for looking at screens while working on them:
 * `npm run dev`, then `/src/testing/preview.html?language=french&theme=dark#/clients`. Not part of the bundle.
 */
// First, so that the order of its layers holds for every other style sheet.
import "../styles/index.css";

import { createRoot } from "react-dom/client";
import { App } from "../app/App";
import { apply } from "../app/appearance";
import { Providers } from "../app/Providers";
import { newQueryClient, settingsQuery } from "../backend/backend";
import type { Settings } from "../backend/bindings";
import { i18n } from "../locales/i18n";
import { listAnswers } from "./clientList";
import { everything } from "./interrupted";
import { fails, mockBackend } from "./mockBackend";
import { companyNetwork, networkAnswers, reportOf } from "./network";
import { practiceOrg } from "./org";
import { ferry, signInAnswers } from "./signIn";

const asked = new URLSearchParams(window.location.search);
const settings = {
  language: asked.get("language") ?? "english",
  theme: asked.get("theme") ?? "system",
  clipboardSeconds: 60,
} as Settings;
const failing = asked.get("fail");
const details = {
  request: "GET /api/v2/oauth/clients",
  status: 403,
  code: "missing.permission",
  message: null,
  correlationId: "5f1f7a52-2c0d",
};
const noProxy = reportOf({ kind: "unreachable", reason: { kind: "proxyNeedsPassword" } }, "proxy");
const real = asked.has("profiles") ? signInAnswers() : signInAnswers([]);
mockBackend(
  failing === "rate"
    ? { refresh_clients: fails({ kind: "rateLimited", retryAfterSeconds: 15, details }) }
    : failing === "permission"
      ? { refresh_clients: fails({ kind: "permissionMissing", permissions: ["oauth:client:view"], details }) }
      : failing === "empty"
        ? listAnswers([])
        : failing === "keychain"
          ? { ...real, probe_keychain: fails({ kind: "keychain", reason: "noKeychainService" }) }
          : failing === "credentials"
            ? {
                ...real,
                sign_in_with_client: fails({ kind: "wrongCredentials", unknownClient: false, details }),
              }
            : failing === "wait"
              ? { ...real, finish_browser_sign_in: () => new Promise(() => {}) }
              : failing === "network"
                ? { ...networkAnswers(companyNetwork), check_connection: () => noProxy }
                : failing === "interrupted"
                  ? { ...real, ...everything() }
                  : real,
  settings,
);
const queries = newQueryClient();
queries.setQueryData(settingsQuery.queryKey, settings);
apply(settings);
const root = document.getElementById("root");
const soon = new Date(Date.now() + 200_000).toISOString();
const org = asked.has("closed") ? null : asked.has("profiles") ? { ...ferry, expiresAt: soon } : practiceOrg;
if (root) {
  createRoot(root).render(
    <Providers i18n={i18n} queries={queries} org={org}>
      <App />
    </Providers>,
  );
}
