import type { CellOrder } from "../kernels/cell-order.js";
import type { WeightTotals } from "../kernels/unit-totals.js";

/** Rows and weights of units and groups under certain weights. */
export interface Weighed {
  readonly weights: Float64Array;
  readonly totals: WeightTotals;
}

/** What is known of all rows of a design, or of those in groups. */
export interface RowsFacts {
  weighed?: Weighed;
}

/** What is known of the groups that rows lie in; none of it depends on weights, unless some are zero. */
export interface GroupFacts extends RowsFacts {
  /** Rows in each cell: unit of the last stage * groups + group. Undefined where there are too many cells. */
  cells?: Int32Array | undefined;
  /** Rows of each group. */
  rows?: Float64Array;
  /** Degrees of freedom of each group, where no weight is zero. */
  degrees?: Float64Array;
  /** Rows in the order of their cells. */
  order?: CellOrder;
}

/**
 * What has been found out about the rows of a design: a table does not change, and the same columns and
 * groups are asked for again and again. By the arrays themselves, so that nothing outlives them.
 */
export interface RowFacts {
  /** Of all rows together. */
  readonly all: RowsFacts;
  /** Columns without a missing value. */
  readonly complete: WeakSet<Float64Array>;
  readonly groups: WeakMap<Int32Array, GroupFacts>;
  /** Domains (1 inside, 0 outside) as group codes (0 and -1). */
  readonly domains: WeakMap<Uint8Array, Int32Array>;
}

/** Nothing is known yet. */
export function rowFacts(): RowFacts {
  return { all: {}, complete: new WeakSet(), groups: new WeakMap(), domains: new WeakMap() };
}

/** What is known of an array of groups. */
export function groupFacts({ groups }: RowFacts, group: Int32Array): GroupFacts {
  let facts = groups.get(group);
  if (facts === undefined) {
    facts = {};
    groups.set(group, facts);
  }
  return facts;
}

/** The codes of a domain. */
export function domainCodes({ domains }: RowFacts, domain: Uint8Array): Int32Array {
  let codes = domains.get(domain);
  if (codes === undefined) {
    codes = new Int32Array(domain.length);
    for (let row = 0; row < codes.length; row++) codes[row] = domain[row]! - 1;
    domains.set(domain, codes);
  }
  return codes;
}
