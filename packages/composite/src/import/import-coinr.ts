import { type Cell, cellAt, type Finding, type TableLike, tableFrom } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { findIn as find } from "../function-catalog.js";
import type { FrameworkNode, IndexMethodology } from "../methodology.js";

/** A methodology made of COINr's table of metadata. */
export interface ImportedMethodology {
  readonly methodology: IndexMethodology;
  /** Definitions of the indicators as far as the table has them. */
  readonly definitions: readonly IndicatorDefinition[];
  /** Columns of the data that hold denominators, and groups of units. */
  readonly denominators: readonly string[];
  readonly groups: readonly string[];
  readonly findings: readonly Finding[];
}

/** What the table does not say. */
export interface ImportOptions {
  /** Id and title of the methodology; "imported" if left out. */
  readonly id?: string;
  readonly title?: string;
}

/**
 * Makes a methodology of the table `iMeta` of COINr: its indicators, aggregates, weights, directions and denominators.
 * `iData` then is the table of data as it is, with `unitColumn: "uCode"`. What to do at each stage stood in the
 * calls of COINr, not in its tables: add it to the methodology, which comes with min-max and arithmetic means,
 * and, as there, a mean of whatever is present.
 *
 * @param iMeta - columns `iCode`, `Parent`, `Type`, and as far as there are any `iName`, `Direction`, `Weight`, `Unit`,
 *   `Denominator`.
 * @returns the methodology; a row that cannot be used is told in `findings`.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { importCoinr } from "@vitalcore/composite/import";
 * const { methodology, definitions } = importCoinr([
 *   { iCode: "Index", Parent: null, Type: "Aggregate", Direction: 1, Weight: 1 },
 *   { iCode: "Trade", Parent: "Index", Type: "Indicator", Direction: 1, Weight: 2 },
 *   { iCode: "Tariff", Parent: "Index", Type: "Indicator", Direction: -1, Weight: 1 },
 * ]);
 * const iData = { uCode: ["AUS", "AUT"], Trade: [10, 30], Tariff: [1, 5] };
 * const index = buildIndex(iData, methodology, { unitColumn: "uCode", definitions });
 * index.units.map(({ unit, score }) => [unit, score?.toFixed(1)]); // => [["AUT", "66.7"], ["AUS", "33.3"]]
 * ```
 */
export function importCoinr(
  iMeta: TableLike,
  { id = "imported", title = id }: ImportOptions = {},
): ImportedMethodology {
  const rows = rowsOf(iMeta);
  const findings: Finding[] = [];
  const nodes: FrameworkNode[] = [];
  const definitions: IndicatorDefinition[] = [];
  const ofType = (type: string) =>
    rows.flatMap((row) => (row.Type === type ? [String(row.iCode)] : []));
  rows.forEach((row, i) => {
    const { iCode, Type } = row;
    if (typeof iCode !== "string" || !KNOWN_TYPES.includes(String(Type))) {
      const place = { row: i + 1 };
      const why = `row ${i + 1} has the code ${JSON.stringify(iCode ?? null)} and the type ${JSON.stringify(Type ?? null)}`;
      findings.push(find("composite/invalid-input", { place, facts: { what: "iMeta", why } }));
      return;
    }
    if (Type !== "Indicator" && Type !== "Aggregate") return;
    nodes.push(nodeOf(row, Type));
    if (Type === "Indicator") definitions.push(definitionOf(row));
  });
  return {
    methodology: {
      kind: "IndexMethodology",
      version: 1,
      id,
      title,
      nodes,
      normalize: { method: "min-max", scale: [0, 100] },
      aggregate: { method: "arithmetic", atLeast: 0 },
    },
    definitions,
    denominators: ofType("Denominator"),
    groups: ofType("Group"),
    findings,
  };
}

const KNOWN_TYPES: readonly string[] = ["Indicator", "Aggregate", "Denominator", "Group", "Other"];

type Row = Readonly<Record<string, Cell>>;

function rowsOf(input: TableLike): readonly Row[] {
  const table = tableFrom(input);
  return Array.from({ length: table.length }, (_, row) =>
    Object.fromEntries(table.names.map((name) => [name, cellAt(table.column(name), row)])),
  );
}

function nodeOf(row: Row, type: "Indicator" | "Aggregate"): FrameworkNode {
  const { iCode, iName, Parent, Weight, Denominator } = row;
  const denominator = textOf(Denominator);
  const parent = textOf(Parent);
  return {
    id: iCode as string,
    ...(typeof iName === "string" && { label: iName }),
    ...(parent !== undefined && { parent }),
    ...(parent !== undefined && typeof Weight === "number" && { weight: Weight }),
    ...(type === "Indicator" && { indicator: iCode as string }),
    ...(type === "Indicator" && denominator !== undefined && { denominate: { by: denominator } }),
  };
}

/** R writes missing values as NA. */
function textOf(cell: Cell | undefined): string | undefined {
  return typeof cell === "string" && cell !== "" && cell !== "NA" ? cell : undefined;
}

function definitionOf({ iCode, iName, Direction }: Row): IndicatorDefinition {
  const name = typeof iName === "string" ? iName : (iCode as string);
  return {
    id: iCode as string,
    name,
    definition: name,
    unit: "SCORE",
    range: [null, null],
    direction: Direction === -1 ? "higherWorse" : Direction === 1 ? "higherBetter" : "ambiguous",
    home: "economic",
    dimensions: ["economic"],
    digital: false,
    status: "experimental",
  };
}
