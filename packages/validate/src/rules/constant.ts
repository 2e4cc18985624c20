import type { ConstantRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";
import { gatherSeries, type Point } from "./series.js";

export const constant: RuleKind<ConstantRule> = {
  level: 1,
  columns: ({ keys, period, value }) => [...keys, period, value],
  start({ keys, period, value, periods = 5 }) {
    const gathering = gatherSeries(keys, period, value);
    return {
      chunk: (chunk) => gathering.take(chunk),
      finish(tally) {
        gathering.series().forEach((series, id) => {
          if (series.length < periods) {
            tally.unknown(1, `a series has fewer than ${periods} values`);
            return;
          }
          tally.checked(1);
          let from = 0;
          for (let to = 1; to <= series.length; to++) {
            const first = series[from] as Point;
            if (to < series.length && (series[to] as Point).value === first.value) continue;
            if (to - from >= periods) {
              tally.fail("validate/constant-series", {
                place: { row: first.row, column: value },
                found: first.value,
                facts: { key: gathering.keys.label(id), periods: to - from },
              });
            }
            from = to;
          }
        });
      },
    };
  },
};
