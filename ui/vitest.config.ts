/** UI tests run in a real browser, without a window. CHROMIUM names another one than the system's. */
import { existsSync } from "node:fs";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vite.config.ts";

const candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.CHROMIUM ?? candidates.find((path) => existsSync(path));

export default mergeConfig(
  base,
  defineConfig({
    optimizeDeps: {
      include: ["react", "react-dom/client", "react-aria-components", "@tauri-apps/api/mocks", "axe-core"],
    },
    test: {
      include: ["src/**/*.test.{ts,tsx}"],
      setupFiles: ["src/testing/setup.ts"],
      // Upper limits for a busy computer: a test waits for what it expects, and goes on as soon as it is there.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } },
      browser: {
        enabled: true,
        headless: true,
        // Another run may be under way beside this one.
        api: { port: 63315, strictPort: false },
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] },
        }),
        instances: [{ browser: "chromium", viewport: { width: 1180, height: 820 } }],
      },
    },
  }),
);
