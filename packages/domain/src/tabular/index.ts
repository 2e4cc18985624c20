import {
  type Cell,
  type Column,
  cellAt,
  type Finding,
  finder,
  nearest,
  numberColumn,
  type Table,
  tableOf,
  textColumn,
} from "@vitalcore/core";
import type { Observation } from "../observation.js";
import type { ObservationParameters } from "../parameters.js";
import type { ObsStatus } from "../status.js";
import { parameterColumn, readParameter } from "./parameter-cell.js";

export { readParameter } from "./parameter-cell.js";

/** Columns of a table of observations: every field by its name, breakdowns as `breakdown.<axis>`, parameters as `parameters.<name>`. */
const TEXT = ["indicator", "area", "period", "edition", "asOf", "unit", "note", "source"] as const;
const NUMBERS = ["value", "standardError", "lower", "upper", "level", "n", "nMissing"] as const;
const REQUIRED = ["indicator", "area", "period", "value", "unit"] as const;
const BREAKDOWN = "breakdown.";
const PARAMETERS = "parameters.";
/** Several codes stand in one cell, for example "B;D". */
const STATUS_SEPARATOR = ";";

const find = finder({
  "domain/observation-column": {
    severity: "error",
    message: 'A table of observations needs a column "{column}".',
    hint: "The columns are: {columns}.",
  },
  "domain/unused-column": {
    severity: "warning",
    message: 'Column "{column}" is no field of an observation, and is not read.',
    hint: "Breakdowns stand in columns like breakdown.sex, parameters in columns like parameters.line; the fields are: {fields}.",
  },
  "domain/observation-cell": {
    severity: "error",
    message: 'Row {row}: column "{column}" is {found}, and {wanted} is needed.',
  },
});

/** Observations read from a table, and what is wrong with it. */
export interface ObservationsRead {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a table with one observation in a row. Columns are the fields by name (`lower`, `upper` and
 * `level` make the interval; several status codes are joined by ";"), breakdowns are columns like
 * `breakdown.sex`, parameters columns like `parameters.line`. Fields whose cell is missing are left out. What the values mean is not checked here:
 * see `checkObservations`.
 *
 * @returns the observations of all rows that have what is required, and findings with row and column.
 *
 * @example
 * ```ts
 * import { tableFrom } from "@vitalcore/core";
 * import { observationsFromTable } from "@vitalcore/domain/tabular";
 * const table = tableFrom([
 *   { indicator: "coverage-gap", area: "NAM", period: "2017", value: 9, unit: "PERCENT", "breakdown.sex": "F" },
 * ]);
 * observationsFromTable(table).observations[0]?.breakdown; // => { sex: "F" }
 * ```
 */
export function observationsFromTable(table: Table): ObservationsRead {
  const findings = checkColumns(table);
  if (findings.some(({ severity }) => severity === "error")) return { observations: [], findings };
  const observations: Observation[] = [];
  for (let row = 0; row < table.length; row++) {
    const observation = readRow(table, row, findings);
    if (observation !== undefined) observations.push(observation);
  }
  return { observations, findings };
}

function checkColumns(table: Table): Finding[] {
  const fields = [...TEXT, ...NUMBERS, "status"];
  const isRead = (name: string) =>
    fields.includes(name as never) || name.startsWith(BREAKDOWN) || name.startsWith(PARAMETERS);
  const absent = REQUIRED.filter((column) => !table.has(column)).map((column) => {
    const suggestion = nearest(column, table.names);
    const facts = { columns: table.names };
    return find("domain/observation-column", { place: { column }, facts, suggestion });
  });
  const unused = table.names
    .filter((name) => !isRead(name))
    .map((column) => find("domain/unused-column", { place: { column }, facts: { fields } }));
  return [...absent, ...unused];
}

function readRow(table: Table, row: number, findings: Finding[]): Observation | undefined {
  let faulty = false;
  const cell = (name: string): Cell =>
    table.has(name) ? cellAt(table.column(name) as Column, row) : null;
  const reject = (column: string, found: Cell, wanted: string) => {
    faulty = true;
    findings.push(
      find("domain/observation-cell", {
        place: { row: row + 1, column },
        found,
        facts: { wanted },
      }),
    );
  };
  const fields: Record<string, unknown> = {};
  for (const name of TEXT) {
    const value = cell(name);
    // A column of years or codes may have been read as numbers.
    if (value !== null) fields[name] = String(value);
    else if (REQUIRED.includes(name as never)) reject(name, value, "text");
  }
  for (const name of NUMBERS) {
    const value = cell(name);
    if (typeof value === "number") fields[name] = value;
    else if (value !== null) reject(name, value, "a number");
  }
  const { lower, upper, level, ...rest } = fields;
  const bounds = [lower, upper, level].filter((bound) => bound !== undefined).length;
  if (bounds === 1 || bounds === 2) {
    reject("lower, upper, level", bounds, "3 (or 0) of them");
  }
  if (faulty) return undefined;
  const status = statusOf(cell("status"));
  const breakdown = breakdownOf(table, cell);
  const parameters = parametersOf(table, cell);
  return {
    ...rest,
    value: (rest.value as number | undefined) ?? null,
    ...(bounds === 3 && { interval: { lower, upper, level } }),
    ...(status.length > 0 && { status }),
    ...(breakdown !== undefined && { breakdown }),
    ...(parameters !== undefined && { parameters }),
  } as unknown as Observation;
}

function statusOf(cell: Cell): ObsStatus[] {
  if (cell === null) return [];
  return String(cell)
    .split(STATUS_SEPARATOR)
    .map((code) => code.trim() as ObsStatus);
}

function breakdownOf(
  table: Table,
  cell: (name: string) => Cell,
): Record<string, string> | undefined {
  const axes = table.names
    .filter((name) => name.startsWith(BREAKDOWN) && cell(name) !== null)
    .map((name) => [name.slice(BREAKDOWN.length), String(cell(name))]);
  return axes.length > 0 ? Object.fromEntries(axes) : undefined;
}

function parametersOf(
  table: Table,
  cell: (name: string) => Cell,
): ObservationParameters | undefined {
  const told = table.names
    .filter((name) => name.startsWith(PARAMETERS) && cell(name) !== null)
    .map((name) => [name.slice(PARAMETERS.length), readParameter(cell(name))]);
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

/**
 * Lays observations out as a table with one in a row, as {@link observationsFromTable} reads it. Only
 * fields, breakdowns and parameters that occur make a column. The column of a parameter is of numbers if all of them
 * are; else text, in which text that looks like a number, true, false or null stands in quotes.
 *
 * @example
 * ```ts
 * import { tableFromObservations } from "@vitalcore/domain/tabular";
 * const table = tableFromObservations([
 *   { indicator: "coverage-gap", area: "NAM", period: "2017", value: 9, unit: "PERCENT", status: ["B", "E"] },
 * ]);
 * table.names; // => ["indicator", "area", "period", "value", "unit", "status"]
 * ```
 */
export function tableFromObservations(observations: readonly Observation[]): Table {
  const axes = new Set(observations.flatMap(({ breakdown }) => Object.keys(breakdown ?? {})));
  const names = new Set(observations.flatMap(({ parameters }) => Object.keys(parameters ?? {})));
  const text = (pick: (observation: Observation) => string | undefined) =>
    textColumn(observations.map((observation) => pick(observation) ?? null));
  const number = (pick: (observation: Observation) => number | null | undefined) =>
    numberColumn(observations.map((observation) => pick(observation) ?? null));
  const columns: [string, Column][] = [
    ["indicator", text((o) => o.indicator)],
    ["area", text((o) => o.area)],
    ["period", text((o) => o.period)],
    ...[...axes]
      .sort()
      .map((axis): [string, Column] => [
        `${BREAKDOWN}${axis}`,
        text(({ breakdown = {} }) =>
          Object.hasOwn(breakdown, axis) ? breakdown[axis] : undefined,
        ),
      ]),
    ["edition", text((o) => o.edition)],
    ["asOf", text((o) => o.asOf)],
    ["value", number((o) => o.value)],
    ["unit", text((o) => o.unit)],
    ["standardError", number((o) => o.standardError)],
    ["lower", number((o) => o.interval?.lower)],
    ["upper", number((o) => o.interval?.upper)],
    ["level", number((o) => o.interval?.level)],
    ["n", number((o) => o.n)],
    ["nMissing", number((o) => o.nMissing)],
    ["status", text((o) => o.status?.join(STATUS_SEPARATOR))],
    ...[...names]
      .sort()
      .map((name): [string, Column] => [
        `${PARAMETERS}${name}`,
        parameterColumn(
          observations.map(({ parameters = {} }) =>
            Object.hasOwn(parameters, name) ? parameters[name] : undefined,
          ),
        ),
      ]),
    ["source", text((o) => o.source)],
    ["note", text((o) => o.note)],
  ];
  const isEmpty = (column: Column) =>
    column.kind === "text" ? column.levels.length === 0 : column.values.every(Number.isNaN);
  return tableOf(
    columns.filter(([name, column]) => REQUIRED.includes(name as never) || !isEmpty(column)),
  );
}
