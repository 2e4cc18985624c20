import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";

/** A count of the tables that are published together; a count that stands in two tables has one id. */
export interface CountCell {
  readonly id: string;
  /** The true count; `null` where only the publication is known and the count is hidden there. */
  readonly value: number | null;
}

/**
 * What readers know of counts: the sum of coefficient times count equals, or is bounded by, a number. A total is
 * `{ terms: { north: 1, south: 1, all: -1 }, op: "=", right: 0 }`; a printed percentage of a printed base bounds
 * its count from both sides.
 */
export interface CountRelation {
  readonly terms: Readonly<Record<string, number>>;
  readonly op: "=" | "<=" | ">=";
  readonly right: number;
}

/** Whether a count needs protection: from 1 to one less than the threshold. */
export function isSmall(value: number | null, threshold: number): boolean {
  return value !== null && value >= 1 && value < threshold;
}

/** @throws VitalError with all that is wrong with counts, relations and the ids that options name. */
export function checkCounts(
  cells: readonly CountCell[],
  relations: readonly CountRelation[],
  {
    named = [],
    allowUnknown,
  }: { readonly named?: Iterable<string>; readonly allowUnknown: boolean },
): void {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  for (const { id, value } of cells) {
    if (ids.has(id)) findings.push(find("survey/duplicate-count", { found: id }));
    ids.add(id);
    const isCount = value === null ? allowUnknown : Number.isInteger(value) && value >= 0;
    if (!isCount) findings.push(find("survey/not-a-count", { found: value, facts: { cell: id } }));
  }
  const used = new Set([...relations.flatMap(({ terms }) => Object.keys(terms)), ...named]);
  for (const cell of used) {
    if (!ids.has(cell)) findings.push(find("survey/unknown-count", { found: cell }));
  }
  throwIfErrors(findings);
}

/** @throws VitalError `survey/option` unless a threshold is a whole number from 1. */
export function checkThreshold(threshold: number): void {
  if (Number.isInteger(threshold) && threshold >= 1) return;
  const facts = { option: "`threshold`", wanted: "a whole number from 1" };
  throwIfErrors([find("survey/option", { found: threshold, facts })]);
}
