/**
 * Fails when a message is missing from the catalogs, is no longer used, or has no French; or when a short word that
 * is a button here and a state there does not say, by a context, which of them it is.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const locales = resolve(import.meta.dirname, "../src/locales");
const copy = mkdtempSync(join(tmpdir(), "catalogs-"));
const faults = [];

/**
 * Words that are verb, noun or state in English, and as many words in other languages: each message that is nothing
 * but one of them needs a context, or its translation is right in one place and wrong in the next.
 */
const AMBIGUOUS = new Set(
  `all answer change check clear close closed complete delete done empty fine free hold held light look none off on
  open order own right set show sort state test use`.split(/\s+/),
).add("will be deleted");

/** A message without what surrounds it: "Done:" is as ambiguous as "Done"; "Open…" can only be a button. */
const bare = ({ id }) =>
  id
    .replace(/[.:?!]+$/u, "")
    .trim()
    .toLowerCase();

/** A message and its context, which together are its key. */
const keyOf = ({ id, context }) => (context ? `${id} (${context})` : id);

/** Entries with msgctxt, msgid, msgstr; the header has an empty msgid. */
function entries(text) {
  return text
    .split(/\n\s*\n/)
    .map((block) => {
      const value = (key) => {
        const found = block.match(new RegExp(`^${key} ((?:".*"\\n?)+)`, "m"))?.[1];
        return found === undefined ? undefined : [...found.matchAll(/"(.*)"/g)].map((m) => m[1]).join("");
      };
      const [context, id, text] = [value("msgctxt"), value("msgid"), value("msgstr")];
      return { context, id, text, obsolete: /^#~/m.test(block) };
    })
    .filter((entry) => entry.id);
}

try {
  mkdirSync(copy, { recursive: true });
  for (const name of ["en.po", "fr.po", "pseudo.po"]) cpSync(join(locales, name), join(copy, name));
  const extract = resolve(import.meta.dirname, "../node_modules/@lingui/cli/dist/lingui-extract.js");
  execFileSync(process.execPath, [extract, "--clean"], {
    cwd: resolve(import.meta.dirname, ".."),
    env: { ...process.env, CATALOGS: copy },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (const name of ["en.po", "fr.po", "pseudo.po"]) {
    const keys = (folder) => new Set(entries(readFileSync(join(folder, name), "utf8")).map(keyOf));
    const [held, wanted] = [keys(locales), keys(copy)];
    for (const key of wanted) if (!held.has(key)) faults.push(`${name}: not extracted yet: ${key}`);
    for (const key of held) if (!wanted.has(key)) faults.push(`${name}: no longer used: ${key}`);
  }
  for (const entry of entries(readFileSync(join(locales, "fr.po"), "utf8"))) {
    if (!entry.text) faults.push(`fr.po: not translated: ${keyOf(entry)}`);
    if (!entry.context && AMBIGUOUS.has(bare(entry))) {
      faults.push(`needs a context, for example "button: …" or "state of …": ${entry.id}`);
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

if (faults.length > 0) {
  process.stderr.write(
    `${faults.join("\n")}\n\nRun \`npm run extract\`, then translate in src/locales/fr.po.\n`,
  );
  process.exit(1);
}
