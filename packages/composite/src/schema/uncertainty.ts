import { intervalSchema } from "@vitalcore/domain/schema";
import * as z from "zod";
import { PARAMETERS, type UncertaintySpec } from "../uncertainty/specification.js";
import { node, number, stages, text } from "./methodology.js";

const change = z.strictObject({
  ...stages,
  nodes: z.exactOptional(z.record(text, node.omit({ id: true, parent: true }))),
  drop: z.exactOptional(z.array(text)),
});

const weighted = {
  label: z.exactOptional(text),
  share: z.exactOptional(z.number().min(0)),
};
const values = z.record(text, z.record(text, z.nullable(z.number())));
const matrix = z.array(z.array(z.number()));

/** A factor of one kind. */
function factor<const Kind extends string, Fields extends z.ZodRawShape>(
  kind: Kind,
  fields: Fields,
) {
  return z.strictObject({ id: text, kind: z.literal(kind), ...fields });
}

const samplingError = factor("sampling-error", {
  standardErrors: z.exactOptional(z.record(text, z.record(text, z.number().min(0)))),
  intervals: z.exactOptional(z.record(text, z.record(text, intervalSchema))),
  replicates: z.exactOptional(
    z.array(
      z.strictObject({
        estimates: z.record(text, z.record(text, z.array(z.number()))),
        scale: z.exactOptional(z.number().positive()),
        rscales: z.exactOptional(z.array(z.number().min(0))),
      }),
    ),
  ),
  multiply: z.exactOptional(z.record(text, z.number().min(0))),
  distribution: z.exactOptional(z.enum(["auto", "normal", "logit"])),
  correlation: z.exactOptional(z.strictObject({ indicators: z.array(text), matrix })),
  correlationOfUnits: z.exactOptional(z.strictObject({ units: z.array(text), matrix })),
});

const factors = z.discriminatedUnion("kind", [
  factor("choice", {
    source: z.exactOptional(z.enum(["methods", "weights", "data", "imputation"])),
    alternatives: z.array(z.strictObject({ ...weighted, change: z.exactOptional(change) })).min(1),
  }),
  factor("value-sets", {
    source: z.exactOptional(z.enum(["data", "imputation"])),
    sets: z.array(z.strictObject({ ...weighted, values })).min(1),
  }),
  factor("parameter", {
    stage: z.enum(Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[]),
    option: text,
    nodes: z.exactOptional(z.array(text)),
    distribution: z.discriminatedUnion("shape", [
      z.strictObject({ shape: z.literal("uniform"), from: z.number(), to: z.number() }),
      z.strictObject({
        shape: z.literal("triangular"),
        from: z.number(),
        peak: z.number(),
        to: z.number(),
      }),
      z.strictObject({ shape: z.literal("normal"), mean: z.number(), sd: z.number().positive() }),
    ]),
  }),
  factor("goalpost-error", {
    distribution: z.exactOptional(z.enum(["normal", "uniform"])),
    spread: z.record(text, z.strictObject({ worst: number, best: number })),
  }),
  factor("weight-sets", {
    sets: z
      .array(z.strictObject({ ...weighted, weights: z.record(text, z.number().min(0)) }))
      .min(1),
  }),
  factor("weight-noise", {
    noise: z.discriminatedUnion("distribution", [
      z.strictObject({
        distribution: z.enum(["uniform", "triangular"]),
        spread: z.number().min(0).lt(1),
      }),
      z.strictObject({
        distribution: z.literal("dirichlet"),
        concentration: z.number().positive(),
      }),
    ]),
    nodes: z.exactOptional(z.array(text)),
  }),
  samplingError,
]);

const runs = z
  .int()
  .min(1)
  .max(2 ** 31);

const specification = z.strictObject({
  kind: z.literal("UncertaintySpec"),
  version: z.literal(1),
  factors: z.array(factors).min(1),
  design: z.exactOptional(
    z.discriminatedUnion("method", [
      z.strictObject({ method: z.literal("enumerate") }),
      z.strictObject({
        method: z.literal("monte-carlo"),
        runs,
        precision: z.exactOptional(z.number().positive()),
      }),
      z.strictObject({ method: z.enum(["latin-hypercube", "sobol"]), runs }),
      z.strictObject({
        method: z.literal("replay"),
        alternatives: z.array(z.array(z.int().min(0))),
      }),
    ]),
  ),
  seed: z.exactOptional(z.int()),
});

/**
 * Schema of an uncertainty analysis from outside: the form of the document alone. Whether it fits a methodology is told
 * when it is run.
 *
 * @example
 * ```ts
 * import { uncertaintySpecSchema } from "@vitalcore/composite/schema";
 * const { success } = uncertaintySpecSchema.safeParse({ kind: "UncertaintySpec", version: 1, factors: [] });
 * success; // => false
 * ```
 */
export const uncertaintySpecSchema: z.ZodType<UncertaintySpec> = specification;
