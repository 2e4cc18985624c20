import type { Observation } from "@vitalcore/domain";
import { type CoverageEntry, type CoverageReason, MISSING_IN_WORDS } from "./coverage.js";
import type { IndexData } from "./index-data.js";
import type { LeafValue } from "./index-result.js";
import { type Leaf, positionBy } from "./leaf.js";

/** What the stages made of the value of a unit at a leaf; nothing where they left it alone. */
export type LeafStages = (
  unit: number,
) => Pick<LeafValue, "denominated" | "imputed" | "imputedSd" | "treated" | "treatment">;

/** Of a value that no stage touched. */
export const UNTOUCHED: ReturnType<LeafStages> = {};

/** The value that was normalized: the raw one, or what the last stage made of it. */
export function usedValue({ value, denominated, imputed, treated }: LeafValue): number | null {
  return treated ?? imputed ?? (denominated === undefined ? value : denominated);
}

/** The values of one leaf for all units, and what is to be said about them. */
export interface LeafAccount {
  /** Frozen with all that is in them. */
  readonly values: readonly LeafValue[];
  readonly entries: readonly CoverageEntry[];
}

/**
 * Gives the value of each unit at a leaf its origin, its flags, or the reason why it is missing.
 *
 * @param droppedHere - what was dropped at this leaf: the nearest miss explains a gap.
 */
export function leafAccount(
  leaf: Leaf,
  index: number,
  data: IndexData,
  stages: LeafStages,
  droppedHere: readonly CoverageEntry[],
): LeafAccount {
  const entries: CoverageEntry[] = [];
  const dropped = nearestMisses(droppedHere);
  const sideOf = clampedSide(leaf);
  const values = data.units.map((unit, u) => {
    const value = data.values[index * data.units.length + u] as number;
    const observation = data.observation(index, u);
    const made = stages(u);
    const isPlain = observation === undefined && made === UNTOUCHED && !Number.isNaN(value);
    if (isPlain && sideOf(value) === undefined) return Object.freeze({ value });
    const add = (outcome: CoverageEntry["outcome"], reason: CoverageReason, detail: string) =>
      entries.push({
        outcome,
        unit,
        indicator: leaf.indicator,
        node: leaf.node.id,
        reason,
        count: 1,
        detail,
      });
    const origin = originOf(observation);
    if (Number.isNaN(value)) {
      const missing = missingReason(observation, data, dropped.get(unit));
      const gap = Object.freeze({ value: null, missing, ...made, ...origin });
      add("missing", missing, missingDetail(gap));
      return gap;
    }
    const flags = observation?.status?.filter((status) => status !== "A") ?? [];
    if (flags.length > 0) add("flagged", "status", `status ${flags.join(", ")}`);
    if (observation?.note !== undefined) add("flagged", "note", observation.note);
    const staged = { value, ...made };
    const used = usedValue(staged);
    if (used === null) {
      const missing: CoverageReason = "no-denominator";
      add("missing", missing, MISSING_IN_WORDS[missing] ?? missing);
      return Object.freeze({ ...staged, missing, ...origin });
    }
    const clamped = sideOf(used);
    if (clamped === undefined) return Object.freeze({ ...staged, ...origin });
    add(
      "flagged",
      "clamped",
      `${used} lies beyond the ${clamped} goalpost, ${leaf.normalize[clamped]}`,
    );
    return Object.freeze({ value, clamped, ...made, ...origin });
  });
  return { values, entries };
}

function originOf(observation: Observation | undefined): Omit<LeafValue, "value"> {
  if (observation === undefined) return {};
  const { period, edition, source, status, note, standardError } = observation;
  return {
    period,
    ...(edition !== undefined && { edition }),
    ...(source !== undefined && { source }),
    ...(status !== undefined && { status: Object.freeze([...status]) }),
    ...(note !== undefined && { note }),
    ...(standardError !== undefined && { standardError }),
  };
}

/** The nearest miss explains best why a unit has no value. */
const NEAREST_FIRST: readonly CoverageReason[] = [
  "outside-window",
  "other-edition",
  "other-breakdown",
];

function nearestMisses(entries: readonly CoverageEntry[]): ReadonlyMap<string, CoverageReason> {
  const nearest = new Map<string, CoverageReason>();
  const distance = (reason: CoverageReason | undefined) => {
    const place = reason === undefined ? -1 : NEAREST_FIRST.indexOf(reason);
    return place < 0 ? NEAREST_FIRST.length : place;
  };
  for (const { unit, reason } of entries) {
    if (distance(reason) < distance(nearest.get(unit))) nearest.set(unit, reason);
  }
  return nearest;
}

function missingReason(
  observation: Observation | undefined,
  data: IndexData,
  dropped: CoverageReason | undefined,
): CoverageReason {
  if (observation !== undefined || data.isTable) return "no-value";
  return dropped ?? "no-observation";
}

/** Why a value is missing, in words, with what its observation says. */
export function missingDetail({ missing, period, status, note }: Omit<LeafValue, "value">): string {
  const words = missing === undefined ? "no value" : (MISSING_IN_WORDS[missing] ?? missing);
  if (period === undefined) return words;
  const flags = status === undefined ? "" : `, status ${status.join(", ")}`;
  return `${words} in ${period}${flags}${note === undefined ? "" : `: ${note}`}`;
}

/** Tells the goalpost beyond which a raw value lies, for leaves that clamp. */
function clampedSide({ normalize, target }: Leaf): (value: number) => "worst" | "best" | undefined {
  const { method, worst, best, clamp } = normalize;
  if (method !== "goalposts" || worst === undefined || best === undefined || clamp === false) {
    return () => undefined;
  }
  if (target === undefined) {
    const sign = Math.sign(best - worst);
    return (value) => {
      if (sign * (value - worst) < 0) return "worst";
      return sign * (value - best) > 0 ? "best" : undefined;
    };
  }
  const position = positionBy(normalize, target);
  return (value) => (position(value) > position(worst) ? "worst" : undefined);
}
