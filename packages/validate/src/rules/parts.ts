import type { Tally } from "../report/tally.js";
import { decimalsOf } from "./column-views.js";
import { longForm, type PlacedValue } from "./long-form.js";
import type { PartsRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

interface Family {
  readonly total: PlacedValue;
  readonly parts: readonly PlacedValue[];
  /** Whether every part is there. */
  readonly complete: boolean;
  readonly key: string;
}

/** Half of the last digit that is printed, for each of the numbers that enter. */
export function roundingSlack(values: readonly number[], numbers: number): number {
  const decimals = values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  return 0.5 * 10 ** -Math.min(decimals, 15) * numbers;
}

/** A sum as it is printed: without the noise of binary fractions. */
export function printed(value: number): number {
  return Number(value.toPrecision(12));
}

function checkCount({ total, parts, complete, key }: Family, column: string, tally: Tally): void {
  const sum = parts.reduce((running, { value }) => running + value, 0);
  const slack = roundingSlack([total.value, ...parts.map(({ value }) => value)], parts.length + 1);
  const difference = printed(printed(sum) - total.value);
  const facts = { key, sum: printed(sum), difference, slack: printed(slack) };
  const place = { row: total.row, column };
  const found = total.value;
  if (difference === 0) return;
  if (difference > slack + 1e-9) {
    tally.fail("validate/parts-exceed-total", { place, found, facts });
  } else if (!complete) return;
  else if (Math.abs(difference) <= slack + 1e-9)
    tally.fail("validate/parts-rounding", { place, found, facts });
  else tally.fail("validate/parts-sum", { place, found, facts });
}

function checkRate({ total, parts, complete, key }: Family, column: string, tally: Tally): void {
  if (!complete) return;
  const values = parts.map(({ value }) => value);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const slack = roundingSlack([total.value, ...values], 2) + 1e-12;
  if (total.value >= least - slack && total.value <= most + slack) return;
  tally.fail("validate/total-outside-parts", {
    place: { row: total.row, column },
    found: total.value,
    facts: { key, least, most },
  });
}

export const parts: RuleKind<PartsRule> = {
  level: 1,
  columns: ({ category, value, keys }) => [category, value, ...keys],
  start({ category, total, parts: names, value, keys, measure }) {
    const form = longForm(keys, category, value, new Set([total, ...names]));
    return {
      chunk: (chunk) => form.take(chunk),
      finish(tally) {
        form.groups.forEach((group, id) => {
          const whole = group.get(total);
          const present = names.map((name) => group.get(name)).filter((part) => part !== undefined);
          const key = form.keys.label(id);
          if (measure === "share") {
            if (present.length < names.length) tally.unknown(1, "a part is missing");
            else checkShares(present, value, key, tally);
            return;
          }
          if (whole === undefined || present.length === 0) {
            tally.unknown(1, "the whole or all parts are missing");
            return;
          }
          tally.checked(1);
          const family = {
            total: whole,
            parts: present,
            complete: present.length === names.length,
            key,
          };
          if (measure === "count") checkCount(family, value, tally);
          else checkRate(family, value, tally);
        });
      },
    };
  },
};

/** Shares of one whole add up to 100, or to 1 where none is above 1. */
function checkShares(
  shares: readonly PlacedValue[],
  column: string,
  key: string,
  tally: Tally,
): void {
  tally.checked(1);
  const values = shares.map(({ value }) => value);
  const whole = values.every((value) => value <= 1) ? 1 : 100;
  const sum = values.reduce((running, value) => running + value, 0);
  if (Math.abs(sum - whole) <= roundingSlack(values, values.length) + 1e-9) return;
  const last = shares[shares.length - 1] as PlacedValue;
  tally.fail("validate/shares-sum", {
    place: { row: last.row, column },
    found: last.value,
    facts: { key, sum: printed(sum), whole },
  });
}
