import { nearest } from "@vitalcore/core";
import { keyIndex } from "./keys.js";
import type { ReferenceRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

const MOST_LOOKED_UP = 200;

interface Pending {
  readonly row: number;
  readonly parts: readonly string[];
}

export const reference: RuleKind<ReferenceRule> = {
  level: 1,
  columns: ({ columns, table, to = columns }) =>
    table === undefined ? [...columns, ...to] : columns,
  start({ columns, table: name, to = columns }, { tables }) {
    const targets = keyIndex(to);
    const sources = keyIndex(columns);
    const other = name === undefined ? undefined : tables.get(name);
    // Distinct keys with all their rows: a reference may point to a row that is still to come.
    const rows: number[][] = [];
    let missing = 0;
    let total = 0;
    return {
      chunk({ table, rowOf }) {
        if (name === undefined) targets.ids(table);
        const ids = sources.ids(table);
        total += ids.length;
        for (let i = 0; i < ids.length; i++) {
          const id = ids[i] as number;
          if (id < 0) {
            missing += 1;
            continue;
          }
          const known = rows[id];
          if (known === undefined) rows[id] = [rowOf(i)];
          else known.push(rowOf(i));
        }
      },
      finish(tally) {
        if (name !== undefined && other === undefined) {
          tally.cannot(`the table "${name}" was not given`);
          return;
        }
        if (other !== undefined) {
          const absent = to.find((column) => !other.has(column));
          if (absent !== undefined) {
            tally.cannot(`the table "${name}" has no column "${absent}"`);
            return;
          }
          targets.ids(other);
        }
        tally.checked(total - missing);
        tally.unknown(missing, "a part of the reference is missing");
        const known = Array.from({ length: targets.size }, (_, id) => targets.parts(id).join(", "));
        const pending: Pending[] = [];
        rows.forEach((at, id) => {
          const parts = sources.parts(id);
          if (targets.find(parts) === undefined) for (const row of at) pending.push({ row, parts });
        });
        pending.sort((a, b) => a.row - b.row);
        pending.forEach(({ row, parts }, i) => {
          const found = parts.join(", ");
          const suggestion = i < MOST_LOOKED_UP ? nearest(found, known) : undefined;
          const facts = {
            table: name === undefined ? "the same table" : `"${name}"`,
            to,
            advice:
              suggestion === undefined
                ? "Add it there, or correct it here."
                : `Did you mean ${suggestion}?`,
          };
          const place = { row, column: columns[0] as string };
          tally.fail("validate/reference-unknown", { place, found, suggestion, facts });
        });
      },
    };
  },
};
