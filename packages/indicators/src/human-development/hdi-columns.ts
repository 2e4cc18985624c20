import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find as findInput } from "../catalog.js";
import { floatsOf } from "../floats.js";
import { unmet } from "../input-checks.js";
import { find } from "./catalog.js";
import {
  componentDemand,
  goalpostDemands,
  HDI_COMPONENTS,
  type HdiComponent,
} from "./components.js";
import { type HdiGoalposts, hdiGoalposts } from "./edition.js";
import { combined, educationIndex, healthIndex, incomeIndex } from "./hdi-kernel.js";

/** Components of many country-years, equally long; NaN or null where missing. */
export type HdiColumns = Readonly<Record<HdiComponent, ArrayLike<number | null>>>;

/** The index of many country-years; NaN where a component is missing. */
export interface HdiColumnsResult {
  readonly value: Float64Array;
  readonly health: Float64Array;
  readonly education: Float64Array;
  readonly income: Float64Array;
  /** Rows whose components cannot be right; their index is missing. */
  readonly findings: readonly Finding[];
}

/**
 * The Human Development Index of many country-years at once; see {@link hdi}.
 *
 * @param columns - the components, equally long, NaN where missing.
 * @param goalposts - of the report since 2014 if left out.
 * @returns columns of the index and its parts, NaN where a component is missing or impossible: the
 *   latter is reported with its row (from 1).
 * @throws VitalError `indicators/unequal-lengths`, `indicators/invalid-input` (for goalposts).
 *
 * Source: as {@link hdi}.
 *
 * @example
 * ```ts
 * import { hdiColumns } from "@vitalcore/indicators/human-development";
 * const { value } = hdiColumns({
 *   lifeExpectancy: [83.308, 57.617],
 *   expectedSchooling: [18.79285049, Number.NaN],
 *   meanSchooling: [13.11796218, 5.730000019],
 *   gniPerPerson: [112710.0211, 688.3472771],
 * });
 * value[0]; // => 0.970069
 * value[1]; // => Number.NaN
 * ```
 */
export function hdiColumns(
  columns: HdiColumns,
  goalposts: HdiGoalposts = hdiGoalposts,
): HdiColumnsResult {
  throwIfErrors([...unequalColumns(columns), ...unmet(goalpostDemands(goalposts))]);
  const lifeExpectancy = floatsOf(columns.lifeExpectancy);
  const expectedSchooling = floatsOf(columns.expectedSchooling);
  const meanSchooling = floatsOf(columns.meanSchooling);
  const gniPerPerson = floatsOf(columns.gniPerPerson);
  const rows = lifeExpectancy.length;
  const [value, health, education, income] = [0, 1, 2, 3].map(() => new Float64Array(rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const findings: Finding[] = [];
  for (let row = 0; row < rows; row++) {
    const years = lifeExpectancy[row] as number;
    const expected = expectedSchooling[row] as number;
    const mean = meanSchooling[row] as number;
    const dollars = gniPerPerson[row] as number;
    // False for NaN as well, so that one comparison each parts the common case from the rest.
    const isPossible =
      years >= 0 &&
      years <= 120 &&
      expected >= 0 &&
      expected <= 40 &&
      mean >= 0 &&
      mean <= 40 &&
      dollars > 0 &&
      dollars < Number.POSITIVE_INFINITY;
    if (!isPossible) findings.push(...impossibleComponents(columns, row));
    health[row] = isPossible ? healthIndex(years, goalposts) : Number.NaN;
    education[row] = isPossible ? educationIndex(expected, mean, goalposts) : Number.NaN;
    income[row] = isPossible ? incomeIndex(dollars, goalposts) : Number.NaN;
    value[row] = combined(health[row] as number, education[row] as number, income[row] as number);
  }
  return { value, health, education, income, findings };
}

function unequalColumns(columns: HdiColumns): Finding[] {
  const { length } = columns.lifeExpectancy;
  return HDI_COMPONENTS.filter((component) => columns[component].length !== length).map((name) =>
    findInput("indicators/unequal-lengths", {
      found: columns[name].length,
      facts: { name, length, other: "lifeExpectancy" },
    }),
  );
}

/** Missing is NaN (or null, in a plain list): that is no fault. */
function impossibleComponents(columns: HdiColumns, row: number): Finding[] {
  return HDI_COMPONENTS.flatMap((component) => {
    const found: unknown = columns[component][row];
    if (found === null || found === undefined || Number.isNaN(found)) return [];
    const { name, wanted, isMet } = componentDemand(component, found, component);
    if (isMet) return [];
    const place = { row: row + 1, column: component };
    return [find("indicators/implausible-component", { place, found, facts: { name, wanted } })];
  });
}
