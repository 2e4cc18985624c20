import type { Tally } from "../report/tally.js";
import { decimalsOf, numberView, textView } from "./column-views.js";
import type { RangeRule } from "./rule.js";
import type { Chunk, RuleKind } from "./rule-kind.js";

type Bounds = readonly [low: number, high: number];

/** Numbers that questionnaires and old files write for a missing answer. */
const SENTINELS: ReadonlySet<number> = /* @__PURE__ */ new Set([
  8, 9, 88, 97, 98, 99, 888, 997, 998, 999, 8888, 9998, 9999, 99999, 999999, -1, -8, -9, -88, -97,
  -98, -99, -999, -9999,
]);

function inWords([low, high]: Bounds): string {
  if (low === Number.NEGATIVE_INFINITY) return `at most ${high}`;
  return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`;
}

function adviceFor(value: number, [low, high]: Bounds): string {
  const excess = value > high ? value - high : low - value;
  const size = Math.max(Math.abs(high), Math.abs(low), 1);
  if (Number.isFinite(size) && excess < 1e-6 * size) {
    return "It is beyond the bound by rounding only: allow a tolerance, or round it.";
  }
  if (SENTINELS.has(value))
    return `${value} often stands for a missing answer: declare it as missing.`;
  if (high === 1 && value > 1 && value <= 100 && decimalsOf(value) < 6) {
    return "If it is a percentage, divide by 100 or correct the unit.";
  }
  return "Check the value and its unit.";
}

function report(
  value: number,
  bounds: Bounds,
  i: number,
  chunk: Chunk,
  name: string,
  tally: Tally,
): void {
  if (tally.countsOnly("validate/out-of-range")) return;
  tally.fail("validate/out-of-range", {
    place: { row: chunk.rowOf(i), column: name },
    found: value,
    facts: { range: inWords(bounds), advice: adviceFor(value, bounds) },
  });
}

function boundsOf(min: number | null | undefined, max: number | null | undefined): Bounds {
  return [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
}

export const range: RuleKind<RangeRule> = {
  level: 1,
  columns: ({ column, by }) => (by === undefined ? [column] : [column, by.column]),
  asks({ column, min, max, by, tolerance = 0 }) {
    if (by !== undefined) return undefined;
    const [low, high] = boundsOf(min, max);
    return { column, low: low - tolerance, high: high + tolerance };
  },
  start(rule) {
    const { column, by, tolerance = 0 } = rule;
    const bounds = boundsOf(rule.min, rule.max);
    const ranges = new Map(
      Object.entries(by?.ranges ?? {}).map(([key, [min, max]]) => [key, boundsOf(min, max)]),
    );
    const checkAll = (chunk: Chunk, tally: Tally) => {
      const { facts, table } = chunk;
      const missing = facts.missingNumbers(column);
      facts.forEachBeyond(column, bounds[0] - tolerance, bounds[1] + tolerance, (value, i) =>
        report(value, bounds, i, chunk, column, tally),
      );
      tally.checked(table.length - missing);
      tally.unknown(missing, "the value is missing or no number");
    };
    return {
      chunk(chunk, tally) {
        if (by === undefined) {
          checkAll(chunk, tally);
          return;
        }
        const values = numberView(chunk.table, column);
        const { codes, levels } = textView(chunk.table, by.column);
        const known = levels.map((level) => ranges.get(level));
        const lows = Float64Array.from(known, (each) => (each?.[0] ?? Number.NaN) - tolerance);
        const highs = Float64Array.from(known, (each) => (each?.[1] ?? Number.NaN) + tolerance);
        let missing = 0;
        let unbounded = 0;
        for (let i = 0; i < values.length; i++) {
          const value = values[i] as number;
          const code = codes[i] as number;
          if (value >= (lows[code] as number) && value <= (highs[code] as number)) continue;
          if (Number.isNaN(value)) missing += 1;
          else if (known[code] === undefined) unbounded += 1;
          else report(value, known[code] as Bounds, i, chunk, column, tally);
        }
        tally.checked(values.length - missing - unbounded);
        tally.unknown(missing, "the value is missing or no number");
        tally.unknown(unbounded, `no range is given for the ${by.column}`);
      },
    };
  },
};
