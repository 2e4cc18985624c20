import {
  type Column,
  numberColumn,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
} from "@vitalcore/core";
import type { SimpleVariance } from "../estimates/design-effect.js";
import type { DesignEffectKind } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import type { SelectedRows } from "../estimates/select-rows.js";
import { totalOfGroup, type UnitTotals } from "../kernels/unit-totals.js";
import { plannedColumns, plannedSquares, type StatisticsPlan } from "./plan.js";

/** What a chunk is accumulated as: squares are columns like others, after those of the plan. */
export interface Accumulation {
  readonly plan: StatisticsPlan;
  readonly chunkOf: (input: TableLike) => TableLike;
}

const squareOf = (column: string) => `${column}²`;

/** Adds the squares that a design effect needs to the columns of a plan. */
export function accumulationOf(plan: StatisticsPlan): Accumulation {
  const squares = plannedSquares(plan);
  if (squares.length === 0) return { plan, chunkOf: (input) => input };
  const columns = [...plannedColumns(plan), ...squares.map(squareOf)];
  const { version, design, by, subset } = plan;
  return {
    plan: {
      version,
      statistic: "total",
      columns,
      design,
      ...(by !== undefined && { by }),
      ...(subset !== undefined && { subset }),
    },
    chunkOf: (input) => {
      const table = tableFrom(input) as unknown as Table;
      const added = new Map<string, Column>();
      for (const column of squares) {
        // An unknown column is reported by those who need it.
        if (!table.names.includes(column)) return table;
        const values = readNumbers(table, column).values.map((value) => value * value);
        added.set(squareOf(column), numberColumn(values));
      }
      const kept = table.names.filter((name) => !added.has(name));
      return tableOf([...kept.map((name) => [name, table.column(name)] as const), ...added], {
        identifying: table.identifying,
      });
    },
  };
}

/** Variances of the population by group, from the totals and the totals of squares. */
export function plannedEffects(
  plan: StatisticsPlan,
  totals: UnitTotals,
  { n, groups }: SelectedRows,
): { readonly kind: DesignEffectKind; readonly simple: SimpleVariance } | undefined {
  const kind = plan.designEffect ?? "none";
  if (kind === "none" || plan.statistic === "count" || plan.statistic === "ratio") return undefined;
  const columns = plannedColumns(plan).length;
  // The square of a 0/1 column is the column.
  const square = (j: number) => (plan.statistic === "proportion" ? j + 1 : columns + j + 1);
  const people = Float64Array.from({ length: groups }, (_, g) => totalOfGroup(totals, 0, g));
  return {
    kind,
    simple: {
      people,
      size: n,
      spread: (g, j) => {
        const mean = totalOfGroup(totals, j + 1, g) / people[g]!;
        const squares = totalOfGroup(totals, square(j), g) / people[g]!;
        // Values that are alike leave the rounding error of their squares.
        const variance = squares - mean * mean;
        const known = variance > ROUNDING * squares ? variance : 0;
        return (known * n[g]!) / (n[g]! - 1);
      },
    },
  };
}

/** Share of the mean square below which a variance is rounding error. */
const ROUNDING = 1e-13;
