import { type AnyTable, type Column, countMissing } from "@vitalcore/core";
import { numberView } from "./column-views.js";

/** What a rule will ask of the numbers of a column: known beforehand, one pass answers all rules. */
export interface NumberDemand {
  readonly column: string;
  /** The least and the greatest number that is right. */
  readonly low?: number;
  readonly high?: number;
  /** Whether fractions are wrong. */
  readonly whole?: boolean;
}

/** Cells of a block: where something is wrong, only its block is searched. */
const BLOCK = 128;
/** What a block may hold. */
const BEYOND = 1;
const FRACTION = 2;

/** Infinities, which no table should hold, are beyond all bounds: so nothing takes them for whole numbers. */
const ANY = { low: -Number.MAX_VALUE, high: Number.MAX_VALUE, whole: false };

/** All that is asked of one column. */
type Asked = typeof ANY;

interface NumberFacts {
  readonly values: Float64Array;
  readonly asked: Asked;
  /** Cells without a number. */
  readonly missing: number;
  readonly odd: Uint8Array;
}

/** All demands upon each column, the narrowest bounds of each. */
export function demandsByColumn(demands: Iterable<NumberDemand>): ReadonlyMap<string, Asked> {
  const byColumn = new Map<string, Asked>();
  for (const { column, low = ANY.low, high = ANY.high, whole = false } of demands) {
    const asked = byColumn.get(column) ?? ANY;
    byColumn.set(column, {
      low: Math.max(asked.low, low),
      high: Math.min(asked.high, high),
      whole: asked.whole || whole,
    });
  }
  return byColumn;
}

/**
 * What several rules ask of the columns of a chunk, found out once for all of them: most columns are whole and
 * within their bounds, and need no second look.
 */
export class ColumnFacts {
  private readonly factsOf = new Map<string, NumberFacts>();

  constructor(
    private readonly table: AnyTable,
    private readonly demands: ReadonlyMap<string, Asked>,
  ) {}

  /** Cells of a column without a number. */
  missingNumbers(name: string): number {
    return this.numbers(name).missing;
  }

  /** Whether any cell of the column may be missing. */
  hasMissing(name: string): boolean {
    const column: Column = this.table.column(name);
    if (column.kind === "number") return this.missingNumbers(name) > 0;
    if (countMissing(column) > 0) return true;
    return column.kind === "text" && column.levels.some((level) => level.trim() === "");
  }

  /** Calls back for each number that is less than `low` or greater than `high`, in the order of the rows. */
  forEachBeyond(
    name: string,
    low: number,
    high: number,
    onBeyond: (value: number, index: number) => void,
  ): void {
    const { asked, odd, values } = this.numbers(name);
    const isAnswered = asked.low >= low && asked.high <= high;
    forEachIn(values, isAnswered ? odd : undefined, BEYOND, (value, i) => {
      if (value < low || value > high) onBeyond(value, i);
    });
  }

  /** Calls back for each number that is not whole, in the order of the rows. */
  forEachFraction(name: string, onFraction: (value: number, index: number) => void): void {
    const { asked, odd, values } = this.numbers(name);
    forEachIn(values, asked.whole ? odd : undefined, FRACTION, (value, i) => {
      if (!Number.isNaN(value) && !Number.isInteger(value)) onFraction(value, i);
    });
  }

  private numbers(name: string): NumberFacts {
    let facts = this.factsOf.get(name);
    if (facts === undefined) {
      facts = numberFacts(numberView(this.table, name), this.demands.get(name) ?? ANY);
      this.factsOf.set(name, facts);
    }
    return facts;
  }
}

/** Goes through all values, or only through those of the blocks that may hold what is looked for. */
function forEachIn(
  values: Float64Array,
  odd: Uint8Array | undefined,
  oddity: number,
  onValue: (value: number, index: number) => void,
): void {
  for (let from = 0; from < values.length; from += BLOCK) {
    if (odd !== undefined && ((odd[from / BLOCK] as number) & oddity) === 0) continue;
    const end = Math.min(from + BLOCK, values.length);
    for (let i = from; i < end; i++) onValue(values[i] as number, i);
  }
}

function numberFacts(values: Float64Array, asked: Asked): NumberFacts {
  const { low, high, whole } = asked;
  const odd = new Uint8Array(Math.ceil(values.length / BLOCK));
  const firstOdd = whole ? firstBeyondOrFraction : firstBeyond;
  let missing = 0;
  let i = firstOdd(values, 0, low, high);
  while (i < values.length) {
    const block = Math.floor(i / BLOCK);
    const end = Math.min((block + 1) * BLOCK, values.length);
    for (; i < end; i++) {
      const value = values[i] as number;
      if (Number.isNaN(value)) missing += 1;
      else {
        if (value < low || value > high) (odd[block] as number) |= BEYOND;
        if (whole && !Number.isInteger(value)) (odd[block] as number) |= FRACTION;
      }
    }
    i = firstOdd(values, i, low, high);
  }
  return { values, asked, missing, odd };
}

/** The index of the first value that is not within the bounds; what is no number is not. */
function firstBeyond(values: Float64Array, from: number, low: number, high: number): number {
  // Asked for in the loop, the length costs as much as a comparison.
  const { length } = values;
  for (let i = from; i < length; i++) {
    const value = values[i] as number;
    if (!(value >= low && value <= high)) return i;
  }
  return length;
}

/** The same for values that may have a fraction; huge whole ones may be among them. */
function firstBeyondOrFraction(
  values: Float64Array,
  from: number,
  low: number,
  high: number,
): number {
  const { length } = values;
  // Added to a number that is much smaller, this leaves no binary place for a fraction.
  const shift = 1.5 * 2 ** 52;
  for (let i = from; i < length; i++) {
    const value = values[i] as number;
    if (!(value >= low && value <= high && value + shift - shift === value)) return i;
  }
  return length;
}
