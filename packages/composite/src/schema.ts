import type { IndicatorDefinition } from "@vitalcore/domain";
import * as z from "zod";
import type { IndexMethodology } from "./methodology.js";

const period = z
  .string()
  .min(4)
  .describe("SDMX period: 2018, 2018-S1, 2018-Q3, 2018-07, 2018-W07, 2018-07-31 or 2014/2018");
const share = z.number().min(0).max(1);

const selectObject = z.strictObject({
  from: z.exactOptional(period),
  to: z.exactOptional(period),
  take: z.exactOptional(z.enum(["latest", "only"])),
  breakdown: z.exactOptional(z.record(z.string(), z.string())),
  edition: z.exactOptional(z.string().min(1)),
});

const normalizeObject = z.strictObject({
  method: z.exactOptional(z.enum(["goalposts", "min-max", "z-score", "percentile-rank"])),
  transform: z.exactOptional(z.enum(["none", "ln", "ln1p"])),
  worst: z.exactOptional(z.number()),
  best: z.exactOptional(z.number()),
  scale: z.exactOptional(z.tuple([z.number(), z.number()])),
  clamp: z.exactOptional(z.boolean()),
  mean: z.exactOptional(z.number()),
  sd: z.exactOptional(z.number().positive()),
  ties: z.exactOptional(z.enum(["min", "average", "max"])),
});

const aggregateObject = z.strictObject({
  method: z.exactOptional(z.enum(["arithmetic", "geometric", "harmonic"])),
  atLeast: z.exactOptional(share),
  zeros: z.exactOptional(z.enum(["refuse", "annul"])),
});

const directionObject = z.strictObject({
  value: z.enum(["higherBetter", "higherWorse", "targetZero", "targetOne"]),
  reason: z.string().min(1),
});

const nodeObject = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
    .max(100),
  label: z.exactOptional(z.string().min(1)),
  parent: z.exactOptional(z.string().min(1)),
  weight: z.exactOptional(z.number().min(0)),
  aggregate: z.exactOptional(aggregateObject),
  indicator: z.exactOptional(z.string().min(1)),
  normalize: z.exactOptional(normalizeObject),
  select: z.exactOptional(selectObject),
  direction: z.exactOptional(directionObject),
  note: z.exactOptional(z.string().min(1)),
});

const definition: z.ZodType<IndicatorDefinition> = z.custom<IndicatorDefinition>();

/**
 * Schema of an index methodology: the shape of the document alone. Whether its parts fit together, and the
 * data, is told by `checkMethodology`.
 *
 * @example
 * ```ts
 * import { indexMethodologySchema } from "@vitalcore/composite/schema";
 * indexMethodologySchema.safeParse({ kind: "IndexMethodology" }).success; // => false
 * ```
 */
export const indexMethodologySchema: z.ZodType<IndexMethodology> = /* @__PURE__ */ z.strictObject({
  kind: z.literal("IndexMethodology"),
  version: z.literal(1),
  id: z.string().min(1),
  title: z.string().min(1),
  description: z.exactOptional(z.string().min(1)),
  notes: z.exactOptional(z.array(z.string().min(1))),
  nodes: z.array(nodeObject),
  select: z.exactOptional(selectObject),
  normalize: z.exactOptional(normalizeObject),
  aggregate: z.exactOptional(aggregateObject),
  screening: z.exactOptional(z.strictObject({ indicatorsAtLeast: z.exactOptional(share) })),
  ranks: z.exactOptional(
    z.strictObject({
      ties: z.exactOptional(z.enum(["min", "max", "average", "dense"])),
      digits: z.exactOptional(z.int().min(0).max(15).nullable()),
    }),
  ),
  definitions: z.exactOptional(z.array(definition)),
});
