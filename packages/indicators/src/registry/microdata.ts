import { nearest, throwIfErrors, VitalError } from "@vitalcore/core";
import type { ObserveContext } from "@vitalcore/domain";
import * as z from "zod";
import type { Calculated } from "../derive.js";
import { checkUniverse, type UniverseColumns } from "../microdata/check-universe.js";
import { find } from "./catalog.js";
import { definitionFor } from "./compute-indicator.js";
import type { Estimator } from "./estimator.js";
import { connectivityEstimators } from "./estimators/connectivity.js";
import { shareEstimators } from "./estimators/shares.js";
import { violenceEstimators } from "./estimators/violence.js";
import { welfareEstimators } from "./estimators/welfare.js";
import { withParameters } from "./parameters.js";
import { readInputs } from "./read-inputs.js";
import type { columns } from "./survey-shapes.js";

export type { Calculated } from "../derive.js";

/** The estimators by id of the indicator; made anew, so that nothing happens on import. */
function estimatorsById(): ReadonlyMap<string, Estimator> {
  return new Map([
    // What follows takes the place of the plain share of the same indicator.
    ...shareEstimators(),
    ...connectivityEstimators(),
    ...violenceEstimators(),
    ...welfareEstimators(),
  ]);
}

/**
 * The ids of the indicators that can be estimated by id from the microdata of a survey.
 *
 * Source: the catalogue of indicators of `@vitalcore/domain`, where each names its document.
 *
 * @example
 * ```ts
 * import { estimatedIndicators } from "@vitalcore/indicators/registry/microdata";
 * estimatedIndicators().includes("tfvaw-12m-prevalence"); // => true
 * ```
 */
export function estimatedIndicators(): readonly string[] {
  return [...estimatorsById().keys()];
}

/**
 * The inputs of an indicator that is estimated from microdata, as JSON Schema.
 *
 * @param id - of the definition.
 * @throws VitalError `indicators/no-calculator`.
 *
 * Source: JSON Schema, draft 2020-12.
 *
 * @example
 * ```ts
 * import { estimatorSchema } from "@vitalcore/indicators/registry/microdata";
 * estimatorSchema("internet-use").required; // => ["data", "design", "uses"]
 * ```
 */
export function estimatorSchema(id: string): z.core.JSONSchema.BaseSchema {
  const { inputs } = estimatorFor(id);
  const { name, definition } = definitionFor(id);
  return { ...z.toJSONSchema(inputs), title: name, description: definition };
}

/**
 * Estimates an indicator by its id from the microdata of a survey, as plain JSON: columns, how the sample was drawn, how the survey asked. For
 * commands, forms and other programs; the function that does it is named by the definition.
 *
 * @param id - of the definition, for example "tfvaw-12m-prevalence".
 * @param inputs - `data` (columns), `design`, `by`, `level`, `axes` (how groups are written), `universe` (columns of age and
 *   sex, to be checked), and what the indicator needs: see {@link estimatorSchema}.
 * @param context - area, period and what else is known.
 * @returns observations with standard errors and intervals by design, one for each group, with the options of the function as
 *   `parameters`, and findings.
 * @throws VitalError `indicators/no-calculator`, `indicators/calculator-input`, `indicators/outside-universe`, those of the
 *   function, and as `observe`.
 *
 * Source: as the function that the definition names as its calculator.
 *
 * @example
 * ```ts
 * import { estimateIndicator } from "@vitalcore/indicators/registry/microdata";
 * const { observations } = estimateIndicator(
 *   "trust-in-others",
 *   {
 *     data: { psu: [1, 1, 2, 2, 3, 3], trust: [1, 2, 2, 1, 2, 8] },
 *     design: { clusters: "psu" },
 *     trait: { column: "trust", yes: 1, no: 2, noAnswer: [8] },
 *   },
 *   { area: "NAM", period: "2018" },
 * );
 * observations[0]?.value; // => 40
 * observations[0]?.n; // => 5
 * ```
 */
export function estimateIndicator(
  id: string,
  inputs: unknown,
  context: ObserveContext,
): Calculated {
  const { inputs: shape, estimate, told } = estimatorFor(id);
  const definition = definitionFor(id);
  const read: unknown = readInputs(id, shape, inputs);
  const { data, universe } = read as WithUniverse;
  const outside = universe === undefined ? [] : checkUniverse(data, definition, universe);
  throwIfErrors(outside);
  const { observations, findings } = estimate(read as never, { definition, context });
  const parameters = told?.(read as never) ?? {};
  return {
    observations: observations.map((each) => withParameters(each, parameters)),
    findings: [...outside, ...findings],
  };
}

interface WithUniverse {
  readonly data: z.infer<typeof columns>;
  readonly universe?: UniverseColumns;
}

function estimatorFor(id: string): Estimator {
  const estimators = estimatorsById();
  const found = estimators.get(id);
  if (found !== undefined) return found;
  const known = [...estimators.keys()];
  const suggestion = nearest(id, known);
  const remedy =
    suggestion === undefined ? `Known are: ${known.join(", ")}.` : `Did you mean "${suggestion}"?`;
  throw new VitalError([
    find("indicators/no-calculator", { found: id, suggestion, facts: { remedy } }),
  ]);
}
