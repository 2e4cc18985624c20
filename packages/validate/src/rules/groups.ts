import { numberView } from "./column-views.js";
import { type KeyIndex, keyIndex } from "./keys.js";
import type { PlacedValue } from "./long-form.js";
import type { Chunk } from "./rule-kind.js";

/** The values of a column, gathered by group, with their rows. */
export interface Groups {
  take(chunk: Chunk): void;
  readonly keys: KeyIndex;
  readonly groups: readonly (readonly PlacedValue[])[];
}

/** @param where - whether a row counts; all if left out. */
export function gatherGroups(
  by: readonly string[],
  valueColumn: string,
  where?: (chunk: Chunk) => (index: number) => boolean,
): Groups {
  const keys = keyIndex(by);
  const groups: PlacedValue[][] = [];
  return {
    keys,
    groups,
    take(chunk) {
      const ids = keys.ids(chunk.table);
      const values = numberView(chunk.table, valueColumn);
      const counts = where?.(chunk);
      for (let i = 0; i < values.length; i++) {
        const id = ids[i] as number;
        const value = values[i] as number;
        if (id < 0 || Number.isNaN(value) || counts?.(i) === false) continue;
        let group = groups[id];
        if (group === undefined) {
          group = [];
          groups[id] = group;
        }
        group.push({ row: chunk.rowOf(i), value });
      }
    },
  };
}
