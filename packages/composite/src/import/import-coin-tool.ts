import type { Cell, Finding } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { findIn as find } from "../function-catalog.js";
import type { FrameworkNode, IndexMethodology } from "../methodology.js";
import type { ImportOptions } from "./import-coinr.js";

/** Rows of a sheet from its first row and column, as any reader of Excel files gives them. */
export type SheetRows = readonly (readonly (Cell | undefined)[])[];

/** The sheets of a workbook of the JRC COIN Tool. */
export interface CoinToolSheets {
  /** The sheet "Database". */
  readonly database: SheetRows;
  /** The sheet "Framework": names and weights of the groups. Without it they have their codes and equal weights. */
  readonly framework?: SheetRows;
}

/** What the sheets do not say. */
export interface CoinToolOptions extends ImportOptions {
  /** Whether indicators are scored between the goalposts of the sheet, where it has both; false if left out. */
  readonly goalposts?: boolean;
  /** Row of the heading of the sheet "Framework": 4 if left out; 5 in the tool's versions before 2019. */
  readonly frameworkHeading?: number;
}

/** A methodology and data made of a workbook of the COIN Tool. */
export interface ImportedCoinTool {
  readonly methodology: IndexMethodology;
  readonly definitions: readonly IndicatorDefinition[];
  /** A column for each indicator by its code, and `unitColumn`. */
  readonly data: Readonly<Record<string, readonly Cell[]>>;
  readonly unitColumn: string;
  /** Names of the units, by code. */
  readonly labels: Readonly<Record<string, string>>;
  /** Cells that could not be used. */
  readonly findings: readonly Finding[];
}

/** Where things stand in the sheet "Database": rows and columns from 1. */
const AT = {
  weight: 7,
  direction: 8,
  lower: 9,
  upper: 10,
  /** From the index down to the sub-pillar. */
  groups: [11, 12, 13, 14],
  name: 15,
  code: 16,
  firstUnit: 17,
  unitName: 2,
  unitCode: 3,
  firstIndicator: 5,
} as const;

/** Columns of the sheet "Framework". */
const FRAMEWORK = { code: 3, weight: 5, name: 8 } as const;

const UNIT_COLUMN = "unit";

/**
 * Makes a methodology, definitions and a table of data of a workbook of the COIN Tool of the European Commission's Joint
 * Research Centre (version 1, 2019): its sheet "Database" has an indicator in each column from E, with weight,
 * direction, goalposts, groups, name and code in rows 7 to 16, and a unit in each row from 17. A level of groups of
 * which there is only one group is not used there, and left out here. Scores are min-max, and means arithmetic over
 * whatever is present, as in the tool; other choices are made in the methodology.
 *
 * @param sheets - rows as read by any reader of Excel files.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { importCoinTool } from "@vitalcore/composite/import";
 * const blank = [null, null, null, null];
 * const database = [
 *   ...Array.from({ length: 6 }, () => []),
 *   [...blank, 1, 1],
 *   [...blank, 1, -1],
 *   [...blank, 0, 0],
 *   [...blank, 100, 100],
 *   [...blank, "Index", "Index"],
 *   [...blank, "si.01", "si.01"],
 *   [...blank, "p.01", "p.02"],
 *   [...blank, "sp.01", "sp.01"],
 *   [...blank, "Schools", "Illness"],
 *   [...blank, "Ind.01", "Ind.02"],
 *   [null, "Austria", "AUT", null, 10, 1],
 *   [null, "Belgium", "BEL", null, 30, "n/a"],
 *   [null, "Cyprus", "CYP", null, 20, 5],
 * ];
 * const { methodology, data, definitions, unitColumn, labels } = importCoinTool({ database });
 * methodology.nodes.map(({ id }) => id); // => ["Index", "p.01", "p.02", "Ind.01", "Ind.02"]
 * const { units } = buildIndex(data, methodology, { unitColumn, definitions, labels });
 * units.map(({ label, score }) => [label, score]); // => [["Belgium", 100], ["Austria", 50], ["Cyprus", 25]]
 * ```
 */
export function importCoinTool(
  { database, framework = [] }: CoinToolSheets,
  options: CoinToolOptions = {},
): ImportedCoinTool {
  const { id = "imported", title = id, goalposts = false, frameworkHeading = 4 } = options;
  const findings: Finding[] = [];
  const cell = (row: number, column: number): Cell => database[row - 1]?.[column - 1] ?? null;
  const columns = indicatorColumns(database);
  const used = AT.groups.filter(
    (row, level) => level === 0 || new Set(columns.map((column) => cell(row, column))).size > 1,
  );
  const details = groupDetails(framework, frameworkHeading);
  const groups = new Map<string, FrameworkNode>();
  const leaves = columns.map((column): FrameworkNode => {
    const chain = used.flatMap((row) => textOf(cell(row, column)) ?? []);
    chain.forEach((code, level) => {
      if (!groups.has(code)) groups.set(code, groupNode(code, chain[level - 1], details));
    });
    const code = textOf(cell(AT.code, column)) as string;
    const name = textOf(cell(AT.name, column));
    const weight = cell(AT.weight, column);
    const parent = chain.at(-1);
    return {
      id: code,
      ...(name !== undefined && { label: name }),
      ...(parent !== undefined && { parent }),
      ...(typeof weight === "number" && { weight }),
      indicator: code,
      ...(goalposts && goalpostsOf(cell, column)),
    };
  });
  const { data, labels } = readUnits(database, columns, cell, findings);
  return {
    methodology: {
      kind: "IndexMethodology",
      version: 1,
      id,
      title,
      nodes: [...groups.values(), ...leaves],
      normalize: { method: "min-max", scale: [0, 100] },
      aggregate: { method: "arithmetic", atLeast: 0 },
    },
    definitions: columns.map((column) => definitionOf(cell, column)),
    data,
    unitColumn: UNIT_COLUMN,
    labels,
    findings,
  };
}

type CellAt = (row: number, column: number) => Cell;

/** Columns from E that have a code, and a number for some unit. */
function indicatorColumns(database: SheetRows): readonly number[] {
  const codes = database[AT.code - 1] ?? [];
  const rows = database.slice(AT.firstUnit - 1);
  return codes.flatMap((code, i) => {
    const isIndicator = i + 1 >= AT.firstIndicator && textOf(code ?? null) !== undefined;
    return isIndicator && rows.some((row) => typeof row[i] === "number") ? [i + 1] : [];
  });
}

/** The tool writes "n/a" for what is missing, and "--" for what is not used. */
const EMPTY: readonly string[] = ["", "n/a", "--"];

function textOf(cell: Cell): string | undefined {
  if (cell === null || EMPTY.includes(String(cell).trim())) return undefined;
  return String(cell).trim();
}

interface GroupDetails {
  readonly name: string | undefined;
  readonly weight: number | undefined;
}

function groupDetails(rows: SheetRows, heading: number): ReadonlyMap<string, GroupDetails> {
  return new Map(
    rows.slice(heading).flatMap((row) => {
      const code = textOf(row[FRAMEWORK.code - 1] ?? null);
      if (code === undefined) return [];
      const weight = row[FRAMEWORK.weight - 1];
      const details = {
        name: textOf(row[FRAMEWORK.name - 1] ?? null),
        weight: typeof weight === "number" ? weight : undefined,
      };
      return [[code, details] as const];
    }),
  );
}

function groupNode(
  id: string,
  parent: string | undefined,
  details: ReadonlyMap<string, GroupDetails>,
): FrameworkNode {
  const { name, weight } = details.get(id) ?? { name: undefined, weight: undefined };
  return {
    id,
    ...(name !== undefined && { label: name }),
    ...(parent !== undefined && { parent }),
    ...(parent !== undefined && weight !== undefined && { weight }),
  };
}

function goalpostsOf(cell: CellAt, column: number): Pick<FrameworkNode, "normalize"> {
  const [lower, upper] = [cell(AT.lower, column), cell(AT.upper, column)];
  if (typeof lower !== "number" || typeof upper !== "number") return {};
  const isWorse = cell(AT.direction, column) === -1;
  return {
    normalize: {
      method: "goalposts",
      worst: isWorse ? upper : lower,
      best: isWorse ? lower : upper,
    },
  };
}

function definitionOf(cell: CellAt, column: number): IndicatorDefinition {
  const code = textOf(cell(AT.code, column)) as string;
  const name = textOf(cell(AT.name, column)) ?? code;
  const direction = cell(AT.direction, column);
  return {
    id: code,
    name,
    definition: name,
    unit: "SCORE",
    range: [null, null],
    direction: direction === -1 ? "higherWorse" : direction === 1 ? "higherBetter" : "ambiguous",
    home: "economic",
    dimensions: ["economic"],
    digital: false,
    status: "experimental",
  };
}

function readUnits(
  database: SheetRows,
  columns: readonly number[],
  cell: CellAt,
  findings: Finding[],
): Pick<ImportedCoinTool, "data" | "labels"> {
  const rows: number[] = [];
  for (let row = AT.firstUnit; row <= database.length; row++) {
    const hasValue = columns.some((column) => typeof cell(row, column) === "number");
    const code = textOf(cell(row, AT.unitCode));
    if (code !== undefined) rows.push(row);
    else if (hasValue)
      findings.push(unusable(row, AT.unitCode, null, "has values and no code of a unit"));
  }
  const codes = rows.map((row) => textOf(cell(row, AT.unitCode)) as string);
  const values = columns.map((column) => {
    const own = rows.map((row): Cell => {
      const value = cell(row, column);
      if (typeof value === "number") return value;
      if (textOf(value) !== undefined) findings.push(unusable(row, column, value, "is no number"));
      return null;
    });
    return [textOf(cell(AT.code, column)) as string, own] as const;
  });
  const names = rows.map((row, i) => [codes[i] as string, textOf(cell(row, AT.unitName))] as const);
  return {
    data: { [UNIT_COLUMN]: codes, ...Object.fromEntries(values) },
    labels: Object.fromEntries(
      names.flatMap(([code, name]) => (name === undefined ? [] : [[code, name]])),
    ),
  };
}

function unusable(row: number, column: number, found: Cell, what: string): Finding {
  const why = `row ${row}, column ${column} ${what}: it is left out`;
  const place = { row, column: String(column) };
  return find("composite/invalid-input", { place, found, facts: { what: "Database", why } });
}
