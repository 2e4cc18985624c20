import { nearest } from "@vitalcore/core";
import type { ColumnsRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

export const columns: RuleKind<ColumnsRule> = {
  level: 0,
  columns: () => [],
  start({ required, optional = [], closed = false }) {
    const seen = new Set<string>();
    let first = true;
    return {
      chunk({ table }, tally) {
        if (!first) return;
        first = false;
        for (const name of table.names) seen.add(name);
        tally.checked(required.length);
        const known = new Set([...required, ...optional]);
        const unknown = table.names.filter((name) => !known.has(name));
        for (const column of required) {
          if (seen.has(column)) continue;
          const suggestion = nearest(column, unknown);
          const facts = { columns: table.names };
          tally.fail("validate/column-missing", { place: { column }, suggestion, facts });
        }
        if (!closed) return;
        for (const column of unknown) {
          const suggestion = nearest(column, known);
          tally.fail("validate/column-unknown", {
            place: { column },
            suggestion,
            facts: { known: [...known] },
          });
        }
      },
    };
  },
};
