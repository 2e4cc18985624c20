import { TOTAL } from "../breakdown.js";
import type { AxisCondition, PopulationGroup } from "../vocabulary/record-types.js";
import { readAges } from "./ages.js";

/**
 * How the people behind a value relate to a group: all of them belong to it, some may, none does, or the
 * breakdown does not say.
 */
export type Membership = "within" | "overlapping" | "outside" | "unknown";

function compareAges(condition: { from?: number; to?: number }, code: string): Membership {
  const span = readAges(code);
  if (span === undefined) return "unknown";
  const { from = 0, to = Number.POSITIVE_INFINITY } = condition;
  if (span.to < from || span.from > to) return "outside";
  return span.from >= from && span.to <= to ? "within" : "overlapping";
}

function compare(
  condition: AxisCondition,
  breakdown: Readonly<Record<string, string>>,
): Membership {
  const code = Object.hasOwn(breakdown, condition.axis) ? breakdown[condition.axis] : undefined;
  if (code === undefined) return "unknown";
  if (code === TOTAL) return "overlapping";
  if (!("in" in condition)) return compareAges(condition, code);
  // A code of ISCO-08 contains those that begin with it.
  if (condition.axis === "occupation") {
    if (condition.in.some((each) => code.startsWith(each))) return "within";
    return condition.in.some((each) => each.startsWith(code)) ? "overlapping" : "outside";
  }
  return condition.in.includes(code) ? "within" : "outside";
}

/**
 * Whether the people to whom an observation refers belong to a population group, as far as its breakdown
 * tells. Every condition of the group must hold.
 *
 * @param group - a record of `populationGroups`; a group without conditions gives `unknown`.
 * @param breakdown - category by axis, as in an `Observation`.
 *
 * @example
 * ```ts
 * import { membership } from "@vitalcore/domain/model";
 * import { populationGroups } from "@vitalcore/domain/vocabulary";
 * membership(populationGroups.youth, { age: "15-19" }); // => "within"
 * membership(populationGroups.women, { sex: "F", age: "15+" }); // => "overlapping"
 * membership(populationGroups.women, { sex: "M" }); // => "outside"
 * membership(populationGroups.refugees, { sex: "F" }); // => "unknown"
 * ```
 */
export function membership(
  group: PopulationGroup,
  breakdown: Readonly<Record<string, string>>,
): Membership {
  const found = (group.where ?? []).map((condition) => compare(condition, breakdown));
  if (found.includes("outside")) return "outside";
  if (found.length === 0 || found.includes("unknown")) return "unknown";
  return found.includes("overlapping") ? "overlapping" : "within";
}
