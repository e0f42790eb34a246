/** Fails when a message is missing from the catalogs, is no longer used, or has no French. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const locales = resolve(import.meta.dirname, "../src/locales");
const copy = mkdtempSync(join(tmpdir(), "catalogs-"));
const faults = [];

/** Entries as [msgid, msgstr]; the header has an empty msgid. */
function entries(text) {
  return text
    .split(/\n\s*\n/)
    .map((block) => {
      const value = (key) => {
        const found = block.match(new RegExp(`^${key} ((?:".*"\\n?)+)`, "m"))?.[1];
        return found === undefined ? undefined : [...found.matchAll(/"(.*)"/g)].map((m) => m[1]).join("");
      };
      return { id: value("msgid"), text: value("msgstr"), obsolete: /^#~/m.test(block) };
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
    const ids = (folder) =>
      new Set(entries(readFileSync(join(folder, name), "utf8")).map((entry) => entry.id));
    const [held, wanted] = [ids(locales), ids(copy)];
    for (const id of wanted) if (!held.has(id)) faults.push(`${name}: not extracted yet: ${id}`);
    for (const id of held) if (!wanted.has(id)) faults.push(`${name}: no longer used: ${id}`);
  }
  for (const entry of entries(readFileSync(join(locales, "fr.po"), "utf8"))) {
    if (!entry.text) faults.push(`fr.po: not translated: ${entry.id}`);
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
