import {
  type Cell,
  type Displayed,
  nearest,
  type Summary,
  VitalError,
  withDisplay,
} from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import type { IndexResult, UnitResult } from "./index-result.js";

/** Which part of a ranking is shown. */
export interface RankedTableOptions {
  /** How many units, from the top; all if left out. */
  readonly top?: number;
  /** Decimals of the scores; 2 if left out. */
  readonly digits?: number;
}

/**
 * The ranking as a table that shows itself: rank, unit, score of the index and of the groups right below it,
 * and how many indicators a unit has.
 *
 * @returns a `Summary`, which prints as text and shows as HTML in notebooks.
 *
 * @example
 * ```ts
 * import { buildIndex, rankedTable, type IndexMethodology } from "@vitalcore/composite";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology",
 *   version: 1,
 *   id: "example",
 *   title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person", normalize: { transform: "ln", worst: 100, best: 10000 } },
 *     { id: "life", parent: "index", indicator: "life-expectancy", normalize: { worst: 20, best: 80 } },
 *   ],
 *   normalize: { method: "goalposts" },
 * };
 * const data = { area: ["AAA", "BBB"], "gni-per-person": [1000, 10000], "life-expectancy": [56, 65] };
 * const definitions = [gniPerPerson, lifeExpectancy];
 * const result = buildIndex(data, methodology, { unitColumn: "area", definitions });
 * rankedTable(result, { top: 1 }).tables?.[0]?.rows; // => [[1, "BBB", 87.5, 100, 75, 2]]
 * ```
 */
export function rankedTable(
  result: IndexResult,
  options: RankedTableOptions = {},
): Summary & Displayed {
  return withDisplay(rankedSummary(result, options), (summary) => summary);
}

const SHOWN = 20;

/** What an index shows of itself: the top of its ranking, and what a reader must know. */
export function summarizeIndex(result: IndexResult): Summary {
  return rankedSummary(result, { top: SHOWN });
}

function rankedSummary(result: IndexResult, { top, digits = 2 }: RankedTableOptions): Summary {
  const ranked = result.units.filter(({ rank }) => rank !== null);
  const shown = ranked.slice(0, top);
  const parts = result.nodes.filter(({ depth }) => depth === 1);
  const leaves = result.nodes.filter(({ indicator }) => indicator !== null);
  const row = (unit: UnitResult): Cell[] => [
    unit.rank,
    unit.label,
    unit.score,
    ...parts.map(({ id }) => unit.scores[id] ?? null),
    unit.indicators,
  ];
  const warnings = result.findings.filter(({ severity }) => severity === "warning");
  const left = ranked.length - shown.length;
  return {
    title: result.methodology.title,
    facts: [
      ["ranked", ranked.length],
      ["not ranked", result.notRanked.length],
      ["indicators", leaves.length],
    ],
    tables: [
      {
        columns: [
          { name: "rank", kind: "number" },
          { name: "unit" },
          { name: "score", kind: "number", digits },
          ...parts.map(({ label }) => ({ name: label, kind: "number" as const, digits })),
          { name: `of ${leaves.length}`, kind: "number" },
        ],
        rows: shown.map(row),
      },
    ],
    notes: [
      ...(left > 0 ? [`${left} more are ranked below.`] : []),
      ...notRankedNote(result),
      ...pooledNote(result),
      ...(warnings.length > 0
        ? [`${warnings.length} warnings; the first: ${warnings[0]?.message}`]
        : []),
      ...(result.methodology.notes ?? []),
    ],
  };
}

/** How far the ranking would move with other draws of what is missing. */
function pooledNote({ units }: IndexResult): readonly string[] {
  const pooled = units.flatMap((unit) => unit.pooled ?? []);
  const [first] = pooled;
  if (first === undefined) return [];
  const moving = pooled.filter(({ ranks: [best, worst] }) => best !== worst).length;
  return [
    `Missing values were drawn ${first.sets} times: ${moving} of ${pooled.length} units change their rank between the sets; see \`pooled\` of each unit.`,
  ];
}

function notRankedNote({ notRanked }: IndexResult): readonly string[] {
  if (notRanked.length === 0) return [];
  const names = notRanked.slice(0, SHOWN).map(({ label }) => label);
  const more = notRanked.length - names.length;
  return [
    `Not ranked: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}; the reasons are in \`notRanked\`.`,
  ];
}

/** The unit of a result by its code. @throws VitalError `composite/unknown-unit`. */
export function unitOf(result: IndexResult, code: string): UnitResult {
  const found = result.units.find(({ unit }) => unit === code);
  if (found !== undefined) return found;
  const suggestion = nearest(
    code,
    result.units.map(({ unit }) => unit),
  );
  const facts = { meant: meant(suggestion) };
  throw new VitalError([find("composite/unknown-unit", { found: code, suggestion, facts })]);
}
