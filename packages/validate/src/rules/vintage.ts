import type { AnyTable } from "@vitalcore/core";
import { numberView } from "./column-views.js";
import { keyIndex } from "./keys.js";
import type { VintageRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

export const vintage: RuleKind<VintageRule> = {
  level: 2,
  columns: ({ keys, value }) => [...keys, value],
  start({ table: name, keys: columns, value, tolerance = 0 }, { tables }) {
    const keys = keyIndex(columns);
    const before = tables.get(name);
    const absent =
      before === undefined ? undefined : [...columns, value].find((column) => !before.has(column));
    const known: number[] = [];
    const seen = new Set<number>();
    if (before !== undefined && absent === undefined) remember(before);
    function remember(table: AnyTable): void {
      const values = numberView(table, value);
      keys.ids(table).forEach((id, i) => {
        if (id >= 0) known[id] ??= values[i] as number;
      });
    }
    const knownKeys = known.length;
    return {
      chunk({ table, rowOf }, tally) {
        if (before === undefined || absent !== undefined) return;
        const ids = keys.ids(table);
        const values = numberView(table, value);
        for (let i = 0; i < ids.length; i++) {
          const id = ids[i] as number;
          const old = known[id];
          if (id < 0 || old === undefined) {
            tally.unknown(1, "the key is new, or a part of it is missing");
            continue;
          }
          seen.add(id);
          tally.checked(1);
          const now = values[i] as number;
          if (now === old || (Number.isNaN(now) && Number.isNaN(old))) continue;
          const place = { row: rowOf(i), column: value };
          const key = keys.label(id);
          if (Number.isNaN(now))
            tally.fail("validate/value-withdrawn", { place, facts: { key, before: old } });
          else if (Number.isNaN(old))
            tally.fail("validate/value-added", { place, found: now, facts: { key } });
          else if (Math.abs(now - old) > tolerance * Math.abs(old)) {
            tally.fail("validate/revised", { place, found: now, facts: { key, before: old } });
          }
        }
      },
      finish(tally) {
        if (before === undefined) {
          tally.cannot(`the earlier table "${name}" was not given`);
          return;
        }
        if (absent !== undefined) {
          tally.cannot(`the earlier table "${name}" has no column "${absent}"`);
          return;
        }
        for (let id = 0; id < knownKeys; id++) {
          if (known[id] === undefined || seen.has(id)) continue;
          tally.fail("validate/key-withdrawn", {
            place: { column: columns[0] as string },
            facts: { key: keys.label(id) },
          });
        }
      },
    };
  },
};
