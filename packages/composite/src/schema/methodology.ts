import { indicatorDefinitionSchema, periodSchema } from "@vitalcore/domain/schema";
import * as z from "zod";
import {
  AGGREGATE_METHODS,
  IMPUTE_METHODS,
  NORMALIZE_METHODS,
  TREAT_FUNCTIONS,
  WEIGHTING_METHODS,
} from "../method-names.js";
import type { CustomName, IndexMethodology } from "../methodology.js";

/** Text that says something. */
export const text = z.string().min(1);
/** A number that may be left out. */
export const number = z.exactOptional(z.number());
const share01 = z.number().min(0).max(1);
const share = z.exactOptional(share01);

/** A record would drop a key `__proto__` without a word, and so select something else. */
const breakdown = z
  .unknown()
  .refine(
    (input) => typeof input !== "object" || input === null || !Object.hasOwn(input, "__proto__"),
    '"__proto__" is not an axis',
  )
  .pipe(z.record(text, text));

const select = z.strictObject({
  from: z.exactOptional(periodSchema),
  to: z.exactOptional(periodSchema),
  take: z.exactOptional(z.enum(["latest", "only"])),
  breakdown: z.exactOptional(breakdown),
  edition: z.exactOptional(text),
});

const customName: z.ZodType<CustomName> = z
  .string()
  .regex(/^custom:[\p{L}\p{N}][\p{L}\p{N}._-]*$/u) as unknown as z.ZodType<CustomName>;
const flag = z.exactOptional(z.boolean());

const denominate = z.strictObject({
  by: text,
  per: z.exactOptional(z.number().positive()),
  operation: z.exactOptional(z.enum(["divide", "multiply"])),
  select: z.exactOptional(select),
});

const impute = z.strictObject({
  method: z.exactOptional(z.union([z.enum(IMPUTE_METHODS), customName])),
  group: z.exactOptional(text),
  fallback: z.exactOptional(z.enum(["none", "overall"])),
  above: z.exactOptional(z.int().min(1)),
  rescale: flag,
  predictors: z.exactOptional(z.array(text)),
  neighbors: z.exactOptional(z.int().min(1)),
});

const treat = z.strictObject({
  first: z.exactOptional(z.union([z.enum(TREAT_FUNCTIONS), customName])),
  second: z.exactOptional(z.union([z.enum(TREAT_FUNCTIONS), customName])),
  skewness: z.exactOptional(z.number().min(0)),
  kurtosis: number,
  atMost: z.exactOptional(z.nullable(z.int().min(0))),
  exhaust: flag,
  combine: flag,
  always: flag,
  lambda: number,
  fixed: z.exactOptional(
    z.strictObject({
      bounds: z.exactOptional(z.tuple([z.nullable(z.number()), z.nullable(z.number())])),
      transform: z.exactOptional(
        z.enum(["log-ct", "log-ct-orig", "log-ct-plus", "log-gii", "box-cox"]),
      ),
      range: z.exactOptional(z.tuple([z.number(), z.number()])),
      skewed: z.exactOptional(z.enum(["right", "left"])),
      lambda: number,
    }),
  ),
});

const normalize = z.strictObject({
  method: z.exactOptional(z.union([z.enum(NORMALIZE_METHODS), customName])),
  transform: z.exactOptional(z.enum(["none", "ln", "ln1p"])),
  worst: number,
  best: number,
  scale: z.exactOptional(z.tuple([z.number(), z.number()])),
  clamp: z.exactOptional(z.boolean()),
  mean: number,
  sd: z.exactOptional(z.number().positive()),
  ties: z.exactOptional(z.enum(["min", "average", "max"])),
  reference: z.exactOptional(text),
  band: z.exactOptional(z.number().min(0)),
  edges: z.exactOptional(z.array(z.number())),
  scores: z.exactOptional(z.array(z.number())),
});

const aggregate = z.strictObject({
  method: z.exactOptional(z.union([z.enum(AGGREGATE_METHODS), customName])),
  atLeast: share,
  zeros: z.exactOptional(z.enum(["refuse", "annul"])),
  exponent: number,
  alpha: z.exactOptional(z.number().min(0).max(1)),
  beta: z.exactOptional(z.number().min(0)),
  penalty: z.exactOptional(z.enum(["down", "up"])),
  deviation: z.exactOptional(z.enum(["population", "sample"])),
  order: z.exactOptional(z.array(z.number().min(0))),
  shares: z.exactOptional(z.tuple([share01, share01])),
});

const weighting = z.strictObject({
  method: z.exactOptional(z.union([z.enum(WEIGHTING_METHODS), customName])),
  outcome: z.exactOptional(text),
  targets: z.exactOptional(z.record(text, z.number().positive())),
  compared: z.exactOptional(z.array(text)),
  pairwise: z.exactOptional(z.array(z.array(z.number().positive()))),
  budgets: z.exactOptional(
    z.array(z.strictObject({ expert: text, points: z.record(text, z.number().min(0)) })).min(1),
  ),
  center: z.exactOptional(z.enum(["mean", "median", "trimmed"])),
});

const level = z.strictObject({
  depth: z.int().min(0),
  aggregate: z.exactOptional(aggregate),
  weighting: z.exactOptional(weighting),
  impute: z.exactOptional(impute),
  treat: z.exactOptional(treat),
  normalize: z.exactOptional(normalize),
  select: z.exactOptional(select),
});

/** A node of the framework. */
export const node = z.strictObject({
  id: z
    .string()
    .max(100)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u),
  label: z.exactOptional(text),
  parent: z.exactOptional(text),
  weight: z.exactOptional(z.number().min(0).max(1e100)),
  aggregate: z.exactOptional(aggregate),
  weighting: z.exactOptional(weighting),
  indicator: z.exactOptional(text),
  denominate: z.exactOptional(denominate),
  impute: z.exactOptional(impute),
  treat: z.exactOptional(treat),
  normalize: z.exactOptional(normalize),
  select: z.exactOptional(select),
  direction: z.exactOptional(
    z.strictObject({
      value: z.enum(["higherBetter", "higherWorse", "targetZero", "targetOne", "target"]),
      target: z.exactOptional(z.number()),
      reason: text,
    }),
  ),
  note: z.exactOptional(text),
});

const imputations = z.strictObject({
  sets: z.exactOptional(z.int().min(2)),
  seed: z.exactOptional(z.int().min(0)),
});

const ranks = z.strictObject({
  ties: z.exactOptional(z.enum(["min", "max", "average", "dense"])),
  digits: z.exactOptional(z.nullable(z.int().min(0).max(15))),
});

const screening = z.strictObject({
  indicatorsAtLeast: share,
  nonzeroAtLeast: share,
  exceptions: z.exactOptional(
    z.array(z.strictObject({ unit: text, keep: z.boolean(), reason: text })),
  ),
  after: z.exactOptional(z.enum(["denominate", "impute"])),
});

/** The stages of a methodology. */
export const stages = {
  select: z.exactOptional(select),
  impute: z.exactOptional(impute),
  imputations: z.exactOptional(imputations),
  treat: z.exactOptional(treat),
  normalize: z.exactOptional(normalize),
  aggregate: z.exactOptional(aggregate),
  weighting: z.exactOptional(weighting),
  levels: z.exactOptional(z.array(level)),
  screening: z.exactOptional(screening),
  ranks: z.exactOptional(ranks),
};

const panel = z.strictObject({
  fit: z.exactOptional(z.enum(["each", "pooled", "base", "to-date"])),
  treat: z.exactOptional(z.enum(["each", "as-fit"])),
  screen: z.exactOptional(z.enum(["each", "pooled", "base"])),
  base: z.exactOptional(text),
  impute: z.exactOptional(z.enum(["latest", "constant", "linear"])),
  within: z.exactOptional(z.int().min(1)),
});

const methodology = z.strictObject({
  kind: z.literal("IndexMethodology"),
  version: z.literal(1),
  id: text,
  title: text,
  description: z.exactOptional(text),
  notes: z.exactOptional(z.array(text)),
  nodes: z.array(node).min(1),
  ...stages,
  panel: z.exactOptional(panel),
  definitions: z.exactOptional(z.array(indicatorDefinitionSchema)),
});

/**
 * Schema of an index methodology from outside: the form of the document alone. Whether its parts fit
 * together, and fit the data, is told by `checkMethodology`.
 *
 * @example
 * ```ts
 * import { indexMethodologySchema } from "@vitalcore/composite/schema";
 * const { success } = indexMethodologySchema.safeParse({ kind: "IndexMethodology", version: 2 });
 * success; // => false
 * ```
 */
export const indexMethodologySchema: z.ZodType<IndexMethodology> = methodology;
