import type { Hedge } from "../vocabulary/evidence-types.js";
import type { Reference } from "../vocabulary/kinds.js";
import type { ClaimStep } from "./claim-step.js";
import type { Model } from "./model.js";

/** A way from cause to effect through claims. */
export interface ClaimPath {
  readonly steps: readonly ClaimStep[];
  /** The weakest hedge on the way: no path is firmer than that. */
  readonly hedge: Hedge;
  /**
   * Whether more of the cause means more or less of the effect, if every claim holds: `unclear` where one of
   * them is mixed or only says that there is an influence.
   */
  readonly sign: "more" | "less" | "unclear";
}

/** What something is said to lead to. */
export interface Consequence extends ClaimPath {
  readonly reference: Reference;
  /** How many claims lie between. */
  readonly depth: number;
}

/** From the firmest down. */
const hedges: readonly Hedge[] = ["asserted", "often", "can", "conditional", "may", "implied"];

function pathOf(steps: readonly ClaimStep[]): ClaimPath {
  const weakest = Math.max(...steps.map(({ hedge }) => hedges.indexOf(hedge)));
  const unclear = steps.some(({ polarity }) => polarity === "mixed" || polarity === "shapes");
  const reversals = steps.filter(({ polarity }) => polarity === "reduces").length;
  return {
    steps,
    hedge: hedges[weakest] as Hedge,
    sign: unclear ? "unclear" : reversals % 2 === 0 ? "more" : "less",
  };
}

/**
 * What something is said to lead to, through the claims of the texts: for every concept that is reached, one
 * of the shortest ways, and of those the one whose weakest hedge is the firmest. Loops are followed once.
 *
 * @param options - `depth`: how many claims may lie between (3 unless stated).
 *
 * @example
 * ```ts
 * import { claims } from "@vitalcore/domain/claims";
 * import { consequences, createModel } from "@vitalcore/domain/model";
 * const model = createModel({ claims });
 * const [first] = consequences(model, "threat/economic-downturn", { depth: 2 });
 * first?.reference; // => "threat/violent-conflict"
 * first?.hedge; // => "may"
 * ```
 */
export function consequences(
  model: Model,
  cause: Reference,
  options: { readonly depth?: number } = {},
): readonly Consequence[] {
  const { depth: deepest = 3 } = options;
  const steps = model.graph.claimSteps();
  const reached = new Map<Reference, Consequence>();
  let front = new Map<Reference, readonly ClaimStep[]>([[cause, []]]);
  for (let depth = 1; depth <= deepest && front.size > 0; depth++) {
    const next = new Map<Reference, ClaimPath>();
    for (const [reference, before] of front) {
      for (const step of steps.get(reference) ?? []) {
        if (step.to === cause || reached.has(step.to)) continue;
        const path = pathOf([...before, step]);
        const held = next.get(step.to);
        const firmer =
          held === undefined || hedges.indexOf(path.hedge) < hedges.indexOf(held.hedge);
        if (firmer) next.set(step.to, path);
      }
    }
    for (const [reference, path] of next) reached.set(reference, { reference, depth, ...path });
    front = new Map([...next].map(([reference, path]) => [reference, path.steps]));
  }
  return [...reached.values()];
}

/**
 * The ways from a cause to an effect through the claims of the texts, shortest first. No way meets the same
 * concept twice, so that vicious circles end; from a concept to itself the ways are its circles.
 *
 * @param options - `depth`: how many claims a way may have (5 unless stated); `limit`: how many ways are
 *   given (100 unless stated).
 *
 * @example
 * ```ts
 * import { claims } from "@vitalcore/domain/claims";
 * import { claimPaths, createModel } from "@vitalcore/domain/model";
 * const [path] = claimPaths(createModel({ claims }), "threat/poverty", "threat/forced-displacement");
 * path?.steps.map(({ to }) => to); // => ["concept/grievance", "threat/violent-conflict", "threat/forced-displacement"]
 * path?.hedge; // => "asserted"
 * ```
 */
export function claimPaths(
  model: Model,
  cause: Reference,
  effect: Reference,
  options: { readonly depth?: number; readonly limit?: number } = {},
): readonly ClaimPath[] {
  const { depth = 5, limit = 100 } = options;
  const steps = model.graph.claimSteps();
  const distance = distancesTo(steps, effect, depth);
  const found: ClaimPath[] = [];
  let front: (readonly ClaimStep[])[] = (steps.get(cause) ?? []).map((step) => [step]);
  for (let length = 1; length <= depth && front.length > 0 && found.length < limit; length++) {
    const next: (readonly ClaimStep[])[] = [];
    for (const path of front) {
      const last = path.at(-1) as ClaimStep;
      if (last.to === effect) {
        if (found.length < limit) found.push(pathOf(path));
        continue;
      }
      const left = depth - length;
      if ((distance.get(last.to) ?? Number.POSITIVE_INFINITY) > left) continue;
      const met = new Set([cause, ...path.map(({ to }) => to)]);
      for (const step of steps.get(last.to) ?? []) {
        // A thicket of claims must not exhaust the memory: ways beyond these would hardly be given.
        if (next.length >= 50 * limit) break;
        if (step.to === effect || !met.has(step.to)) next.push([...path, step]);
      }
    }
    front = next;
  }
  return found;
}

/** How many claims lie between each concept and the effect, as far as the depth. */
function distancesTo(
  steps: ReadonlyMap<Reference, readonly ClaimStep[]>,
  effect: Reference,
  depth: number,
): ReadonlyMap<Reference, number> {
  const causes = new Map<Reference, Reference[]>();
  for (const list of steps.values()) {
    for (const { from, to } of list) {
      const held = causes.get(to);
      if (held === undefined) causes.set(to, [from]);
      else held.push(from);
    }
  }
  const distance = new Map<Reference, number>([[effect, 0]]);
  for (const [reference, far] of distance) {
    if (far >= depth) continue;
    for (const cause of causes.get(reference) ?? []) {
      if (!distance.has(cause)) distance.set(cause, far + 1);
    }
  }
  return distance;
}
