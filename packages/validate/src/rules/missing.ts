import { columnLength } from "@vitalcore/core";
import { missingIn } from "./column-views.js";
import type { RequiredRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

export const required: RuleKind<RequiredRule> = {
  level: 1,
  columns: ({ columns }) => columns,
  absence: "error",
  start: ({ columns }) => ({
    chunk({ table, rowOf }, tally) {
      const cells = columns.map((name) => ({ name, column: table.column(name) }));
      for (const { name, column } of cells) {
        const isMissing = missingIn(column);
        const length = columnLength(column);
        tally.checked(length);
        for (let i = 0; i < length; i++) {
          if (isMissing(i))
            tally.fail("validate/missing", { place: { row: rowOf(i), column: name } });
        }
      }
    },
  }),
};
