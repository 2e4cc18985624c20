import { openSourceFreedomIds } from "@vitalcore/domain/ids";
import type { LicenseExpression, LicenseLeaf } from "../expression/license-expression.js";
import { type GradeBounds, higher, lower, type PerFreedom, perFreedom } from "../freedom.js";
import type { CopyleftReach, LicenseConditions } from "../licenses/license-facts.js";
import type { LeafAssessment } from "./leaf.js";

/** What is asked of those who use the freedoms, by kind. */
export type ConditionKind = "notice" | "changes" | "source" | "network" | "copyleft";

/** Whether all four freedoms can be had at once, by one choice of licences. */
export type AllFour = "yes" | "no" | "unknown";

/** The least and the most that copyleft may reach; `null`: a licence is unknown. */
export interface CopyleftBounds {
  readonly atLeast: CopyleftReach;
  readonly atMost: CopyleftReach | null;
}

/** What an expression, or a part of it, comes to. */
export interface Combined {
  readonly bounds: PerFreedom<GradeBounds>;
  /** Some choice certainly grants all four. */
  readonly certainlyFree: boolean;
  /** Some choice possibly grants all four. */
  readonly possiblyFree: boolean;
  /** Conditions that every choice brings. */
  readonly unavoidable: ReadonlySet<ConditionKind>;
  /** Conditions that some choice brings. */
  readonly possible: ReadonlySet<ConditionKind>;
  readonly copyleft: CopyleftBounds;
}

const REACHES: readonly CopyleftReach[] = ["none", "file", "library", "strong", "network"];

function further(a: CopyleftReach, b: CopyleftReach): CopyleftReach {
  return REACHES.indexOf(a) >= REACHES.indexOf(b) ? a : b;
}

function nearer(a: CopyleftReach, b: CopyleftReach): CopyleftReach {
  return further(a, b) === a ? b : a;
}

function furtherOrUnknown(a: CopyleftReach | null, b: CopyleftReach | null): CopyleftReach | null {
  return a === null || b === null ? null : further(a, b);
}

export function conditionKinds(conditions: LicenseConditions | null): readonly ConditionKind[] {
  if (conditions === null) return [];
  return (["notice", "changes", "source", "network"] as const)
    .filter((kind) => conditions[kind])
    .map((kind): ConditionKind => kind)
    .concat(conditions.copyleft === "none" ? [] : ["copyleft"]);
}

function combinedLeaf(leaf: LeafAssessment): Combined {
  const { bounds, conditions } = leaf;
  const kinds = new Set(conditionKinds(conditions));
  const known = conditions !== null || leaf.unknownBecause === undefined;
  return {
    bounds,
    certainlyFree: openSourceFreedomIds.every((freedom) => bounds[freedom].atLeast === "granted"),
    possiblyFree: openSourceFreedomIds.every((freedom) => bounds[freedom].atMost === "granted"),
    unavoidable: kinds,
    possible: kinds,
    copyleft: {
      atLeast: conditions?.copyleft ?? "none",
      atMost: known ? (conditions?.copyleft ?? "none") : null,
    },
  };
}

function union<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): ReadonlySet<Item> {
  return new Set([...a, ...b]);
}

function intersection<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): ReadonlySet<Item> {
  return new Set([...a].filter((item) => b.has(item)));
}

/** All licences apply: a freedom is as good as the worst of them. */
function both(a: Combined, b: Combined): Combined {
  return {
    bounds: perFreedom((freedom) => ({
      atLeast: lower(a.bounds[freedom].atLeast, b.bounds[freedom].atLeast),
      atMost: lower(a.bounds[freedom].atMost, b.bounds[freedom].atMost),
    })),
    certainlyFree: a.certainlyFree && b.certainlyFree,
    possiblyFree: a.possiblyFree && b.possiblyFree,
    unavoidable: union(a.unavoidable, b.unavoidable),
    possible: union(a.possible, b.possible),
    copyleft: {
      atLeast: further(a.copyleft.atLeast, b.copyleft.atLeast),
      atMost: furtherOrUnknown(a.copyleft.atMost, b.copyleft.atMost),
    },
  };
}

/** One licence may be chosen for each act: a freedom is as good as the best of them. */
function either(a: Combined, b: Combined): Combined {
  return {
    bounds: perFreedom((freedom) => ({
      atLeast: higher(a.bounds[freedom].atLeast, b.bounds[freedom].atLeast),
      atMost: higher(a.bounds[freedom].atMost, b.bounds[freedom].atMost),
    })),
    certainlyFree: a.certainlyFree || b.certainlyFree,
    possiblyFree: a.possiblyFree || b.possiblyFree,
    unavoidable: intersection(a.unavoidable, b.unavoidable),
    possible: union(a.possible, b.possible),
    copyleft: {
      atLeast: nearer(a.copyleft.atLeast, b.copyleft.atLeast),
      atMost: furtherOrUnknown(a.copyleft.atMost, b.copyleft.atMost),
    },
  };
}

/**
 * Combines what the licences of an expression grant: AND takes the worst, OR the best, freedom by freedom.
 * Unknown licences leave bounds.
 */
export function combine(
  expression: LicenseExpression,
  assess: (leaf: LicenseLeaf) => LeafAssessment,
): Combined {
  if (expression.kind === "license") return combinedLeaf(assess(expression));
  const join = expression.kind === "and" ? both : either;
  return expression.parts.map((part) => combine(part, assess)).reduce(join);
}
