/** Where the message catalogs are. CATALOGS lets the check extract into a copy. */
import { formatter } from "@lingui/format-po";

const folder = process.env.CATALOGS ?? "<rootDir>/src/locales";

export default {
  sourceLocale: "en",
  locales: ["en", "fr", "pseudo"],
  pseudoLocale: "pseudo",
  fallbackLocales: { default: "en" },
  catalogs: [{ path: `${folder}/{locale}`, include: ["<rootDir>/src"] }],
  format: formatter({ lineNumbers: false }),
  orderBy: "message",
};
