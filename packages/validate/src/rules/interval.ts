import type { Tally } from "../report/tally.js";
import { numberView } from "./column-views.js";
import type { IntervalRule } from "./rule.js";
import type { Chunk, RuleKind } from "./rule-kind.js";

function view({ table }: Chunk, name: string | undefined): Float64Array | undefined {
  return name === undefined ? undefined : numberView(table, name);
}

export const interval: RuleKind<IntervalRule> = {
  level: 1,
  columns: ({ value, lower, upper, standardError, n }) =>
    [value, lower, upper, standardError, n].filter((name) => name !== undefined),
  start: (rule) => ({
    chunk(chunk, tally) {
      const { rowOf, table } = chunk;
      const value = view(chunk, rule.value);
      const lower = view(chunk, rule.lower);
      const upper = view(chunk, rule.upper);
      const se = view(chunk, rule.standardError);
      const n = view(chunk, rule.n);
      tally.checked(table.length);
      const at = (i: number, column: string | undefined) => ({
        row: rowOf(i),
        ...(column !== undefined && { column }),
      });
      for (let i = 0; i < table.length; i++) {
        const v = value?.[i] ?? Number.NaN;
        const low = lower?.[i] ?? Number.NaN;
        const high = upper?.[i] ?? Number.NaN;
        const error = se?.[i] ?? Number.NaN;
        const cases = n?.[i] ?? Number.NaN;
        checkLimits(v, low, high, at(i, rule.lower), at(i, rule.value), tally);
        if (error < 0)
          tally.fail("validate/se-negative", { place: at(i, rule.standardError), found: error });
        if (cases < 0 || (cases === 0 && !Number.isNaN(v))) {
          tally.fail("validate/n-zero", { place: at(i, rule.n), found: cases });
        } else if (!Number.isNaN(cases) && !Number.isInteger(cases)) {
          tally.fail("validate/n-not-whole", { place: at(i, rule.n), found: cases });
        }
      }
    },
  }),
};

type At = { readonly row: number; readonly column?: string };

function checkLimits(
  value: number,
  lower: number,
  upper: number,
  atLower: At,
  atValue: At,
  tally: Tally,
): void {
  if (lower > upper) {
    tally.fail("validate/interval-reversed", { place: atLower, found: lower, facts: { upper } });
  } else if (value < lower || value > upper) {
    tally.fail("validate/value-outside-interval", {
      place: atValue,
      found: value,
      facts: { lower, upper },
    });
  } else if (lower === upper) {
    tally.fail("validate/interval-zero-width", { place: { row: atLower.row }, facts: { lower } });
  }
}
