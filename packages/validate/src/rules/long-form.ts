import { numberView, textView } from "./column-views.js";
import { type KeyIndex, keyIndex } from "./keys.js";
import type { Chunk } from "./rule-kind.js";

/** A value and its row. */
export interface PlacedValue {
  readonly row: number;
  readonly value: number;
}

/** Values of rows gathered by key and, within a key, by the category in another column. */
export interface LongForm {
  take(chunk: Chunk): void;
  /** In the order in which keys appear. */
  readonly groups: readonly ReadonlyMap<string, PlacedValue>[];
  readonly keys: KeyIndex;
}

/**
 * @param categories - those of interest; other rows are passed over. The first value of a key and category
 *   counts: repeated ones are the business of the rule on keys.
 */
export function longForm(
  keyColumns: readonly string[],
  categoryColumn: string,
  valueColumn: string,
  categories: ReadonlySet<string>,
): LongForm {
  const keys = keyIndex(keyColumns);
  const groups: Map<string, PlacedValue>[] = [];
  return {
    groups,
    keys,
    take({ table, rowOf }) {
      const ids = keys.ids(table);
      const { codes, levels } = textView(table, categoryColumn);
      const values = numberView(table, valueColumn);
      const wanted = levels.map((level) => categories.has(level));
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] as number;
        const code = codes[i] as number;
        if (id < 0 || wanted[code] !== true) continue;
        let group = groups[id];
        if (group === undefined) {
          group = new Map();
          groups[id] = group;
        }
        const category = levels[code] as string;
        const value = values[i] as number;
        if (!Number.isNaN(value) && !group.has(category))
          group.set(category, { row: rowOf(i), value });
      }
    },
  };
}
