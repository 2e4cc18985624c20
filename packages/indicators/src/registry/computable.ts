import type { Finding } from "@vitalcore/core";
import { isVitalError } from "@vitalcore/core";
import { type IndicatorDefinition, type Observation, TOTAL, unitOf } from "@vitalcore/domain";
import { type Computability, computableFrom } from "@vitalcore/domain/model";
import { type Calculated, derive, proportionOf } from "../derive.js";
import type { Calculator } from "./calculator.js";
import { calculatorsById } from "./calculators/index.js";
import { knownDefinitions } from "./known-definitions.js";
import { given } from "./parameters.js";
import { readInputs } from "./read-inputs.js";

/** What an indicator needs that observations do not give. */
export interface NeededInputs {
  readonly indicator: string;
  /** `numbers` for `computeIndicator`, `microdata` for `estimateIndicator`, `none` where it is taken as published. */
  readonly from: "numbers" | "microdata" | "none";
  /** Names of the numbers; what observations hold, where another area or period may give it. */
  readonly needs: readonly string[];
  /** The function that computes it. */
  readonly calculator: string | null;
}

/** What observations are enough for, and what all other indicators need. */
export interface ComputableIndicators {
  /** By indicator, area and period, wherever at least one input is there: whether all are, and which are missing. */
  readonly cells: readonly Computability[];
  /** Every other indicator. */
  readonly rest: readonly NeededInputs[];
}

/**
 * What can be computed from a set of observations, and what is missing for the rest: the question that a catalogue is asked first.
 *
 * @param observations - of any indicators, areas and periods.
 * @returns cells that have an input, and what all other indicators of the catalogue need.
 *
 * Source: the formulas and inputs of the catalogue of `@vitalcore/domain`, each with its own document.
 *
 * @example
 * ```ts
 * import { computable } from "@vitalcore/indicators/registry";
 * const use = { indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" };
 * const { cells, rest } = computable([use]);
 * cells.filter((cell) => cell.computable).map(({ indicator }) => indicator); // => ["offline-share"]
 * cells.find(({ indicator }) => indicator === "usage-gap")?.missing.map(({ name }) => name); // => ["coverage"]
 * rest.find(({ indicator }) => indicator === "gini")?.needs; // => ["incomes", "weights"]
 * ```
 */
export function computable(observations: Iterable<Observation>): ComputableIndicators {
  const definitions = [...knownDefinitions().values()];
  const calculators = calculatorsById();
  const cells = computableFrom(definitions, observations);
  const touched = new Set(cells.map(({ indicator }) => indicator));
  return {
    cells,
    rest: definitions
      .filter(({ id }) => !touched.has(id))
      .map(({ id, calculator = null }): NeededInputs => {
        const numbers = calculators.get(id);
        const from = numbers !== undefined ? "numbers" : calculator !== null ? "microdata" : "none";
        const needs = numbers === undefined ? [] : Object.keys(numbers.inputs.shape);
        return { indicator: id, from, needs, calculator };
      }),
  };
}

/**
 * Computes whatever a set of observations is enough for, for each area and period: gaps, divides, shares of those who lack. Sources,
 * editions and flags are carried on as by the functions that the definitions name.
 *
 * @param observations - of any indicators, areas and periods; one value of an indicator, area, period and breakdown.
 * @param ids - the indicators to be computed; all if left out.
 * @returns observations in the order of the catalogue, and findings for those that cannot be right.
 *
 * Source: the formulas of the catalogue of `@vitalcore/domain`, each with its own document.
 *
 * @example
 * ```ts
 * import { computeFrom } from "@vitalcore/indicators/registry";
 * const at = { area: "IND", period: "2017", unit: "PERCENT" };
 * const { observations } = computeFrom([
 *   { ...at, indicator: "mobile-broadband-coverage", value: 88 },
 *   { ...at, indicator: "internet-use", value: 32 },
 * ]);
 * observations.map(({ indicator, value }) => [indicator, value]);
 * // => [["coverage-gap", 12], ["usage-gap", 56], ["usage-gap-covered", 63.636364], ["offline-share", 68]]
 * ```
 */
export function computeFrom(
  observations: readonly Observation[],
  ids?: readonly string[],
): Calculated {
  const findings: Finding[] = [];
  const definitions = knownDefinitions();
  const calculators = calculatorsById();
  const cells = byCell(observations);
  const computed = computableFrom(definitions.values(), observations)
    .filter(
      ({ computable: isComputable, indicator }) =>
        isComputable && (ids?.includes(indicator) ?? true),
    )
    .flatMap((cell) => {
      const calculator = calculators.get(cell.indicator);
      if (calculator?.observed === undefined) return [];
      const definition = definitions.get(cell.indicator) as IndicatorDefinition;
      const held = cells.get(cellKey(cell)) ?? [];
      return computeCell(cell, definition, calculator, { held, definitions, findings });
    });
  return { observations: computed, findings };
}

const cellKey = ({ area, period }: { readonly area: string; readonly period: string }) =>
  JSON.stringify([area, period]);

/** Observations that have a value, by area and period. */
function byCell(observations: readonly Observation[]): ReadonlyMap<string, Observation[]> {
  const cells = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (observation.value === null) continue;
    const key = cellKey(observation);
    const held = cells.get(key);
    if (held === undefined) cells.set(key, [observation]);
    else held.push(observation);
  }
  return cells;
}

/** What is known of an area and period. */
interface CellData {
  readonly held: readonly Observation[];
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly findings: Finding[];
}

function computeCell(
  { area, present }: Computability,
  definition: IndicatorDefinition,
  { inputs: shape, compute, observed = {}, told }: Calculator,
  { held: observations, definitions, findings }: CellData,
): Observation[] {
  const held = present.map(
    (input) =>
      observations.find(
        (each) => each.indicator === input.indicator && hasBreakdown(each, input.breakdown ?? {}),
      ) as Observation,
  );
  const named = new Map(present.map(({ name }, i) => [name, held[i] as Observation]));
  const problems: Finding[] = [];
  const inputs = Object.fromEntries(
    Object.entries(observed).map(([name, input]) => [
      name,
      amountOf(named.get(input) as Observation, definitions, problems),
    ]),
  );
  findings.push(...problems);
  if (problems.length > 0) return [];
  const axes = new Set(present.flatMap(({ breakdown = {} }) => Object.keys(breakdown)));
  const [axis] = axes;
  try {
    const read = readInputs(definition.id, shape, inputs) as never;
    const { value = null, status } = compute(read);
    return derive(definition, value, held as [Observation, ...Observation[]], findings, {
      ...(axis !== undefined && { withoutAxis: axis }),
      ...(value === null && { status: status ?? ["M"] }),
      ...(told !== undefined && { parameters: given(told(read)) }),
    });
  } catch (error) {
    if (!isVitalError(error)) throw error;
    findings.push(
      ...error.findings.map((finding) => ({ ...finding, place: { ...finding.place, unit: area } })),
    );
    return [];
  }
}

/** A share as a proportion, above 1 where the unit allows it; another number as it is. */
function amountOf(
  observation: Observation,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
  problems: Finding[],
): number | null {
  const { unit, value, indicator } = observation;
  const perProportion = unitOf(unit)?.perProportion;
  if (perProportion === undefined || value === null) return value;
  const most = definitions.get(indicator)?.range[1];
  return most === null ? value / perProportion : proportionOf(observation, problems);
}

function hasBreakdown(
  { breakdown = {} }: Observation,
  wanted: Readonly<Record<string, string>>,
): boolean {
  const axes = new Set([...Object.keys(breakdown), ...Object.keys(wanted)]);
  return [...axes].every((axis) => (breakdown[axis] ?? TOTAL) === (wanted[axis] ?? TOTAL));
}
