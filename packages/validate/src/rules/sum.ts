import type { Tally } from "../report/tally.js";
import { numberView } from "./column-views.js";
import { longForm } from "./long-form.js";
import { printed, roundingSlack } from "./parts.js";
import type { SumRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

/** @param column - where the finding points: the first term, or the column of values. */
function check(
  { terms, tolerance }: SumRule,
  values: readonly number[],
  total: number,
  row: number,
  column: string,
  tally: Tally,
): void {
  if (values.some(Number.isNaN) || Number.isNaN(total)) {
    tally.unknown(1, "a term or the total is missing");
    return;
  }
  tally.checked(1);
  const sum = printed(values.reduce((running, value) => running + value, 0));
  const difference = printed(sum - total);
  if (difference === 0) return;
  const slack = tolerance ?? roundingSlack([...values, total], values.length);
  const facts = { terms, sum, total, difference };
  const code = Math.abs(difference) <= slack + 1e-9 ? "validate/sum-rounding" : "validate/sum";
  tally.fail(code, { place: { row, column }, facts });
}

export const sum: RuleKind<SumRule> = {
  level: 1,
  columns: ({ terms, total, indicator, value = "value", keys = [] }) => {
    if (indicator !== undefined) return [indicator, value, ...keys];
    return typeof total === "string" ? [...terms, total] : terms;
  },
  start(rule) {
    const { terms, total, indicator, value = "value", keys = [] } = rule;
    if (indicator === undefined) {
      return {
        chunk({ table, rowOf }, tally) {
          const columns = terms.map((name) => numberView(table, name));
          const totals = typeof total === "string" ? numberView(table, total) : undefined;
          const column = (typeof total === "string" ? total : terms[0]) as string;
          for (let i = 0; i < table.length; i++) {
            const values = columns.map((numbers) => numbers[i] as number);
            const whole = totals === undefined ? (total as number) : (totals[i] as number);
            check(rule, values, whole, rowOf(i), column, tally);
          }
        },
      };
    }
    const names = new Set(typeof total === "string" ? [...terms, total] : terms);
    const form = longForm(keys, indicator, value, names);
    return {
      chunk: (chunk) => form.take(chunk),
      finish(tally) {
        for (const group of form.groups) {
          if (group === undefined || group.size === 0) continue;
          const values = terms.map((term) => group.get(term)?.value ?? Number.NaN);
          const whole = typeof total === "string" ? group.get(total)?.value : total;
          const row = [...group.values()].at(-1)?.row ?? 0;
          check(rule, values, whole ?? Number.NaN, row, value, tally);
        }
      },
    };
  },
};
