import { missingIn } from "./column-views.js";
import type { RequiredRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

export const required: RuleKind<RequiredRule> = {
  level: 1,
  columns: ({ columns }) => columns,
  absence: "error",
  start: ({ columns }) => ({
    chunk({ table, rowOf }, tally) {
      const cells = columns.map((name) => ({ name, isMissing: missingIn(table.column(name)) }));
      tally.checked(table.length * columns.length);
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
