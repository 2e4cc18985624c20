import { median } from "@vitalcore/stats";
import type { Tally } from "../report/tally.js";
import type { JumpRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";
import { gatherSeries, type Point } from "./series.js";

/** How near a ratio must be to a power of ten to look like a slip of the unit, as a difference of logarithms. */
const SLIP = Math.log(1.3);
/** Fewer ratios have no usual size to be far from. */
const LEAST_RATIOS = 4;

/** The power of ten that a ratio is near: 10, 100, 1000 or an inverse; 0 if none. */
function powerOfTen(logRatio: number): number {
  const power = Math.round(logRatio / Math.LN10);
  if (Math.abs(power) > 3) return 0;
  return Math.abs(logRatio - power * Math.LN10) <= SLIP ? power : 0;
}

function isBreak({ status }: Point): boolean {
  return /(?:^|[;,\s])B(?:$|[;,\s])/.test(status);
}

function checkSeries(series: readonly Point[], rule: JumpRule, key: string, tally: Tally): void {
  const { value: column, deviations = 5, factor = 1.5 } = rule;
  const positive = series.filter(({ value }) => value > 0);
  if (positive.length < 3) {
    tally.unknown(1, "a series needs three positive values");
    return;
  }
  tally.checked(1);
  const logs = positive.map(({ value }) => Math.log(value));
  const ratios = logs.slice(1).map((log, i) => log - (logs[i] as number));
  const usual = median(ratios);
  const spread = median(ratios.map((ratio) => Math.abs(ratio - usual)));
  const robust = ratios.length >= LEAST_RATIOS;
  for (let i = 1; i < positive.length; i++) {
    const point = positive[i] as Point;
    const before = positive[i - 1] as Point;
    const ratio = ratios[i - 1] as number;
    if (Math.abs(ratio) < Math.log(factor) || isBreak(point)) continue;
    const back = ratios[i] ?? 0;
    const place = { row: point.row, column };
    const facts = { key, before: before.value, times: Number(Math.exp(ratio).toPrecision(3)) };
    const power = powerOfTen(ratio);
    if (power !== 0 && powerOfTen(back) === -power) {
      tally.fail("validate/unit-slip", {
        place,
        found: point.value,
        facts: { ...facts, power: 10 ** Math.abs(power) },
      });
      // The way back is the same slip.
      i += 1;
    } else if (robust && Math.abs(ratio - usual) > deviations * spread) {
      tally.fail("validate/jump", { place, found: point.value, facts });
      const returns = Math.abs(ratio + back) < Math.log(factor);
      if (returns) i += 1;
    }
  }
}

export const jump: RuleKind<JumpRule> = {
  level: 1,
  columns: ({ keys, period, value, status }) =>
    status === undefined ? [...keys, period, value] : [...keys, period, value, status],
  start(rule) {
    const gathering = gatherSeries(rule.keys, rule.period, rule.value, rule.status);
    return {
      chunk: (chunk) => gathering.take(chunk),
      finish(tally) {
        gathering.series().forEach((series, id) => {
          checkSeries(series, rule, gathering.keys.label(id), tally);
        });
      },
    };
  },
};
