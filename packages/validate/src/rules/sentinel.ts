import { gatherGroups } from "./groups.js";
import type { SentinelRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

const USUAL = [
  88, 97, 98, 99, 888, 997, 998, 999, 8888, 9997, 9998, 9999, 99999, 999999, -8, -9, -88, -97, -98,
  -99, -999, -9999,
];
/** The others must end this far below a sentinel, as a share of it, for it to stand apart. */
const APART = 0.5;

export const sentinel: RuleKind<SentinelRule> = {
  level: 1,
  columns: ({ column }) => [column],
  start({ column, values = USUAL }) {
    const sentinels = new Set(values);
    const gathering = gatherGroups([], column);
    return {
      chunk: (chunk) => gathering.take(chunk),
      finish(tally) {
        const cells = gathering.groups[0] ?? [];
        tally.checked(cells.length);
        const suspects = cells.filter(({ value }) => sentinels.has(value));
        if (suspects.length === 0) return;
        let least = Number.POSITIVE_INFINITY;
        let most = Number.NEGATIVE_INFINITY;
        for (const { value } of cells) {
          if (sentinels.has(value)) continue;
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
        if (least > most) {
          tally.unknown(suspects.length, "there is nothing but such values");
          return;
        }
        for (const { row, value } of suspects) {
          const apart = value > 0 ? most < APART * value : least >= 0;
          if (!apart) continue;
          tally.fail("validate/sentinel", {
            place: { row, column },
            found: value,
            facts: { least, most },
          });
        }
      },
    };
  },
};
