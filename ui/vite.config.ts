/** How the UI is built: one bundle for the web view, no outside requests, strict content security policy. */
import { lingui } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { linguiMacros } from "./scripts/lingui-macros.ts";

export default defineConfig({
  plugins: [
    linguiMacros(),
    lingui(),
    react(),
    { ...optimizeLocales.vite({ locales: ["en-US", "fr-FR"] }), enforce: "pre" },
  ],
  // The list virtualizer reads it, and there is no `process` in a web view.
  define: { "process.env.VIRT_ON": "undefined" },
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    // Lowest macOS that is supported: 13.
    target: "safari16.4",
    cssTarget: "safari16.4",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: false,
  },
});
