import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import { classOf } from "./class-tally.js";
import type { OutputSpec } from "./sensitivity-result.js";
import { meanShift, type Nominal } from "./tally.js";

/** Makes one number of a run; NaN where the unit that is asked for has no score. */
export type Output = (scores: Float64Array, ranks: Float64Array) => number;

/** The output that is asked for. */
export function outputOf(spec: OutputSpec, units: readonly string[], nominal: Nominal): Output {
  switch (spec.kind) {
    case "mean-rank-shift":
      return (_, ranks) => meanShift(ranks, nominal.ranks);
    case "rank":
    case "score": {
      const at = units.indexOf(spec.unit);
      if (at < 0) throw invalid("The unit of the output", spec.unit, "in the index");
      return spec.kind === "rank"
        ? (_, ranks) => ranks[at] as number
        : (scores) => scores[at] as number;
    }
    case "top-changes":
      return (_, ranks) => topChanges(ranks, nominal.ranks, spec.count);
    case "class-changes": {
      const { edges } = spec;
      const isRising =
        edges.length > 0 && edges.every((edge, i) => i === 0 || edge > (edges[i - 1] as number));
      if (!isRising) throw invalid("The edges of the output", edges.join(", "), "rising");
      return (scores) => classChanges(scores, nominal.scores, edges);
    }
    case "kendall-distance":
      return (_, ranks) => kendallDistance(ranks, nominal.ranks);
    default: {
      const { kind } = spec as { readonly kind: unknown };
      throw invalid("The output", kind, "one that is known");
    }
  }
}

function invalid(what: string, found: unknown, wanted: string): VitalError {
  return new VitalError([find("composite/analysis-invalid", { found, facts: { what, wanted } })]);
}

function topChanges(ranks: Float64Array, nominal: Float64Array, count: number): number {
  let gone = 0;
  for (let u = 0; u < ranks.length; u++) {
    if ((nominal[u] as number) <= count && !((ranks[u] as number) <= count)) gone += 1;
  }
  return gone;
}

/** A unit without a score in the run has left its class, too. */
function classChanges(
  scores: Float64Array,
  nominal: Float64Array,
  edges: readonly number[],
): number {
  let changed = 0;
  for (let u = 0; u < scores.length; u++) {
    const before = nominal[u] as number;
    const after = scores[u] as number;
    if (Number.isNaN(before)) continue;
    if (Number.isNaN(after) || classOf(after, edges) !== classOf(before, edges)) changed += 1;
  }
  return changed;
}

function kendallDistance(ranks: Float64Array, nominal: Float64Array): number {
  let turned = 0;
  let pairs = 0;
  for (let i = 0; i < ranks.length; i++) {
    for (let j = i + 1; j < ranks.length; j++) {
      const before = (nominal[i] as number) - (nominal[j] as number);
      const after = (ranks[i] as number) - (ranks[j] as number);
      if (Number.isNaN(before) || Number.isNaN(after)) continue;
      pairs += 1;
      if (before * after < 0) turned += 1;
    }
  }
  return pairs === 0 ? 0 : turned / pairs;
}
