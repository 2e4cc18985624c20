import { checkDocument, type IndexMethodology } from "@vitalcore/composite";
import {
  type Cell,
  type Column,
  cellAt,
  type Finding,
  type Table,
  type TableLike,
  tableFrom,
} from "@vitalcore/core";
import { plainNumber } from "../rules/column-views.js";
import { find } from "./definitions-catalog.js";

/** A node as spreadsheets of frameworks have it. Every field is checked, whatever it holds. */
export interface FrameworkRow {
  readonly code: unknown;
  readonly parent?: unknown;
  /** For files in which nodes name several parents, which is an error. */
  readonly parents?: unknown;
  readonly level?: unknown;
  /** Indicator or Aggregate; by its children if left out. */
  readonly type?: unknown;
  /** 1 or -1. */
  readonly direction?: unknown;
  readonly weight?: unknown;
  readonly unit?: unknown;
  /** Lowest and highest. */
  readonly goalposts?: unknown;
  readonly target?: unknown;
}

interface PlacedRow {
  readonly row: number;
  readonly code: string;
  readonly parent: string | undefined;
  readonly isIndicator: boolean;
  readonly fields: FrameworkRow;
}

const FIELDS = [
  "code",
  "parent",
  "level",
  "type",
  "direction",
  "weight",
  "unit",
  "target",
] as const;
/** Column of a spreadsheet to which a path of the methodology belongs. */
const COLUMN_OF: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["id", "code"],
  ["parent", "parent"],
  ["weight", "weight"],
  ["direction", "direction"],
  ["indicator", "code"],
]);

function isBlank(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === "string" && value.trim() === "")
  );
}

function numberIn(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  if (/^[+-]?inf(?:inity)?$/i.test(value.trim())) return Number.POSITIVE_INFINITY;
  const number = plainNumber(value);
  return Number.isNaN(number) && !/^nan$/i.test(value.trim()) ? undefined : number;
}

function rowsIn(input: TableLike): readonly FrameworkRow[] {
  const table = tableFrom(input) as Table;
  const columns = FIELDS.filter((name) => table.has(name)).map((name): [string, Column] => [
    name,
    table.column(name),
  ]);
  return Array.from({ length: table.length }, (_, i) => {
    const cells = columns.map(([name, column]): [string, Cell] => [name, cellAt(column, i)]);
    return Object.fromEntries(cells) as unknown as FrameworkRow;
  });
}

function placed(rows: readonly FrameworkRow[]): readonly PlacedRow[] {
  const parentOf = ({ parent, parents }: FrameworkRow): string | undefined => {
    const first = Array.isArray(parents) ? parents[0] : parent;
    return isBlank(first) ? undefined : String(first);
  };
  const withChildren = new Set(rows.map(parentOf));
  return rows.map((fields, i) => {
    const code = isBlank(fields.code) ? "" : String(fields.code);
    const isIndicator = isBlank(fields.type)
      ? !withChildren.has(code)
      : /^ind/i.test(String(fields.type));
    return { row: i + 1, code, parent: parentOf(fields), isIndicator, fields };
  });
}

/** The methodology that the rows make, whatever is wrong with it: `checkDocument` says what. */
function methodologyOf(rows: readonly PlacedRow[]): IndexMethodology {
  const nodes = rows.map(({ code, parent, isIndicator, fields }, i) => ({
    id: code,
    ...(parent !== undefined && { parent }),
    ...(parent !== undefined &&
      !isBlank(fields.weight) && { weight: numberIn(fields.weight) ?? 1 }),
    ...(isIndicator && { indicator: `row-${i + 1}` }),
  }));
  const definitions = rows.flatMap(({ code, isIndicator }, i) =>
    isIndicator
      ? [
          {
            id: `row-${i + 1}`,
            name: code,
            definition: "As the framework has it.",
            unit: "NUMBER",
            range: [null, null],
            direction: "higherBetter",
            home: "economic",
            dimensions: ["economic"],
            digital: false,
            status: "established",
          },
        ]
      : [],
  );
  const document = {
    kind: "IndexMethodology",
    version: 1,
    id: "framework",
    title: "Framework",
    nodes,
    normalize: { method: "min-max" },
    definitions,
  };
  return document as unknown as IndexMethodology;
}

/** Some findings about a node are mended in the row of a child: that is the cell to point at. */
function childMeant(
  { code, place, facts }: Finding,
  rows: readonly PlacedRow[],
): { readonly row: number; readonly column: string } | undefined {
  const isBelow = ({ parent }: PlacedRow) => parent !== undefined && parent === place.node;
  switch (code) {
    case "composite/several-roots": {
      const second = Array.isArray(facts.roots) ? facts.roots[1] : undefined;
      const row = rows.find(({ code: id }) => id === second)?.row;
      return row === undefined ? undefined : { row, column: "parent" };
    }
    case "composite/weights-sum": {
      const last = rows.filter(isBelow).at(-1);
      return last === undefined ? undefined : { row: last.row, column: "weight" };
    }
    case "composite/zero-weights": {
      const first = rows.find(isBelow);
      return first === undefined ? undefined : { row: first.row, column: "weight" };
    }
    case "composite/indicator-with-children": {
      const first = rows.find(isBelow);
      return first === undefined ? undefined : { row: first.row, column: "parent" };
    }
    default:
      return undefined;
  }
}

/** A finding of the methodology with the row of its node. */
function atRow(
  finding: Finding,
  rows: readonly PlacedRow[],
  rowOf: ReadonlyMap<string, number>,
): Finding {
  const { path, node } = finding.place;
  const index = path?.[0] === "nodes" && typeof path[1] === "number" ? path[1] : undefined;
  const row =
    index === undefined ? (node === undefined ? undefined : rowOf.get(node)) : rows[index]?.row;
  const column = COLUMN_OF.get(String(path?.[2] ?? ""));
  const { path: _, ...place } = finding.place;
  const child = childMeant(finding, rows);
  if (child !== undefined) return { ...finding, place: { ...place, ...child } };
  return {
    ...finding,
    place: { ...place, ...(row !== undefined && { row }), ...(column !== undefined && { column }) },
  };
}

/** What a spreadsheet of a framework says beyond the tree: its numbers, directions, units, levels and goalposts. */
function checkFields(rows: readonly PlacedRow[], withUnits: boolean): readonly Finding[] {
  const levels = new Map(rows.map(({ code, fields }) => [code, numberIn(fields.level)]));
  return rows.flatMap(({ row, code, parent, isIndicator, fields }): Finding[] => {
    const findings: Finding[] = [];
    const at = (column: string) => ({ row, column, node: code });
    if (!isBlank(fields.weight) && numberIn(fields.weight) === undefined) {
      findings.push(
        find("validate/weight-not-a-number", { place: at("weight"), found: fields.weight }),
      );
    }
    if (isIndicator && ![1, -1].includes(numberIn(fields.direction) ?? 0)) {
      findings.push(
        find("validate/direction", { place: at("direction"), found: fields.direction ?? null }),
      );
    }
    if (isIndicator && withUnits && isBlank(fields.unit)) {
      findings.push(find("validate/unit-missing", { place: at("unit") }));
    }
    const level = numberIn(fields.level);
    const above = parent === undefined ? undefined : levels.get(parent);
    if (level !== undefined && above !== undefined && parent !== undefined && above - level > 1) {
      const facts = { level, parent, parentLevel: above };
      findings.push(find("validate/level-skip", { place: at("parent"), facts }));
    }
    if (Array.isArray(fields.parents) && fields.parents.length > 1) {
      const facts = {
        count: fields.parents.length,
        parents: fields.parents.slice(0, 10).map(String),
      };
      findings.push(find("validate/several-parents", { place: at("parent"), facts }));
    }
    findings.push(...checkGoalposts(fields, at("goalposts")));
    return findings;
  });
}

function checkGoalposts(
  { goalposts, target }: FrameworkRow,
  place: Finding["place"],
): readonly Finding[] {
  if (goalposts === undefined) return [];
  const [low, high] = Array.isArray(goalposts) ? goalposts : [null, null];
  const isNumber = (value: unknown): value is number =>
    typeof value === "number" && Number.isFinite(value);
  const facts = { low: isNumber(low) ? low : "missing", high: isNumber(high) ? high : "missing" };
  const reject = (advice: string) => [
    find("validate/goalposts", { place, facts: { ...facts, advice } }),
  ];
  if (!isNumber(low) || !isNumber(high)) return reject("Give both, as numbers.");
  if (low === high) return reject("Nothing lies between them: give two different values.");
  if (low > high) return reject("Write the lower one first; the direction says which is better.");
  if (!isNumber(target) || (target >= low && target <= high)) return [];
  return [
    find("validate/target-outside-goalposts", { place, found: target, facts: { low, high } }),
  ];
}

/** Weights of one group that sum to 100 while nothing says percent. */
function checkPercentages(rows: readonly PlacedRow[]): readonly Finding[] {
  const sums = new Map<string, { sum: number; row: number; count: number }>();
  for (const { parent, fields, row } of rows) {
    const weight = numberIn(fields.weight);
    if (parent === undefined || weight === undefined || !Number.isFinite(weight)) continue;
    const known = sums.get(parent);
    sums.set(parent, { sum: (known?.sum ?? 0) + weight, row, count: (known?.count ?? 0) + 1 });
  }
  return [...sums].flatMap(([node, { sum, row, count }]): Finding[] => {
    if (Math.abs(sum - 100) > Math.min(0.5, 0.005 * count)) return [];
    const place = { row, column: "weight", node };
    return [
      find("validate/weights-percent", {
        place,
        facts: { sum: Number(sum.toPrecision(12)), other: "1 as a rule" },
      }),
    ];
  });
}

/**
 * Checks a framework that comes as a table (code, parent, level, type, direction, weight, unit), as
 * spreadsheets and the COIN Tool have it, or as a list of nodes. The tree and its weights are checked by
 * `checkDocument` of `@vitalcore/composite`; rows and columns are those of the table.
 *
 * @returns findings with row, column and node.
 * @throws VitalError those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { checkFramework } from "@vitalcore/validate/definitions";
 * const findings = checkFramework([
 *   { code: "HSI", parent: null },
 *   { code: "ECON", parent: "HSI" },
 *   { code: "GDP", parent: "ECO", direction: 1, unit: "USD" },
 * ]);
 * findings[0]?.suggestion; // => "ECON"
 * findings[0]?.place.row; // => 3
 * ```
 */
export function checkFramework(input: TableLike | readonly FrameworkRow[]): readonly Finding[] {
  const isList =
    Array.isArray(input) && input.every((row) => typeof row === "object" && row !== null);
  const fields = isList ? (input as readonly FrameworkRow[]) : rowsIn(input as TableLike);
  if (fields.length === 0 || fields.every(({ code }) => isBlank(code))) {
    return [find("validate/framework-shape", { found: `${fields.length} rows, none with a code` })];
  }
  const rows = placed(fields);
  const rowOf = new Map([...rows].reverse().map(({ code, row }) => [code, row]));
  const withUnits = fields.some(({ unit }) => unit !== undefined);
  const tree = checkDocument(methodologyOf(rows)).map((finding) => atRow(finding, rows, rowOf));
  return [...tree, ...checkFields(rows, withUnits), ...checkPercentages(rows)];
}
