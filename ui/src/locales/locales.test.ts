/** Languages and how they write values; addresses of screens. */
import { describe, expect, test } from "vitest";
import { toHash, toRoute } from "../app/routes";
import { permissionInUi } from "../backend/permissions";
import { spellAnnounced, spellDuration } from "./format";
import { localeFor } from "./i18n";

test.each([
  [0, "0 seconds", "0 seconde"],
  [300, "5 minutes", "5 minutes"],
  [64_800, "18 hours", "18 heures"],
  [86_400, "24 hours", "24 heures"],
  [172_800, "48 hours", "48 heures"],
  [38_880_000, "450 days", "450 jours"],
  [3_661, "1 hour, 1 minute, 1 second", "1 heure, 1 minute et 1 seconde"],
])("%i seconds are %s", (seconds, en, fr) => {
  expect(spellDuration(seconds, "en").replaceAll("\u00a0", " ")).toBe(en);
  expect(spellDuration(seconds, "fr").replaceAll("\u00a0", " ")).toBe(fr);
});

test.each([
  [{ precision: "month", year: 2027, month: 5 }, "May 2027", "mai 2027"],
  [{ precision: "day", year: 2026, month: 5, day: 25 }, "May 25, 2026", "le 25 mai 2026"],
  [{ precision: "day", year: 2027, month: 5, day: 1 }, "May 1, 2027", "le 1er mai 2027"],
] as const)("an announced date is as precise as it was announced: %o", (announced, en, fr) => {
  expect(spellAnnounced(announced, "en")).toBe(en);
  expect(spellAnnounced(announced, "fr")).toBe(fr);
});

test.each([
  ["system", ["fr-CA", "en"], "fr"],
  ["system", ["de", "fr"], "fr"],
  ["system", ["de"], "en"],
  ["english", ["fr"], "en"],
  ["french", ["en"], "fr"],
] as const)("%s on %s is %s", (choice, system, locale) => {
  expect(localeFor(choice, system)).toBe(locale);
});

describe("addresses", () => {
  test.each([
    { page: "welcome" },
    { page: "clients" },
    { page: "clients", fresh: "a/b c" },
    { page: "client", id: "a/b c" },
    { page: "edit", id: "a/b c" },
    { page: "create" },
    { page: "history" },
    { page: "history", search: "a&b c" },
    { page: "settings" },
    { page: "practice" },
    { page: "pieces" },
    { page: "addOrg" },
    { page: "addOrg", profile: "a/b c", back: "create" },
    { page: "diagnosis" },
    { page: "diagnosis", fresh: true },
  ] as const)("$page comes back from its address", (route) => {
    expect(toRoute(toHash(route))).toEqual(route);
  });

  test("an unknown address is not found", () => {
    expect(toRoute("#/nowhere")).toEqual({ page: "notFound" });
    expect(toRoute("#/clients/a/b")).toEqual({ page: "notFound" });
  });
});

test("permissions as the admin pages write them", () => {
  expect(permissionInUi("oauth:client:add")).toBe("OAuth > Client > Add");
  expect(permissionInUi("recording:encryptionKey:edit")).toBe("Recording > Encryption Key > Edit");
});
