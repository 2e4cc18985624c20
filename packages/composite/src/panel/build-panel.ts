import {
  defineResult,
  isVitalError,
  type Result,
  type ResultKind,
  type Summary,
  type TableLike,
  tableFrom,
  VitalError,
} from "@vitalcore/core";
import { type BuildIndexOptions, buildIndex } from "../build-index.js";
import { findIn as find } from "../function-catalog.js";
import { type IndexResult, indexResult } from "../index-result.js";
import { formatVersion, type IndexMethodology } from "../methodology.js";
import { fixNormalization } from "./fix-normalization.js";
import { type PanelTable, readPanel } from "./panel-table.js";

/** What goes with the data of a panel. */
export interface BuildPanelOptions extends Omit<BuildIndexOptions, "unitColumn"> {
  /** The column that names the units. */
  readonly unitColumn: string;
  /** The column that names the periods: "2018", "2018-Q3", or numbers. */
  readonly periodColumn: string;
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
}

/** How panels are made, shown and read back from JSON. */
export const panelResult: ResultKind<PanelResult> = /* @__PURE__ */ defineResult<PanelResult>({
  kind: "PanelResult",
  version: formatVersion,
  summarize,
});

/**
 * Builds an index for every period of a table, on one scale if the methodology says so (`panel.fit`): fitted to each
 * period, scores cannot be compared between them; fitted to all periods pooled, or to a base period, they can. Gaps
 * are filled from other periods of the unit as `panel.impute` says. Treatment of outliers and screening are
 * done period by period. One unit alone is enough where normalization needs no others.
 *
 * @param data - a row per unit and period.
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
  data: TableLike,
  methodology: IndexMethodology,
  options: BuildPanelOptions,
): Result<PanelResult> {
  const { unitColumn, periodColumn, ...rest } = options;
  const { panel = {}, nodes } = methodology;
  const indicators = nodes.flatMap(({ indicator }) => indicator ?? []);
  const table = tableFrom(data);
  const { fit = "each", base } = panel;
  const parts = readPanel(table, unitColumn, periodColumn, indicators, panel);
  if (fit === "base" && (base === undefined || !parts.periods.includes(base))) {
    const facts = { periods: parts.periods };
    throw new VitalError([find("composite/unknown-period", { found: base ?? null, facts })]);
  }
  const build = (rows: TableLike, method: IndexMethodology) =>
    buildIndex(rows, method, { ...rest, unitColumn });
  const method =
    fit === "each"
      ? methodology
      : fixNormalization(build(fittingRows(parts, fit, base, unitColumn), methodology));
  const problems: VitalError["findings"][number][] = [];
  const periods = parts.periods.flatMap((period): PanelPeriod[] => {
    try {
      return [{ period, result: plain(build([...(parts.rows.get(period) ?? [])], method)) }];
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
  return panelResult.create({ methodology, periods, filled: parts.filled });
}

/** The rows that normalization is fitted to; pooled ones under a name of their own for each period. */
function fittingRows(
  { periods, rows }: PanelTable,
  fit: "pooled" | "base",
  base: string | undefined,
  unitColumn: string,
) {
  if (fit === "base") return [...(rows.get(base as string) ?? [])];
  return periods.flatMap((period) =>
    (rows.get(period) ?? []).map((row) => ({
      ...row,
      [unitColumn]: `${row[unitColumn]} in ${period}`,
    })),
  );
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
