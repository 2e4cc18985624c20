import { type AnyTable, MISSING_CODE } from "@vitalcore/core";
import { textView } from "./column-views.js";

/** Ids of keys fit into half of the 53 bits that a number holds exactly. */
const HALF = 2 ** 26;

/** Gives every combination of the key columns a number, the same in all chunks, from 0 in order of appearance. */
export interface KeyIndex {
  /** One id for each row; -1 where a part of the key is missing. */
  ids(table: AnyTable): Int32Array;
  /** The parts of a key, in the order of the columns. */
  parts(id: number): readonly string[];
  /** The key in words; withheld where one of its columns identifies people. */
  label(id: number): string;
  /** How many keys there are so far. */
  readonly size: number;
  /** The id of a key, if it has occurred. */
  find(parts: readonly string[]): number | undefined;
}

/** The key of the columns before, and the text of the last. */
type Origin = readonly [before: number, text: number];

class Interner {
  private readonly byText = new Map<string, number>();
  readonly texts: string[] = [];
  id(text: string): number {
    let id = this.byText.get(text);
    if (id === undefined) {
      id = this.texts.length;
      this.byText.set(text, id);
      this.texts.push(text);
    }
    return id;
  }
  find(text: string): number | undefined {
    return this.byText.get(text);
  }
}

/** @param columns - those of the key; without any, all rows have the same key. */
export function keyIndex(columns: readonly string[]): KeyIndex {
  const texts = columns.map(() => new Interner());
  let identifying = false;
  // Keys of the first k columns, by the id of the first k - 1 and the text of the k-th.
  const joints: Map<number, number>[] = columns.map(() => new Map<number, number>());
  const origins: Origin[][] = columns.map(() => []);

  const join = (depth: number, before: number, text: number): number => {
    const joint = joints[depth] as Map<number, number>;
    const key = before * HALF + text;
    let id = joint.get(key);
    if (id === undefined) {
      id = joint.size;
      joint.set(key, id);
      (origins[depth] as Origin[]).push([before, text]);
    }
    return id;
  };
  const partsOf = (id: number): string[] => {
    const parts: string[] = [];
    let at = id;
    for (let depth = columns.length - 1; depth >= 0; depth--) {
      const [before, text] = (origins[depth] as Origin[])[at] as Origin;
      parts.unshift((texts[depth] as Interner).texts[text] as string);
      at = before;
    }
    return parts;
  };
  return {
    ids(table) {
      const ids = new Int32Array(table.length);
      identifying ||= columns.some((name) => table.identifying.has(name));
      columns.forEach((name, depth) => {
        const { codes, levels } = textView(table, name);
        const known = levels.map((level) => (texts[depth] as Interner).id(level));
        for (let i = 0; i < ids.length; i++) {
          const before = ids[i] as number;
          if (before < 0) continue;
          const code = codes[i] as number;
          ids[i] = code === MISSING_CODE ? -1 : join(depth, before, known[code] as number);
        }
      });
      return ids;
    },
    parts: partsOf,
    label(id) {
      if (columns.length === 0) return "all rows";
      return identifying ? "a key that is withheld" : partsOf(id).join(", ");
    },
    get size() {
      return joints.at(-1)?.size ?? 1;
    },
    find(parts) {
      let id: number | undefined = 0;
      for (let depth = 0; depth < columns.length && id !== undefined; depth++) {
        const text = (texts[depth] as Interner).find(parts[depth] as string);
        id =
          text === undefined
            ? undefined
            : (joints[depth] as Map<number, number>).get(id * HALF + text);
      }
      return id;
    },
  };
}
