import { randomStream } from "@vitalcore/core";

/** A made-up sample: strata of clusters with weights, a 0/1 outcome, an amount and groups. */
export function syntheticSample(options: {
  readonly strata: number;
  readonly clusters: number;
  readonly rows: number;
  readonly seed?: number;
}) {
  const { strata, clusters, rows, seed = 1 } = options;
  const stream = randomStream({ label: "survey/test", seed });
  const length = strata * clusters * rows;
  const at = (draw: number) => (row: number) => stream.uniform(row, draw);
  const column = (value: (row: number) => number) =>
    Float64Array.from({ length }, (_, row) => value(row));
  const cluster = (row: number) => Math.floor(row / rows);
  return {
    stratum: column((row) => Math.floor(cluster(row) / clusters)),
    psu: column(cluster),
    w: column((row) => 5 + 20 * at(0)(row)),
    y: column((row) => (at(1)(row) < 0.1 + 0.3 * stream.uniform(cluster(row), 9) ? 1 : 0)),
    x: column((row) => 100 * at(2)(row) + 10 * stream.uniform(cluster(row), 8)),
    g: Array.from({ length }, (_, row) => ["a", "b", "c"][Math.floor(3 * at(3)(row))] as string),
  };
}

export const DESIGN = { weights: "w", strata: "stratum", clusters: "psu" } as const;

/** Rows of columns picked, in a given order. */
export function pickRows<Columns extends Record<string, ArrayLike<unknown>>>(
  columns: Columns,
  rows: readonly number[],
): { [Name in keyof Columns]: Columns[Name][number][] } {
  return Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [name, rows.map((row) => cells[row])]),
  ) as { [Name in keyof Columns]: Columns[Name][number][] };
}
