import { type AnyTable, type Column, MISSING_BOOLEAN } from "@vitalcore/core";
import { numberView } from "./column-views.js";

/** What one pass over the numbers of a column tells. */
export interface NumberFacts {
  /** Cells without a number. */
  readonly missing: number;
  /** The least and the greatest number; Infinity and -Infinity if there is none. */
  readonly low: number;
  readonly high: number;
  /** The least and the greatest number of each block: where bounds are broken, only some blocks are searched. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** Cells of a block. */
const BLOCK = 128;

/**
 * What several rules ask of a column, found out once for all of them: most columns are whole and within their
 * bounds, and need no second look.
 */
export class ColumnFacts {
  private readonly numbersOf = new Map<string, NumberFacts>();

  constructor(private readonly table: AnyTable) {}

  numbers(name: string): NumberFacts {
    let facts = this.numbersOf.get(name);
    if (facts === undefined) {
      facts = numberFacts(numberView(this.table, name));
      this.numbersOf.set(name, facts);
    }
    return facts;
  }

  /** Whether any cell of the column may be missing. */
  hasMissing(name: string): boolean {
    const column: Column = this.table.column(name);
    if (column.kind === "number") return this.numbers(name).missing > 0;
    if (column.kind === "boolean") return column.values.includes(MISSING_BOOLEAN);
    return column.levels.some((level) => level.trim() === "") || anyNegative(column.codes);
  }
}

function numberFacts(values: Float64Array): NumberFacts {
  const blocks = Math.ceil(values.length / BLOCK);
  const lows = new Float64Array(blocks);
  const highs = new Float64Array(blocks);
  let missing = 0;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let block = 0; block < blocks; block++) {
    const end = Math.min((block + 1) * BLOCK, values.length);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = block * BLOCK; i < end; i++) {
      const value = values[i] as number;
      // Two comparisons for nearly all: what is not at least the least is less, or no number.
      if (value >= low) {
        if (value > high) high = value;
      } else if (value < low) {
        low = value;
        if (value > high) high = value;
      } else missing += 1;
    }
    lows[block] = low;
    highs[block] = high;
    if (low < least) least = low;
    if (high > greatest) greatest = high;
  }
  return { missing, low: least, high: greatest, lows, highs };
}

/** Calls back for each number that is less than `low` or greater than `high`, in the order of the rows. */
export function forEachBeyond(
  values: Float64Array,
  { lows, highs }: NumberFacts,
  low: number,
  high: number,
  onBeyond: (value: number, index: number) => void,
): void {
  for (let block = 0; block < lows.length; block++) {
    if ((lows[block] as number) >= low && (highs[block] as number) <= high) continue;
    const end = Math.min((block + 1) * BLOCK, values.length);
    for (let i = block * BLOCK; i < end; i++) {
      const value = values[i] as number;
      if (value < low || value > high) onBeyond(value, i);
    }
  }
}

/** A missing code is the only negative one: so one sign tells of eight. */
function anyNegative(codes: Int32Array): boolean {
  const at = (i: number): number => codes[i] as number;
  const rest = codes.length % 8;
  let signs = 0;
  let others = 0;
  for (let i = 0; i < rest; i++) signs |= at(i);
  for (let i = codes.length - 1; i > rest; i -= 8) {
    signs |= at(i) | at(i - 1) | at(i - 2) | at(i - 3);
    others |= at(i - 4) | at(i - 5) | at(i - 6) | at(i - 7);
  }
  return (signs | others) < 0;
}
