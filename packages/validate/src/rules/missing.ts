import { missingIn } from "./column-views.js";
import type { RequiredRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

export const required: RuleKind<RequiredRule> = {
  level: 1,
  columns: ({ columns }) => columns,
  absence: "error",
  start: ({ columns }) => ({
    chunk({ table, rowOf, facts }, tally) {
      tally.checked(table.length * columns.length);
      // Most columns are whole: only those with a gap are gone through row by row, in the order of the rows.
      const cells = columns
        .filter((name) => facts.hasMissing(name))
        .map((name) => ({ name, isMissing: missingIn(table.column(name)) }));
      if (cells.length === 0) return;
      for (let i = 0; i < table.length; i++) {
        for (const { name, isMissing } of cells) {
          if (isMissing(i)) {
            tally.fail("validate/missing", { place: { row: rowOf(i), column: name } });
          }
        }
      }
    },
  }),
};
