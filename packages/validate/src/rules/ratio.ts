import { numberView } from "./column-views.js";
import type { RatioRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

export const ratio: RuleKind<RatioRule> = {
  level: 1,
  columns: ({ numerator, denominator }) => [numerator, denominator],
  start: ({ numerator, denominator, proportion }) => ({
    chunk({ table, rowOf }, tally) {
      const tops = numberView(table, numerator);
      const bottoms = numberView(table, denominator);
      let missing = 0;
      for (let i = 0; i < tops.length; i++) {
        const top = tops[i] as number;
        const bottom = bottoms[i] as number;
        if (bottom > 0 && top >= 0 && (top <= bottom || !proportion)) continue;
        const inDenominator = { row: rowOf(i), column: denominator };
        const inNumerator = { row: rowOf(i), column: numerator };
        const facts = { numerator, denominator };
        if (Number.isNaN(top) || Number.isNaN(bottom)) {
          missing += 1;
          const place = Number.isNaN(top) ? inNumerator : inDenominator;
          tally.fail("validate/missing", { place, severity: "warning" });
        } else if (bottom < 0)
          tally.fail("validate/denominator-negative", {
            place: inDenominator,
            found: bottom,
            facts,
          });
        else if (bottom === 0) {
          tally.fail("validate/denominator-zero", {
            place: inDenominator,
            found: bottom,
            facts: { ...facts, numeratorValue: top },
          });
        } else if (top < 0)
          tally.fail("validate/numerator-negative", { place: inNumerator, found: top, facts });
        else
          tally.fail("validate/numerator-exceeds", {
            place: inNumerator,
            found: top,
            facts: { ...facts, denominatorValue: bottom },
          });
      }
      tally.checked(tops.length - missing);
      tally.unknown(missing, "the numerator or the denominator is missing");
    },
  }),
};
