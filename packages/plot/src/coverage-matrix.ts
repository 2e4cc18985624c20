import { drawCoverage } from "./coverage-matrix-drawing.js";
import { inputCheck } from "./input-checks.js";
import { type Picture, type PictureOptions, pictureOf } from "./picture.js";

/** Whether a value is there. `flagged` ones are, with a reservation. */
export type CoverageStatus = "present" | "flagged" | "missing";

/** One value, or its absence. */
export interface CoverageCell {
  readonly unit: string;
  readonly indicator: string;
  readonly status: CoverageStatus;
  /** Why it is flagged or missing. */
  readonly note?: string;
}

/** What a coverage matrix is made of. */
export interface CoverageMatrixInput {
  readonly title: string;
  readonly units: readonly { readonly unit: string; readonly label: string }[];
  readonly indicators: readonly { readonly indicator: string; readonly label: string }[];
  /** Pairs that do not occur are missing. */
  readonly cells: readonly CoverageCell[];
}

/** The key of a pair; units and indicators may hold any character. */
export function pairKey(unit: string, indicator: string): string {
  return JSON.stringify([unit, indicator]);
}

function countsOf(
  names: readonly string[],
  others: readonly string[],
  statusAt: (name: string, other: string) => CoverageStatus,
): Record<CoverageStatus, number>[] {
  return names.map((name) => {
    const counts = { present: 0, flagged: 0, missing: 0 };
    for (const other of others) counts[statusAt(name, other)]++;
    return counts;
  });
}

/**
 * Draws which values are there: units down, indicators across, each cell full, flagged or empty. The three
 * differ in shape, not in colour alone. A percentage over each indicator says how many units have it.
 *
 * @param input - units and indicators in the order in which they are to stand.
 * @throws VitalError `plot/no-data`, `plot/unknown-unit`.
 *
 * @example
 * ```ts
 * import { coverageMatrix } from "@vitalcore/plot";
 * const picture = coverageMatrix({
 *   title: "Coverage",
 *   units: [{ unit: "NAM", label: "Namibia" }],
 *   indicators: [{ indicator: "life", label: "Life expectancy" }, { indicator: "fies", label: "Food insecurity" }],
 *   cells: [{ unit: "NAM", indicator: "life", status: "present" }],
 * });
 * picture.description; // => "1 of 2 values are there (0 of them flagged), 1 are missing: 1 units, 2 indicators."
 * ```
 */
export function coverageMatrix(input: CoverageMatrixInput, options: PictureOptions = {}): Picture {
  const { title, units, indicators, cells } = input;
  const check = inputCheck();
  check.notEmpty(units.length, "no units");
  check.notEmpty(indicators.length, "no indicators");
  const unitNames = units.map(({ unit }) => unit);
  const indicatorNames = indicators.map(({ indicator }) => indicator);
  const known = { units: new Set(unitNames), indicators: new Set(indicatorNames) };
  for (const { unit, indicator } of cells) {
    check.known(unit, known.units, "unit");
    check.known(indicator, known.indicators, "indicator");
  }
  check.done();

  const byPair = new Map(cells.map((cell) => [pairKey(cell.unit, cell.indicator), cell]));
  const statusAt = (unit: string, indicator: string): CoverageStatus =>
    byPair.get(pairKey(unit, indicator))?.status ?? "missing";
  const ofIndicators = countsOf(indicatorNames, unitNames, (indicator, unit) =>
    statusAt(unit, indicator),
  );
  const ofUnits = countsOf(unitNames, indicatorNames, statusAt);
  const sum = (status: CoverageStatus) =>
    ofUnits.reduce((total, counts) => total + counts[status], 0);
  const all = units.length * indicators.length;
  const there = sum("present") + sum("flagged");
  const description = `${there} of ${all} values are there (${sum("flagged")} of them flagged), ${sum("missing")} are missing: ${units.length} units, ${indicators.length} indicators.`;
  const numbers = (["present", "flagged", "missing"] as const).map((name) => ({
    name,
    kind: "number" as const,
  }));
  return pictureOf(
    {
      kind: "coverageMatrix",
      title,
      description,
      notes: [description],
      summary: {
        title,
        facts: [["Shows", description]],
        tables: [
          {
            caption: "By indicator",
            columns: [{ name: "Indicator" }, ...numbers],
            rows: indicators.map(({ label }, i) => [
              label,
              ...Object.values(ofIndicators[i] ?? {}),
            ]),
          },
          {
            caption: "By unit",
            columns: [{ name: "Unit" }, ...numbers],
            rows: units.map(({ label }, i) => [label, ...Object.values(ofUnits[i] ?? {})]),
          },
        ],
      },
      draw: (document, width) =>
        drawCoverage(document, width, {
          units,
          indicators,
          cellAt: (unit, indicator) =>
            byPair.get(pairKey(unit, indicator)) ?? { unit, indicator, status: "missing" },
          shares: ofIndicators.map(({ missing }) => 1 - missing / units.length),
        }),
    },
    options,
  );
}
