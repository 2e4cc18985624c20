import type { Finding } from "@vitalcore/core";
import type { IndicatorDefinition, Observation, ObserveContext } from "@vitalcore/domain";
import type { Estimate } from "@vitalcore/survey";
import * as z from "zod";
import type { Calculated } from "../derive.js";
import { type BreakdownAxis, observeEstimates } from "../microdata/observe-estimates.js";
import { once } from "./calculator.js";
import type { Told } from "./parameters.js";
import { axes, sample } from "./survey-shapes.js";

/** What an estimator is told about the indicator and the place. */
export interface Occasion {
  readonly definition: IndicatorDefinition;
  readonly context: ObserveContext;
}

/** Estimates an indicator from checked inputs. */
export interface Estimator {
  readonly inputs: z.ZodObject;
  readonly estimate: (inputs: never, occasion: Occasion) => Calculated;
  /** Of the inputs what is no data: a line, a denominator, a reference; as it was taken where it was left out. */
  readonly told?: (inputs: never) => Told;
}

/** An estimator by the id of its indicator. */
export type EstimatorEntry = readonly [id: string, estimator: Estimator];

/** Estimates, and in which category of a further axis they are. */
export interface EstimatePart {
  readonly estimates: readonly Estimate[];
  readonly breakdown?: Readonly<Record<string, string>>;
}

type Inputs<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

/** An estimator of these inputs, on top of data, design and groups; the schema is made when it is first asked for. */
export function estimator<Shape extends z.ZodRawShape>(
  shape: Shape | (() => Shape),
  estimate: (inputs: Inputs<Shape & typeof sample>) => {
    readonly parts: readonly EstimatePart[];
    readonly findings: readonly Finding[];
  },
  told?: (inputs: Inputs<Shape & typeof sample>) => Told,
): Estimator {
  const schema = once(() =>
    z.strictObject({ ...sample, axes, ...(typeof shape === "function" ? shape() : shape) }),
  );
  return {
    get inputs() {
      return schema();
    },
    estimate: (inputs, { definition, context }) => {
      const { axes: written } = inputs as { readonly axes?: Record<string, BreakdownAxis> };
      const { parts, findings } = estimate(inputs);
      const observed = parts.map(({ estimates, breakdown }) =>
        observeEstimates(
          definition,
          estimates,
          { ...context, ...(breakdown && { breakdown: { ...context.breakdown, ...breakdown } }) },
          written === undefined ? {} : { axes: written },
        ),
      );
      return joined(
        observed.flatMap(({ observations }) => observations),
        [...findings, ...observed.flatMap((each) => each.findings)],
      );
    },
    ...(told !== undefined && { told: told as Estimator["told"] & object }),
  };
}

export const joined = (
  observations: readonly Observation[],
  findings: readonly Finding[],
): Calculated => ({ observations, findings });

/** Groups and level as the estimators take them. */
export function estimationOf(inputs: {
  readonly by?: string | readonly string[];
  readonly level?: number;
}): { readonly by?: string | readonly string[]; readonly level?: number } {
  const { by, level } = inputs;
  return { ...(by !== undefined && { by }), ...(level !== undefined && { level }) };
}
