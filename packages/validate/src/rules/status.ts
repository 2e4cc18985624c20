import { allowsNull, forbidsValue, isObsStatus, statusLabels } from "@vitalcore/domain";
import { missingIn, textView } from "./column-views.js";
import type { StatusRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

/** Several flags stand in one cell, joined by ";" or ",". */
const SEPARATOR = /[;,\s]+/;

/** Breaks, derogations and strikes may stand beside a value and beside a missing one (SDMX 2019, section 2): they give no reason. */
const GOES_WITH_BOTH: ReadonlySet<string> = /* @__PURE__ */ new Set(["B", "J", "S"]);

export const status: RuleKind<StatusRule> = {
  level: 1,
  columns: ({ status: column, value }) => [column, value],
  start: ({ status: column, value }) => ({
    chunk({ table, rowOf }, tally) {
      const { codes, levels } = textView(table, column);
      const isMissing = missingIn(table.column(value));
      const flags = levels.map((level) => level.split(SEPARATOR).filter((flag) => flag !== ""));
      tally.checked(codes.length);
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i] as number;
        const empty = isMissing(i);
        const place = { row: rowOf(i), column };
        const given = flags[code] ?? [];
        if (given.length === 0) {
          if (empty)
            tally.fail("validate/null-without-status", { place: { row: rowOf(i), column: value } });
          continue;
        }
        const known: string[] = [];
        for (const flag of given) {
          const upper = flag.toUpperCase();
          if (isObsStatus(flag)) known.push(flag);
          else if (isObsStatus(upper)) {
            known.push(upper);
            tally.fail("validate/code-form", {
              place,
              found: flag,
              suggestion: upper,
              facts: { advice: `Write ${upper}.` },
            });
          } else tally.fail("validate/status-unknown", { place, found: flag });
        }
        const statuses = known.filter(isObsStatus);
        if (statuses.length === 0) continue;
        const labels = statuses.map((flag) => `${flag} (${statusLabels[flag]})`);
        if (empty && statuses.every((flag) => GOES_WITH_BOTH.has(flag))) {
          const place = { row: rowOf(i), column: value };
          tally.fail("validate/null-without-status", { place, severity: "info" });
        } else if (empty && !statuses.some(allowsNull)) {
          tally.fail("validate/status-without-value", {
            place,
            found: levels[code],
            facts: { labels },
          });
        } else if (!empty && statuses.some(forbidsValue)) {
          tally.fail("validate/value-despite-status", {
            place,
            found: levels[code],
            facts: { labels },
          });
        }
      }
    },
  }),
};
