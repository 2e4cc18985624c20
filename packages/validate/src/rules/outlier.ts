import { mean, median, standardDeviation } from "@vitalcore/stats";
import { gatherGroups } from "./groups.js";
import type { OutlierRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

/** Makes the MAD of normal data their standard deviation. */
const NORMAL_MAD = 1.482602218505602;
const LEAST_VALUES = 5;

/** No value of n lies further than (n - 1)/sqrt(n) sample standard deviations from their mean (Shiffler 1988). */
function reach(n: number): number {
  return (n - 1) / Math.sqrt(n);
}

export const outlier: RuleKind<OutlierRule> = {
  level: 1,
  columns: ({ value, by = [] }) => [value, ...by],
  start({ value, by = [], method = "mad", deviations = method === "mad" ? 5 : 3 }) {
    const gathering = gatherGroups(by, value);
    return {
      chunk: (chunk) => gathering.take(chunk),
      finish(tally) {
        gathering.groups.forEach((group, id) => {
          const values = group.map((each) => each.value);
          const n = values.length;
          if (method === "sigma" && reach(n) <= deviations) {
            tally.unknown(
              1,
              `among ${n} values none can lie more than ${deviations} standard deviations from the mean`,
            );
            return;
          }
          if (n < LEAST_VALUES) {
            tally.unknown(1, `a group has fewer than ${LEAST_VALUES} values`);
            return;
          }
          const centre = method === "mad" ? median(values) : mean(values);
          const spread =
            method === "mad"
              ? NORMAL_MAD * median(values.map((each) => Math.abs(each - centre)))
              : standardDeviation(values);
          if (spread === 0) {
            tally.unknown(1, "the values of a group do not vary enough to say what is far");
            return;
          }
          tally.checked(n);
          for (const { row, value: found } of group) {
            const distance = Math.abs(found - centre) / spread;
            if (distance <= deviations) continue;
            tally.fail("validate/outlier", {
              place: { row, column: value },
              found,
              facts: {
                key: gathering.keys.label(id),
                centre: Number(centre.toPrecision(6)),
                distance: Number(distance.toPrecision(3)),
                measure:
                  method === "mad"
                    ? "scaled MADs from the median"
                    : "standard deviations from the mean",
              },
            });
          }
        });
      },
    };
  },
};
