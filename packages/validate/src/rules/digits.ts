import { numberView } from "./column-views.js";
import type { DigitsRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

/** Fewer values have no distribution of last digits to speak of. */
const LEAST_VALUES = 50;

export const digits: RuleKind<DigitsRule> = {
  level: 1,
  columns: ({ column }) => [column],
  start({ column, atMost = 0.5 }) {
    const counts = new Float64Array(10);
    return {
      chunk({ table }) {
        const values = numberView(table, column);
        for (let i = 0; i < values.length; i++) {
          const value = values[i] as number;
          if (!Number.isInteger(value)) continue;
          const last = Math.abs(value) % 10;
          counts[last] = (counts[last] as number) + 1;
        }
      },
      finish(tally) {
        const total = counts.reduce((sum, count) => sum + count, 0);
        if (total < LEAST_VALUES) {
          tally.cannot(`${total} whole numbers are fewer than ${LEAST_VALUES}`, "info");
          return;
        }
        tally.checked(total);
        const share = ((counts[0] as number) + (counts[5] as number)) / total;
        if (share <= atMost) return;
        const facts = { percent: Math.round(1000 * share) / 10, total, limit: 100 * atMost };
        tally.fail("validate/digit-preference", { place: { column }, facts });
      },
    };
  },
};
