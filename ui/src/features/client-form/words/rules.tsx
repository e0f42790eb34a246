/** The words for every rule: a total table, so that a new code does not compile until it has its sentence. */
import type { ReactNode } from "react";
import type { Rule } from "../../../backend/bindings";
import { addressRules } from "./rules-address";
import { durationRules } from "./rules-duration";
import { embeddingRules } from "./rules-embedding";
import { nameRules } from "./rules-name";
import { roleRules } from "./rules-role";
import { scopeRules } from "./rules-scope";

/** For each code the sentence, from the values of that code alone. */
export type RuleWords = {
  [Code in Rule["code"]]: (rule: Extract<Rule, { code: Code }>) => ReactNode;
};

export const ruleWords: RuleWords = {
  ...nameRules,
  ...durationRules,
  ...embeddingRules,
  ...addressRules,
  ...scopeRules,
  ...roleRules,
};

/** The sentence of one rule. */
export function RuleText({ rule }: { rule: Rule }) {
  const words = ruleWords[rule.code] as (rule: Rule) => ReactNode;
  return <>{words(rule)}</>;
}
