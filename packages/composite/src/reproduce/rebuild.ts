import { type Result, throwIfErrors } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { type BuildIndexOptions, buildIndex } from "../build-index.js";
import type { CustomMethods } from "../custom-methods.js";
import { type IndexResult, indexResult, type ResultNode } from "../index-result.js";
import type { GroupLabels } from "../stages/groupings.js";

/** What a result does not carry itself. */
export interface RebuildOptions {
  /** Denominators by id of the indicator, then code of the unit; where the methodology has any. */
  readonly denominators?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Groups of the units, where values are imputed within groups. */
  readonly groups?: GroupLabels;
  readonly methods?: CustomMethods;
}

/**
 * Builds an index again from nothing but its result: the methodology and raw values in it. Every score, rank, weight
 * and fitted number comes out the same, bit for bit; the account of observations that were not used, which only
 * the data tell, is carried over.
 *
 * @throws VitalError if it cannot be built: `composite/unknown-column` for denominators that are not passed.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { rebuild } from "@vitalcore/composite/reproduce";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 56] },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", indicator: "gni-per-person" },
 *       { id: "life", parent: "index", indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * JSON.stringify(rebuild(index)) === JSON.stringify(index); // => true
 * ```
 */
export function rebuild(result: IndexResult, options: RebuildOptions = {}): Result<IndexResult> {
  const { denominators = {}, groups, methods } = options;
  const leaves = result.nodes.filter(({ indicator }) => indicator !== null);
  const units = [...result.units].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const columns = new Map<string, readonly (number | null)[]>();
  for (const { id, indicator } of leaves) {
    columns.set(
      indicator as string,
      units.map(({ values }) => values[id]?.value ?? null),
    );
  }
  for (const [id, byUnit] of Object.entries(denominators)) {
    if (!columns.has(id))
      columns.set(
        id,
        units.map(({ unit }) => byUnit[unit] ?? null),
      );
  }
  const build: BuildIndexOptions = {
    unitColumn: UNIT,
    definitions: definitionsOf(result, leaves),
    labels: new Map(units.map(({ unit, label }) => [unit, label])),
    inputs: result.inputs,
    ...(groups !== undefined && { groups }),
    ...(methods !== undefined && { methods }),
  };
  const data = { [UNIT]: units.map(({ unit }) => unit), ...Object.fromEntries(columns) };
  // Periods and editions were chosen already.
  const again = buildIndex(data, withoutSelection(result), build);
  throwIfErrors(again.findings);
  const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
  return indexResult.create({
    methodology: result.methodology,
    versions: again.versions,
    inputs: result.inputs,
    nodes: again.nodes,
    units: again.units.map((unit) => ({
      ...unit,
      values: byUnit.get(unit.unit)?.values ?? unit.values,
    })),
    notRanked: again.notRanked,
    coverage: {
      ...again.coverage,
      indicators: result.coverage.indicators,
      entries: result.coverage.entries,
    },
    findings: result.findings,
  });
}

/** No indicator is called so. */
const UNIT = "unit of the result";

function withoutSelection({ methodology }: IndexResult): IndexResult["methodology"] {
  const { select: _select, ...rest } = methodology;
  return {
    ...rest,
    nodes: methodology.nodes.map(({ select: _own, ...node }) => node),
  };
}

/** What the result knows of the definitions; the methodology's own hold before them. */
function definitionsOf(
  { methodology }: IndexResult,
  leaves: readonly ResultNode[],
): readonly IndicatorDefinition[] {
  const own = new Set((methodology.definitions ?? []).map(({ id }) => id));
  const seen = new Set<string>();
  return leaves.flatMap(({ id, indicator, label, unit, normalize }): IndicatorDefinition[] => {
    const key = indicator as string;
    if (own.has(key) || seen.has(key)) return [];
    seen.add(key);
    const overruled = methodology.nodes.find((node) => node.id === id)?.direction !== undefined;
    return [
      {
        id: key,
        name: label,
        definition: label,
        unit: (unit ?? "POINTS") as IndicatorDefinition["unit"],
        range: [null, null],
        direction: overruled ? "ambiguous" : (normalize?.direction ?? "ambiguous"),
        home: "economic",
        dimensions: ["economic"],
        digital: false,
        status: "experimental",
      },
    ];
  });
}
