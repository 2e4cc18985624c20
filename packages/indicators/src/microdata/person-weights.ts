import { type Column, numbersOf, type Table, tableOf, throwIfErrors } from "@vitalcore/core";
import type { DesignSpec } from "@vitalcore/survey";
import { factorFindings } from "../multidimensional-poverty/read-rows.js";

/** Name of the column of weights that count persons. */
export const PERSON_WEIGHT = "person:weight";

/**
 * A table and a design in which persons are the unit where rows are households: weights times household sizes.
 *
 * @throws VitalError `indicators/poverty-weight` for a weight or a size that is none.
 */
export function withPersonWeights(
  table: Table,
  design: DesignSpec,
  size: string | undefined,
): { readonly table: Table; readonly design: DesignSpec } {
  if (size === undefined) return { table, design };
  const { weights } = design;
  const column = typeof weights === "object" ? weights.column : weights;
  const divisor = typeof weights === "object" ? (weights.divideBy ?? 1) : 1;
  throwIfErrors(factorFindings(table, { size, ...(column !== undefined && { weight: column }) }));
  const sizes = numbersOf(table, size);
  const own = column === undefined ? undefined : numbersOf(table, column);
  const values = sizes.map((people, row) => (people * (own?.[row] ?? 1)) / divisor);
  const columns: [string, Column][] = [
    ...table.names.map((name): [string, Column] => [name, table.column(name)]),
    [PERSON_WEIGHT, { kind: "number", values }],
  ];
  return {
    table: tableOf(columns, { identifying: table.identifying }),
    design: { ...design, weights: PERSON_WEIGHT },
  };
}
