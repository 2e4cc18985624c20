/** A cell of the tables that are to be published together; a cell shared by two tables has one id. */
export interface PublishedCell {
  readonly id: string;
  /** The true count; `null` where only the publication is known and the cell is hidden there. */
  readonly value: number | null;
}

/**
 * What readers know about cells: the sum of coefficient times cell equals, or is bounded by, a number. A
 * total is `{ terms: { north: 1, south: 1, all: -1 }, op: "=", right: 0 }`; a printed percentage of a printed
 * base bounds its count from both sides.
 */
export interface CellRelation {
  readonly terms: Readonly<Record<string, number>>;
  readonly op: "=" | "<=" | ">=";
  readonly right: number;
}
