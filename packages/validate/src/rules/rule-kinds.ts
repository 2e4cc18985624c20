import { area } from "./area.js";
import { codes } from "./codes.js";
import { columns } from "./columns.js";
import { completeness } from "./completeness.js";
import { constant } from "./constant.js";
import { digits } from "./digits.js";
import { expression } from "./expression.js";
import { interval } from "./interval.js";
import { jump } from "./jump.js";
import { required } from "./missing.js";
import { nested } from "./nested.js";
import { outlier } from "./outlier.js";
import { parts } from "./parts.js";
import { period } from "./period.js";
import { range } from "./range.js";
import { ratio } from "./ratio.js";
import { reference } from "./reference.js";
import type { Rule, RuleName } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";
import { scale } from "./scale.js";
import { sentinel } from "./sentinel.js";
import { status } from "./status.js";
import { sum } from "./sum.js";
import { type } from "./type.js";
import { unique } from "./unique.js";
import { vintage } from "./vintage.js";

type RuleKinds = { readonly [Name in RuleName]: RuleKind<Extract<Rule, { rule: Name }>> };

const KINDS: RuleKinds = {
  columns,
  type,
  required,
  range,
  codes,
  area,
  period,
  unique,
  reference,
  completeness,
  parts,
  nested,
  sum,
  ratio,
  interval,
  status,
  jump,
  constant,
  outlier,
  scale,
  sentinel,
  digits,
  vintage,
  expression,
};

/** Names of all kinds of rule. */
export const ruleNames: readonly RuleName[] = /* @__PURE__ */ Object.keys(KINDS) as RuleName[];

/** The kind of a rule, or nothing if there is none of its name. */
export function kindOf(rule: Rule): RuleKind<Rule> | undefined {
  if (!Object.hasOwn(KINDS, rule.rule)) return undefined;
  return KINDS[rule.rule] as unknown as RuleKind<Rule>;
}
