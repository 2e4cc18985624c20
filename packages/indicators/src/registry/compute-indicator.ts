import { type Finding, nearest, VitalError } from "@vitalcore/core";
import { type Observation, type ObserveContext, observe } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import { type Calculator, calculatorsById } from "./calculators.js";
import { find } from "./catalog.js";

/**
 * The ids of the indicators that can be computed by id.
 *
 * @example
 * ```ts
 * import { computedIndicators } from "@vitalcore/indicators/registry";
 * computedIndicators().includes("usage-gap-covered"); // => true
 * ```
 */
export function computedIndicators(): readonly string[] {
  return [...calculatorsById().keys()];
}

/**
 * The names of the inputs of an indicator that is computed by id.
 *
 * @throws VitalError `indicators/no-calculator`.
 *
 * @example
 * ```ts
 * import { calculatorInputs } from "@vitalcore/indicators/registry";
 * calculatorInputs("usage-gap"); // => ["coverage", "use"]
 * ```
 */
export function calculatorInputs(id: string): readonly string[] {
  return Object.keys(calculatorFor(id).inputs.shape);
}

/**
 * Computes an indicator by its id from plain JSON: for commands, forms and other programs. Proportions are from 0 to 1, counts in
 * people or cases; what is wrong with the inputs is reported together. What can be computed from given
 * observations says `computableFrom` of `@vitalcore/domain/model`.
 *
 * @param id - of the definition, for example "usage-gap-covered".
 * @param inputs - by name: see {@link calculatorInputs}.
 * @param context - area, period and what else is known.
 * @returns an observation in the unit of the definition; a value that is not defined is `null` with status "M".
 * @throws VitalError `indicators/no-calculator`, `indicators/calculator-input`, those of the calculator, and as
 *   `observe`.
 *
 * Source: as the calculator of the indicator.
 *
 * @example
 * ```ts
 * import { computeIndicator } from "@vitalcore/indicators/registry";
 * const at = { area: "IND", period: "2017" };
 * computeIndicator("coverage-gap", { coverage: 0.88 }, at).value; // => 12
 * ```
 */
export function computeIndicator(
  id: string,
  inputs: unknown,
  context: ObserveContext,
): Observation {
  const calculator = calculatorFor(id);
  const read = calculator.inputs.safeParse(inputs);
  if (!read.success) {
    const names = Object.keys(calculator.inputs.shape);
    throw new VitalError(
      read.error.issues.map(({ path, message }): Finding => {
        const input = path.map(String).join(".") || "(all)";
        const facts = { name: id, input, problem: message, inputs: names };
        return find("indicators/calculator-input", { place: { path: path.map(String) }, facts });
      }),
    );
  }
  const estimate = calculator.compute(read.data as never);
  const definition = indicators.find((each) => each.id === id);
  if (definition === undefined) throw new VitalError([noCalculator(id)]);
  const isUndefined = estimate.value === null && context.status === undefined;
  return observe(definition, estimate, isUndefined ? { ...context, status: "M" } : context);
}

function calculatorFor(id: string): Calculator {
  const calculator = calculatorsById().get(id);
  if (calculator === undefined) throw new VitalError([noCalculator(id)]);
  return calculator;
}

function noCalculator(id: string): Finding {
  const known = [...calculatorsById().keys()];
  const suggestion = nearest(id, known);
  const isIndicator = indicators.some((each) => each.id === id);
  const remedy = isIndicator
    ? "It is in the catalogue, but needs microdata or more than a few numbers: see the functions of its family."
    : suggestion === undefined
      ? `Known are: ${known.join(", ")}.`
      : `Did you mean "${suggestion}"?`;
  return find("indicators/no-calculator", { found: id, suggestion, facts: { remedy } });
}
