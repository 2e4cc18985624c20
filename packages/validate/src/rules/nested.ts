import type { Tally } from "../report/tally.js";
import { numberView } from "./column-views.js";
import { longForm } from "./long-form.js";
import type { NestedPair, NestedRule } from "./rule.js";
import type { Chunk, RuleKind } from "./rule-kind.js";

const REASON = "Whoever is counted in the part is counted in the whole.";

function report(
  pair: NestedPair,
  row: number,
  column: string,
  part: number,
  whole: number,
  tally: Tally,
): void {
  tally.fail("validate/nested", {
    place: { row, column },
    found: part,
    facts: { part: pair.part, whole: pair.whole, wholeValue: whole, reason: pair.reason ?? REASON },
    ...(pair.severity !== undefined && { severity: pair.severity }),
  });
}

function checkColumns(pairs: readonly NestedPair[], { table, rowOf }: Chunk, tally: Tally): void {
  const columns = pairs.map((pair) => ({
    pair,
    parts: numberView(table, pair.part),
    wholes: numberView(table, pair.whole),
  }));
  let missing = 0;
  for (let i = 0; i < table.length; i++) {
    for (const { pair, parts, wholes } of columns) {
      const part = parts[i] as number;
      const whole = wholes[i] as number;
      if (part <= whole) continue;
      if (part > whole) report(pair, rowOf(i), pair.part, part, whole, tally);
      else missing += 1;
    }
  }
  tally.checked(table.length * pairs.length - missing);
  tally.unknown(missing, "the part or the whole is missing");
}

export const nested: RuleKind<NestedRule> = {
  level: 1,
  columns: ({ pairs, indicator, value, keys = [] }) =>
    indicator === undefined
      ? pairs.flatMap(({ part, whole }) => [part, whole])
      : [indicator, value ?? "value", ...keys],
  start({ pairs, indicator, value = "value", keys = [] }) {
    if (indicator === undefined) {
      return { chunk: (chunk, tally) => checkColumns(pairs, chunk, tally) };
    }
    const names = new Set(pairs.flatMap(({ part, whole }) => [part, whole]));
    const form = longForm(keys, indicator, value, names);
    return {
      chunk: (chunk) => form.take(chunk),
      finish(tally) {
        for (const group of form.groups) {
          for (const pair of pairs) {
            const part = group?.get(pair.part);
            const whole = group?.get(pair.whole);
            if (part === undefined && whole === undefined) continue;
            if (part === undefined || whole === undefined) {
              tally.unknown(1, "the part or the whole is missing");
              continue;
            }
            tally.checked(1);
            if (part.value > whole.value)
              report(pair, part.row, value, part.value, whole.value, tally);
          }
        }
      },
    };
  },
};
