import {
  type Column,
  cellAt,
  type Finding,
  numbersOf,
  requireColumns,
  type TableLike,
  tableFrom,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "./catalog.js";

/** Columns of a table of people by origin and country of asylum. */
export interface DisplacementColumns {
  readonly year: string;
  readonly origin: string;
  readonly asylum: string;
  /** Columns of counts to add up. */
  readonly counts: readonly string[];
  /** The column of internally displaced people among the counts, whose origin and place must agree. */
  readonly internallyDisplaced?: string;
}

/** Sums of one country and year; `null` where no row has a value. */
export interface DisplacementTotal {
  readonly year: number;
  readonly area: string;
  readonly counts: Readonly<Record<string, number | null>>;
}

/** Sums, and what was odd about the rows. */
export interface DisplacementTotals {
  readonly totals: readonly DisplacementTotal[];
  readonly findings: readonly Finding[];
}

/**
 * People by country of origin or of asylum, from a table of pairs of both. The same person stands once in such a table:
 * sums by origin and sums by asylum are two views of the same people and must not be added.
 *
 * @param data - a row for each year, origin and country of asylum.
 * @param by - `origin` (from where people fled) or `asylum` (where they are).
 * @param columns - names of the columns.
 * @returns sums in order of first appearance. A missing count adds nothing, and a sum without any count is `null`.
 * @throws VitalError `indicators/population-count`, `indicators/repeated-pair`, `core/unknown-column`.
 *
 * Source: UNHCR, Refugee Population Statistics Database (structure of its tables).
 *
 * @example
 * ```ts
 * import { displacementTotals } from "@vitalcore/indicators/displacement";
 * const { totals } = displacementTotals(
 *   [
 *     { year: 2024, from: "SYR", in: "TUR", refugees: 2_900_000, idps: 0 },
 *     { year: 2024, from: "SYR", in: "SYR", refugees: 0, idps: 7_400_000 },
 *   ],
 *   "origin",
 *   { year: "year", origin: "from", asylum: "in", counts: ["refugees", "idps"], internallyDisplaced: "idps" },
 * );
 * totals; // => [{ year: 2024, area: "SYR", counts: { refugees: 2900000, idps: 7400000 } }]
 * ```
 */
export function displacementTotals(
  data: TableLike,
  by: "origin" | "asylum",
  columns: DisplacementColumns,
): DisplacementTotals {
  const table = tableFrom(data);
  const { counts, internallyDisplaced } = columns;
  requireColumns(table, [columns.year, columns.origin, columns.asylum, ...counts]);
  const years = numbersOf(table, columns.year);
  const [origins, asylums] = [columns.origin, columns.asylum].map((name) => {
    const column: Column = table.column(name);
    return (row: number) => String(cellAt(column, row) ?? "?");
  }) as [(row: number) => string, (row: number) => string];
  const values = counts.map((name) => numbersOf(table, name));
  const areaOf = by === "origin" ? origins : asylums;
  const sums = new Map<string, { year: number; area: string; counts: (number | null)[] }>();
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  for (let row = 0; row < table.length; row++) {
    const year = years[row] as number;
    if (Number.isNaN(year)) {
      findings.push(find("indicators/missing-year", { place: { row: row + 1 } }));
      continue;
    }
    const [origin, asylum] = [origins(row), asylums(row)];
    const pair = JSON.stringify([year, origin, asylum]);
    const first = seen.get(pair);
    if (first === undefined) seen.set(pair, row + 1);
    else {
      const facts = { origin, asylum, year, first };
      findings.push(find("indicators/repeated-pair", { place: { row: row + 1 }, facts }));
    }
    const area = areaOf(row);
    const key = JSON.stringify([year, area]);
    const sum = sums.get(key) ?? { year, area, counts: counts.map(() => null) };
    sums.set(key, sum);
    values.forEach((column, j) => {
      const value = column[row] as number;
      if (Number.isNaN(value)) return;
      const name = counts[j] as string;
      if (!(Number.isInteger(value) && value >= 0)) {
        const place = { row: row + 1, column: name };
        findings.push(
          find("indicators/population-count", { place, found: value, facts: { name } }),
        );
      } else if (name === internallyDisplaced && value > 0 && origin !== asylum) {
        const place = { row: row + 1, column: name };
        const facts = { origin, asylum };
        findings.push(find("indicators/displaced-abroad", { place, found: value, facts }));
      }
      sum.counts[j] = (sum.counts[j] ?? 0) + value;
    });
  }
  throwIfErrors(findings);
  const totals = [...sums.values()].map(({ year, area, counts: added }) => ({
    year,
    area,
    counts: Object.fromEntries(counts.map((name, j) => [name, added[j] ?? null])),
  }));
  return { totals, findings };
}
