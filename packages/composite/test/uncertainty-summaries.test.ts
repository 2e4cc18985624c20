import { rankInto, sortWorkspace } from "@vitalcore/stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PairCounts } from "../src/uncertainty/pair-counts.js";
import { rerank } from "../src/uncertainty/rerank.js";
import { ScoreHistograms } from "../src/uncertainty/score-histograms.js";
import {
  addPart,
  addRun,
  closeWindow,
  collectPairs,
  type Tally,
  takePart,
  tallyOf,
} from "../src/uncertainty/tally.js";

/** Few distinct scores, so that there are ties; some missing. */
const score = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 4, arbitrary: fc.double({ min: 0.1, max: 100, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const runsOf = (units: number, maxLength: number) =>
  fc.array(fc.array(score, { minLength: units, maxLength: units }), { minLength: 1, maxLength });
const someRuns = fc.integer({ min: 1, max: 70 }).chain((units) => runsOf(units, 20));

function ranked(scores: Float64Array, ties: "min" | "average" = "min"): Float64Array {
  return rankInto(scores, new Float64Array(scores.length), ties, true);
}

describe("summaries of runs", () => {
  test("pairs counted 32 at a time are those compared one by one", () => {
    fc.assert(
      fc.property(someRuns, fc.constantFrom("min", "average"), (runs, ties) => {
        const units = runs[0]?.length ?? 0;
        const counts = new PairCounts(units);
        const above = new Float64Array(units * units);
        const wanted = new Float64Array(units * units);
        for (const run of runs) {
          const ranks = ranked(Float64Array.from(run), ties);
          counts.add(ranks, above);
          for (let i = 0; i < units; i++) {
            for (let j = 0; j < units; j++) {
              const isAbove = (ranks[i] as number) < (ranks[j] as number);
              wanted[i * units + j] = (wanted[i * units + j] as number) + Number(isAbove);
            }
          }
        }
        counts.collect(above);
        expect(above).toEqual(wanted);
      }),
    );
  });

  test("pairs are counted beyond what the planes hold", () => {
    const counts = new PairCounts(2);
    const above = new Float64Array(4);
    for (let run = 0; run < 20_001; run++) counts.add(Float64Array.of(1, 2), above);
    counts.collect(above);
    expect([...above]).toEqual([0, 20_001, 0, 0]);
  });

  test("ranks from the last order are ranks from scratch", () => {
    fc.assert(
      fc.property(someRuns, fc.constantFrom("min", "average", "max", "dense"), (runs, ties) => {
        const units = runs[0]?.length ?? 0;
        const workspace = sortWorkspace(units);
        const order = Int32Array.from({ length: units }, (_, u) => u);
        const ranks = new Float64Array(units);
        for (const run of runs) {
          const scores = Float64Array.from(run);
          rerank(scores, ranks, ties, order, workspace);
          expect(ranks).toEqual(rankInto(scores, new Float64Array(units), ties, true));
        }
        expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
      }),
    );
  });

  test("histograms do not depend on order or parts, and hold the quantiles", () => {
    const values = fc.array(fc.float({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(values, fc.nat({ max: 60 }), (list, cut) => {
        const fill = (part: readonly number[]) => {
          const histograms = new ScoreHistograms(1, false);
          for (const value of part) histograms.add(Float64Array.of(value), 1);
          return histograms;
        };
        const whole = fill(list);
        const merged = fill(list.slice(0, cut));
        merged.merge(fill(list.slice(cut)).take());
        // One after the other by the same counter, which keeps its grid.
        const again = new ScoreHistograms(1, false);
        const counter = new ScoreHistograms(1, false);
        for (const value of list) {
          counter.add(Float64Array.of(value), 1);
          again.merge(counter.take());
        }
        const turned = fill([...list].reverse());
        const sorted = [...list].sort((a, b) => a - b);
        const range = (sorted.at(-1) as number) - (sorted[0] as number);
        for (const p of [0, 0.05, 0.3, 0.5, 0.95, 1]) {
          const quantile = whole.quantile(0, p);
          expect(merged.quantile(0, p)).toBe(quantile);
          expect(turned.quantile(0, p)).toBe(quantile);
          expect(again.quantile(0, p)).toBe(quantile);
          // The empirical quantile, to two steps of a grid of at least 512 over the range.
          const at = Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1);
          const away = Math.abs(quantile - (sorted[at] as number));
          expect(away).toBeLessThanOrEqual(range / 256 + 1e-8 * Math.max(1, ...list.map(Math.abs)));
        }
      }),
    );
  });

  test("parts in their order give the tally of one thread, bit for bit", () => {
    fc.assert(
      fc.property(someRuns, fc.integer({ min: 1, max: 7 }), (runs, width) => {
        const units = runs[0]?.length ?? 0;
        const nominal = {
          scores: Float64Array.from(runs[0] ?? []),
          ranks: ranked(Float64Array.from(runs[0] ?? [])),
        };
        const addAll = (tally: Tally, some: readonly (readonly number[])[]) => {
          for (const run of some) {
            const scores = Float64Array.from(run);
            addRun(tally, nominal, scores, ranked(scores), 1);
          }
        };
        const windows = Array.from({ length: Math.ceil(runs.length / width) }, (_, w) =>
          runs.slice(w * width, (w + 1) * width),
        );
        const alone = tallyOf(nominal, true, false);
        const together = tallyOf(nominal, true, false);
        const part = tallyOf(nominal, true, false);
        for (const window of windows) {
          addAll(alone, window);
          closeWindow(alone);
          addAll(part, window);
          addPart(together, structuredClone(takePart(part, [part.window.slice()])));
          part.window.fill(0);
        }
        collectPairs(alone);
        expect(together.above).toEqual(alone.above);
        expect(together.byRank).toEqual(alone.byRank);
        expect(together.sums).toEqual(alone.sums);
        expect(together.squares).toEqual(alone.squares);
        expect([together.shift, together.shiftSquares, together.runs, together.weight]).toEqual([
          alone.shift,
          alone.shiftSquares,
          alone.runs,
          alone.weight,
        ]);
        for (let unit = 0; unit < units; unit++) {
          expect(together.histograms.quantile(unit, 0.5)).toBe(
            alone.histograms.quantile(unit, 0.5),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
