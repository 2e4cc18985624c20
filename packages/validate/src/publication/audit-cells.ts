import type { Finding } from "@vitalcore/core";
import {
  attackCounts,
  type CountCell,
  type CountRelation,
  type Protection,
  type Recovered,
} from "@vitalcore/survey/publication";
import { find } from "./publication-catalog.js";

/** What is to be found out about a publication with hidden cells. */
export interface AuditCellsOptions {
  /** Ids of the hidden cells; those whose value is `null` are hidden in any case. */
  readonly hidden?: readonly string[];
  /** Hidden cells that are small themselves: only these count for the verdict; all if left out. */
  readonly primary?: readonly string[];
  /** Counts from 1 to one less than this are small; only exact recovery counts if left out. */
  readonly threshold?: number;
  /** Whether readers know that zeros are shown, so that a hidden cell is at least 1; not if left out. */
  readonly zerosShown?: boolean;
}

/** What an attacker can work out. */
export interface CellAudit {
  /**
   * `broken`: the exact number of a small cell follows; `narrow`: that it is small follows; `protected`:
   * neither; `contradictory`: no numbers fit.
   */
  readonly verdict: Protection | "contradictory";
  /** What each hidden cell can be. */
  readonly recovered: readonly Recovered[];
  readonly findings: readonly Finding[];
}

/**
 * Works out what readers can about the hidden cells of a publication, and finds those that are not safe.
 *
 * @param cells - all cells; the values of hidden ones are never used.
 * @returns the numbers that each hidden cell can be, the verdict, and a finding for each cell that is given away.
 * @throws VitalError as `attackCounts` of `@vitalcore/survey/publication`, which does the work.
 *
 * @example
 * ```ts
 * import { auditCells } from "@vitalcore/validate/publication";
 * const cells = [{ id: "a", value: 140 }, { id: "b", value: null }, { id: "c", value: 57 }, { id: "all", value: 200 }];
 * const relations = [{ terms: { a: 1, b: 1, c: 1, all: -1 }, op: "=", right: 0 }] as const;
 * const { verdict, findings } = auditCells(cells, relations);
 * verdict; // => "broken"
 * findings[0]?.message; // => "b is hidden, and can be worked out from what is published: it is 3."
 * ```
 */
export function auditCells(
  cells: readonly CountCell[],
  relations: readonly CountRelation[],
  options: AuditCellsOptions = {},
): CellAudit {
  const { threshold, zerosShown = false } = options;
  const hidden = new Set(options.hidden);
  for (const { id, value } of cells) if (value === null) hidden.add(id);
  const primary = new Set(options.primary ?? hidden);
  const known = cells.map(({ id, value }) => ({ id, value: hidden.has(id) ? null : value }));
  const { verdict, recovered } = attackCounts(
    { cells: known, relations, small: primary },
    zerosShown ? "positive" : "basic",
  );
  if (verdict === "contradictory") {
    return { verdict, recovered, findings: [find("validate/cell-contradiction", {})] };
  }
  const findings = recovered.flatMap(({ cell, exact, wholeLower, wholeUpper }): Finding[] => {
    if (!primary.has(cell)) return [];
    if (exact) {
      const facts = { cell, interval: String(wholeLower) };
      return [find("validate/complementary-disclosure", { facts })];
    }
    if (threshold === undefined || wholeUpper === null || wholeUpper >= threshold) return [];
    const facts = { cell, interval: `${wholeLower} to ${wholeUpper}` };
    return [find("validate/narrow-disclosure", { facts })];
  });
  const isNarrow = verdict === "protected" && findings.length > 0;
  return { verdict: isNarrow ? "narrow" : verdict, recovered, findings };
}
