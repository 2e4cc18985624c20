import type { Tally } from "../report/tally.js";
import { textView } from "./column-views.js";
import { gatherGroups } from "./groups.js";
import type { PlacedValue } from "./long-form.js";
import type { ScaleRule } from "./rule.js";
import type { Chunk, RuleKind } from "./rule-kind.js";

const PERCENT = ["PERCENT", "percent", "Percent", "%", "pct", "PT"];
const PROPORTION = ["PROPORTION", "proportion", "Proportion", "share", "PN"];
const LEAST_VALUES = 5;
/** How far below the smallest of the others a single proportion among percentages must lie. */
const GAP = 5;

function inUnit(
  rule: ScaleRule,
  unit: "percent" | "proportion",
): (chunk: Chunk) => (index: number) => boolean {
  if (rule.unit === undefined) {
    const all = rule.is === unit;
    return () => () => all;
  }
  const texts = new Set(rule[unit] ?? (unit === "percent" ? PERCENT : PROPORTION));
  return ({ table }) => {
    const { codes, levels } = textView(table, rule.unit as string);
    const wanted = levels.map((level) => texts.has(level.trim()));
    return (i) => wanted[codes[i] as number] === true;
  };
}

function checkPercent(
  group: readonly PlacedValue[],
  plausible: readonly [number, number] | undefined,
  key: string,
  column: string,
  tally: Tally,
): void {
  const present = group.filter(({ value }) => value !== 0);
  if (present.length < LEAST_VALUES) {
    tally.unknown(1, `a group has fewer than ${LEAST_VALUES} values`);
    return;
  }
  tally.checked(present.length);
  const isPlausible = ({ value }: PlacedValue) =>
    plausible !== undefined && value >= plausible[0] && value <= plausible[1];
  const small = present.filter(({ value }) => value > 0 && value <= 1);
  const values = small.map(({ value }) => value);
  if (small.length === present.length) {
    if (present.every(isPlausible)) return;
    const facts = {
      key,
      count: present.length,
      least: Math.min(...values),
      most: Math.max(...values),
    };
    tally.fail("validate/percent-as-proportion", { place: { column }, facts });
    return;
  }
  if (small.length * 10 > present.length && small.length > 1) return;
  const others = present.filter(({ value }) => value > 1).map(({ value }) => value);
  const least = others.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = others.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  for (const point of small) {
    const scaled = 100 * point.value;
    if (isPlausible(point) || point.value * GAP > least) continue;
    if (scaled < least / 1.25 || scaled > most * 1.25) continue;
    tally.fail("validate/scale-of-one", {
      place: { row: point.row, column },
      found: point.value,
      suggestion: String(Number(scaled.toPrecision(12))),
      facts: { key, least, most },
    });
  }
}

export const scale: RuleKind<ScaleRule> = {
  level: 1,
  columns: ({ value, unit, by = [] }) =>
    unit === undefined ? [value, ...by] : [value, unit, ...by],
  start(rule) {
    const { value, by = [], plausible = {} } = rule;
    const ranges = new Map(Object.entries(plausible));
    const percent = gatherGroups(by, value, inUnit(rule, "percent"));
    const proportion = gatherGroups(by, value, inUnit(rule, "proportion"));
    return {
      chunk(chunk) {
        percent.take(chunk);
        proportion.take(chunk);
      },
      finish(tally) {
        percent.groups.forEach((group, id) => {
          const range =
            by.length === 0 ? undefined : ranges.get(percent.keys.parts(id)[0] as string);
          checkPercent(group, range, percent.keys.label(id), value, tally);
        });
        proportion.groups.forEach((group, id) => {
          tally.checked(group.length);
          for (const { row, value: found } of group) {
            if (found <= 1) continue;
            const facts = { key: proportion.keys.label(id) };
            tally.fail("validate/proportion-above-one", {
              place: { row, column: value },
              found,
              facts,
            });
          }
        });
      },
    };
  },
};
