import {
  defineResult,
  type Finding,
  isVitalError,
  type Result,
  type ResultKind,
  type Summary,
  type TableLike,
  tableFrom,
  VitalError,
} from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { type BuildIndexOptions, buildIndex } from "../build-index.js";
import { findIn as find } from "../function-catalog.js";
import { type IndexResult, indexResult } from "../index-result.js";
import { formatVersion, type IndexMethodology } from "../methodology.js";
import { fixNormalization } from "./fix-normalization.js";
import { fixTreatment } from "./fix-treatment.js";
import { observationSource } from "./panel-observations.js";
import { screenTogether, withoutThresholds } from "./panel-screening.js";
import { type PanelSource, pooledGroups, pooledName } from "./panel-source.js";
import { tableSource } from "./panel-table.js";

/** What goes with the data of a panel. */
export interface BuildPanelOptions extends BuildIndexOptions {
  /** The column that names the periods: "2018", "2018-Q3", or numbers. For tables. */
  readonly periodColumn?: string;
  /**
   * The periods, for observations: those that occur if left out. An observation belongs to the period within which its
   * own lies wholly.
   */
  readonly periods?: readonly string[];
}

/** The index of one period. */
export interface PanelPeriod {
  readonly period: string;
  readonly result: IndexResult;
}

/** An index over several periods. */
export interface PanelResult {
  readonly kind: "PanelResult";
  readonly version: number;
  readonly methodology: IndexMethodology;
  /** Rising. */
  readonly periods: readonly PanelPeriod[];
  /** How many values were filled from other periods, by indicator. */
  readonly filled: Readonly<Record<string, number>>;
  /** How many observations belong to none of the periods, and are not used. */
  readonly outside: number;
}

/** How panels are made, shown and read back from JSON. */
export const panelResult: ResultKind<PanelResult> = /* @__PURE__ */ defineResult<PanelResult>({
  kind: "PanelResult",
  version: formatVersion,
  summarize,
});

/**
 * Builds an index for every period, on one scale if the methodology says so (`panel.fit`): fitted to each period, scores
 * cannot be compared between them; fitted to all periods pooled, to a base period, or to all up to date, they can.
 * Gaps are filled from other periods of the unit as `panel.impute` says. Treatment of outliers and screening
 * are done period by period, or together, as `panel.treat` and `panel.screen` say. One unit alone is enough where
 * normalization needs no others.
 *
 * @param data - observations of several periods; or a table with a row per unit and period, with `unitColumn` and
 *   `periodColumn`.
 * @throws VitalError with every error of every period; `composite/unknown-period`; `composite/not-fixable`.
 *
 * @example
 * ```ts
 * import { buildPanel } from "@vitalcore/composite/panel";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const panel = buildPanel(
 *   {
 *     area: ["AAA", "BBB", "AAA", "BBB"],
 *     year: [2019, 2019, 2020, 2020],
 *     "gni-per-person": [1000, 2000, 3000, 5000],
 *     "life-expectancy": [60, 50, 65, null],
 *   },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", indicator: "gni-per-person" },
 *       { id: "life", parent: "index", indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *     panel: { fit: "pooled", impute: "latest" },
 *   },
 *   { unitColumn: "area", periodColumn: "year", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * panel.periods.map(({ period, result }) => [period, result.units[0]?.unit, result.units[0]?.score]); // => [["2019", "AAA", 33.33333333333333], ["2020", "AAA", 75]]
 * ```
 */
export function buildPanel(
  data: TableLike | readonly Observation[],
  methodology: IndexMethodology,
  options: BuildPanelOptions = {},
): Result<PanelResult> {
  const { periodColumn: _column, periods: _periods, ...rest } = options;
  const source = sourceOf(data, methodology, options);
  const { fit = "each", screen = "each", base } = methodology.panel ?? {};
  const needsBase = fit === "base" || screen === "base";
  if (needsBase && (base === undefined || !source.periods.includes(base))) {
    const facts = { periods: source.periods };
    throw new VitalError([find("composite/unknown-period", { found: base ?? null, facts })]);
  }
  const screened = screenedMethods(source, methodology, rest);
  const methodOf = fittedMethods(source, screened, methodology, rest);
  const periods = everyPeriod(source.periods, (period) =>
    plain(buildIndex(source.of(period), methodOf(period), rest)),
  );
  return panelResult.create({
    methodology,
    periods: source.periods.map((period, p) => ({ period, result: periods[p] as IndexResult })),
    filled: source.filled,
    outside: source.outside,
  });
}

function sourceOf(
  data: TableLike | readonly Observation[],
  methodology: IndexMethodology,
  { unitColumn, periodColumn, periods }: BuildPanelOptions,
): PanelSource {
  if (unitColumn === undefined || periodColumn === undefined) {
    if (!Array.isArray(data)) throw new VitalError([find("composite/panel-columns", {})]);
    return observationSource(data as readonly Observation[], methodology, periods);
  }
  const indicators = methodology.nodes.flatMap(({ indicator }) => indicator ?? []);
  const { panel = {} } = methodology;
  return tableSource(tableFrom(data as TableLike), unitColumn, periodColumn, indicators, panel);
}

/** Does something for every period, and reports what goes wrong in all of them. */
function everyPeriod<Value>(
  periods: readonly string[],
  make: (period: string) => Value,
): readonly Value[] {
  const problems: Finding[] = [];
  const made = periods.flatMap((period): Value[] => {
    try {
      return [make(period)];
    } catch (error) {
      if (!isVitalError(error)) throw error;
      problems.push(
        ...error.findings.map(({ message, place }) =>
          find("composite/period-failed", { place, facts: { period, problem: message } }),
        ),
      );
      return [];
    }
  });
  if (problems.length > 0) throw new VitalError(problems);
  return made;
}

/** The methodology of each period, with units in or out of all of them together where that is wanted. */
function screenedMethods(
  source: PanelSource,
  methodology: IndexMethodology,
  options: BuildIndexOptions,
): (period: string) => IndexMethodology {
  const { screen = "each", base } = methodology.panel ?? {};
  if (screen === "each") return () => methodology;
  const deciding = screen === "base" ? [base as string] : source.periods;
  const open = withoutThresholds(methodology);
  const results = everyPeriod(deciding, (period) => buildIndex(source.of(period), open, options));
  const decide = screenTogether(
    methodology,
    results,
    screen === "base" ? `in ${base}` : "over all periods",
  );
  return (period) => {
    const exceptions = [...new Set(source.units(period))].sort().map(decide);
    return { ...open, screening: { exceptions } };
  };
}

/** The methodology of each period, with what is fitted to other periods fixed. */
function fittedMethods(
  source: PanelSource,
  screened: (period: string) => IndexMethodology,
  { panel = {} }: IndexMethodology,
  options: BuildIndexOptions,
): (period: string) => IndexMethodology {
  const { fit = "each", treat = "each", base } = panel;
  if (fit === "each") return screened;
  const fixedTo = (result: IndexResult, method: IndexMethodology): IndexMethodology => {
    const fixed = { ...fixNormalization(result), screening: method.screening ?? {} };
    return treat === "as-fit" ? fixTreatment(result, fixed) : fixed;
  };
  if (fit === "base") {
    const result = buildIndex(source.of(base as string), screened(base as string), options);
    return (period) => fixedTo(result, screened(period));
  }
  const fitted = (periods: readonly string[]) =>
    buildIndex(source.pooled(periods), pooledMethod(source, periods, screened), {
      ...options,
      ...pooledOptions(options, periods),
    });
  if (fit === "pooled") {
    const result = fitted(source.periods);
    return (period) => fixedTo(result, screened(period));
  }
  return (period) => {
    const soFar = source.periods.slice(0, source.periods.indexOf(period) + 1);
    return fixedTo(fitted(soFar), screened(period));
  };
}

/** Exceptions of screening are for units, which have other names where periods are pooled. */
function pooledMethod(
  source: PanelSource,
  periods: readonly string[],
  screened: (period: string) => IndexMethodology,
): IndexMethodology {
  const methods = periods.map((period) => ({ period, method: screened(period) }));
  const method = (methods[0]?.method ?? screened("")) as IndexMethodology;
  if (method.screening?.exceptions === undefined) return method;
  const exceptions = methods.flatMap(({ period, method: own }) => {
    const known = new Set(source.units(period));
    return (own.screening?.exceptions ?? [])
      .filter(({ unit }) => known.has(unit))
      .map((exception) => ({ ...exception, unit: pooledName(exception.unit, period) }));
  });
  return { ...method, screening: { ...method.screening, exceptions } };
}

function pooledOptions(
  { groups, units }: BuildIndexOptions,
  periods: readonly string[],
): Pick<BuildIndexOptions, "groups" | "units"> {
  return {
    ...(groups !== undefined && { groups: pooledGroups(groups, periods) }),
    ...(units !== undefined && {
      units: units.flatMap((unit) => periods.map((period) => pooledName(unit, period))),
    }),
  };
}

/** The data alone: what shows a result is attached anew when it is revived. */
function plain(result: IndexResult): IndexResult {
  return { ...result, kind: indexResult.kind, version: indexResult.version };
}

function summarize({ methodology, periods }: PanelResult): Summary {
  return {
    title: `${methodology.title}, ${periods[0]?.period ?? ""} to ${periods.at(-1)?.period ?? ""}`,
    facts: [["periods", periods.length]],
    tables: [
      {
        columns: [
          { name: "period" },
          { name: "ranked", kind: "number" },
          { name: "first" },
          { name: "score", kind: "number", digits: 2 },
        ],
        rows: periods.map(({ period, result }) => [
          period,
          result.coverage.ranked,
          result.units[0]?.label ?? null,
          result.units[0]?.score ?? null,
        ]),
      },
    ],
  };
}
