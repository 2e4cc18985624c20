import { type Column, cellAt } from "@vitalcore/core";
import { keyIndex } from "./keys.js";
import type { UniqueRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

export const unique: RuleKind<UniqueRule> = {
  level: 1,
  columns: ({ columns, value }) => (value === undefined ? columns : [...columns, value]),
  absence: "error",
  start({ columns, value }) {
    const keys = keyIndex(columns);
    const firstRows: number[] = [];
    const firstValues: (string | null)[] = [];
    return {
      chunk({ table, rowOf }, tally) {
        const ids = keys.ids(table);
        const valueColumn: Column | undefined =
          value === undefined ? undefined : table.column(value);
        let missing = 0;
        for (let i = 0; i < ids.length; i++) {
          const id = ids[i] as number;
          if (id < 0) {
            missing += 1;
            continue;
          }
          const cell = valueColumn === undefined ? null : cellAt(valueColumn, i);
          const text = cell === null ? null : String(cell);
          const firstRow = firstRows[id];
          if (firstRow === undefined) {
            firstRows[id] = rowOf(i);
            firstValues[id] = text;
            continue;
          }
          const row = rowOf(i);
          const key = keys.label(id);
          if (valueColumn === undefined) {
            const place = { row, column: columns[0] as string };
            tally.fail("validate/duplicate-key", { place, facts: { key, firstRow } });
          } else if (firstValues[id] === text) {
            tally.fail("validate/duplicate-row", { place: { row }, facts: { key, firstRow } });
          } else {
            const quoted = table.identifying.has(value as string);
            const facts = {
              key,
              firstRow,
              firstValue: quoted ? "withheld" : (firstValues[id] ?? "missing"),
            };
            tally.fail("validate/duplicate-conflict", {
              place: { row, column: value as string },
              found: cell,
              facts,
            });
          }
        }
        tally.checked(ids.length - missing);
        tally.unknown(missing, "a part of the key is missing");
      },
    };
  },
};
