import { type Finding, nearest, VitalError } from "@vitalcore/core";
import {
  type IndicatorDefinition,
  type Observation,
  type ObserveContext,
  observe,
} from "@vitalcore/domain";
import * as z from "zod";
import type { Calculator } from "./calculator.js";
import { calculatorsById } from "./calculators/index.js";
import { find } from "./catalog.js";
import { knownDefinitions } from "./known-definitions.js";
import { withParameters } from "./parameters.js";
import { readInputs } from "./read-inputs.js";

/**
 * The ids of the indicators that can be computed by id from numbers. Those that are estimated from the microdata of a survey
 * lists `estimatedIndicators` of `@vitalcore/indicators/registry/microdata`.
 *
 * Source: the catalogue of indicators of `@vitalcore/domain`, where each names its document.
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
 * Source: as the calculator of the indicator, which its definition names.
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
 * The inputs of an indicator as JSON Schema, for forms, commands and other languages. It says shapes and bounds of each input; what one input says of
 * another (a part is not larger than its whole) is checked by {@link computeIndicator}.
 *
 * @param id - of the definition.
 * @throws VitalError `indicators/no-calculator`.
 *
 * Source: JSON Schema, draft 2020-12.
 *
 * @example
 * ```ts
 * import { calculatorSchema } from "@vitalcore/indicators/registry";
 * const schema = calculatorSchema("coverage-gap");
 * schema.required; // => ["coverage"]
 * schema.description; // => "Share of people with no mobile broadband signal where they live."
 * ```
 */
export function calculatorSchema(id: string): z.core.JSONSchema.BaseSchema {
  const { inputs } = calculatorFor(id);
  const { name, definition } = definitionFor(id);
  return { ...z.toJSONSchema(inputs), title: name, description: definition };
}

/**
 * Computes an indicator by its id from plain JSON: for commands, forms and other programs. Proportions are from 0 to 1, counts in
 * people or cases; what is wrong with the inputs is reported together. What can be computed from given
 * observations says `computable`.
 *
 * @param id - of the definition, for example "usage-gap-covered".
 * @param inputs - by name: see {@link calculatorInputs}.
 * @param context - area, period and what else is known.
 * @returns an observation in the unit of the definition, with the options of its calculator as `parameters`; a value that is
 *   not defined is `null` with status "M".
 * @throws VitalError `indicators/no-calculator`, `indicators/calculator-input`, those of the calculator, and as
 *   `observe`.
 *
 * Source: as the calculator of the indicator, which its definition names.
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
  const read = readInputs(id, calculator.inputs, inputs) as never;
  const { status = ["M"], ...estimate } = calculator.compute(read);
  const told = withParameters(context, calculator.told?.(read) ?? {});
  const isUndefined = estimate.value === null && context.status === undefined;
  return observe(definitionFor(id), estimate, isUndefined ? { ...told, status } : told);
}

function calculatorFor(id: string): Calculator {
  const calculator = calculatorsById().get(id);
  if (calculator === undefined) throw new VitalError([noCalculator(id)]);
  return calculator;
}

/** The definition of an indicator that is computed here. */
export function definitionFor(id: string): IndicatorDefinition {
  const definition = knownDefinitions().get(id);
  if (definition === undefined) throw new VitalError([noCalculator(id)]);
  return definition;
}

function noCalculator(id: string): Finding {
  const known = [...calculatorsById().keys()];
  const suggestion = nearest(id, known);
  const definition = knownDefinitions().get(id);
  const remedy =
    definition?.calculator !== undefined
      ? `It is estimated from microdata: see ${definition.calculator} and estimateIndicator of @vitalcore/indicators/registry/microdata.`
      : definition !== undefined
        ? "It is in the catalogue, and is taken as its source publishes it."
        : suggestion === undefined
          ? `computedIndicators() lists the ${known.length} ids.`
          : `Did you mean "${suggestion}"?`;
  return find("indicators/no-calculator", { found: id, suggestion, facts: { remedy } });
}
