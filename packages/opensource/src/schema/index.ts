import { type DimensionId, dimensionIds } from "@vitalcore/domain/ids";
import * as z from "zod";
import type { Need } from "../match/need.js";
import type { DpgStatus, Solution } from "../solution.js";
import type { StackComponent } from "../stack/stack-component.js";

const text = z.string().trim().min(1);
const texts = z.exactOptional(z.array(text).readonly());
const day = z.iso.date();

/** The id of a solution: lower-case words joined by hyphens; one's own may carry a prefix. */
const SOLUTION_ID = /^(?:[a-z0-9.-]+:)?[a-z0-9]+(?:-[a-z0-9]+)*$/;

const dpgStatusShape = z.object({
  status: z.enum(["registered", "nominated", "not-registered", "unknown"]),
  seen: day.nullable(),
  since: z.exactOptional(z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/)),
  evidence: z.url().nullable(),
});

const solutionShape = z.object({
  id: z.string().regex(SOLUTION_ID),
  name: text,
  kind: z.enum(["software", "data", "content", "service"]),
  summary: text,
  license: text.nullable(),
  sourceAvailable: z.boolean().nullable(),
  dimensions: z.array(z.enum(dimensionIds) as z.ZodType<DimensionId>).readonly(),
  threats: texts,
  groups: texts,
  languages: texts,
  offline: z.exactOptional(z.enum(["yes", "partly", "no"])),
  standards: texts,
  dpg: dpgStatusShape,
  website: z.exactOptional(z.url()),
  repository: z.exactOptional(z.url()),
  evidence: z
    .array(
      z.object({
        url: z.url(),
        supports: z.array(z.enum(["license", "dpg", "standards", "offline", "nature"])).readonly(),
      }),
    )
    .readonly(),
  verified: z.boolean(),
  note: z.exactOptional(text),
});

const weight = z.exactOptional(z.number().min(0).max(1000));
const required = z.exactOptional(z.boolean());
const needShape = z.discriminatedUnion("criterion", [
  z.object({ criterion: z.literal("dimension"), value: z.enum(dimensionIds), weight, required }),
  z.object({
    criterion: z.enum(["threat", "group", "language", "standard"]),
    value: text,
    weight,
    required,
  }),
  z.object({
    criterion: z.literal("kind"),
    value: z.enum(["software", "data", "content", "service"]),
    weight,
    required,
  }),
  z.object({
    criterion: z.literal("freedom"),
    value: z.enum(["inspect", "use", "modify", "distribute"]),
    weight,
    required,
  }),
  z.object({
    criterion: z.literal("dpg"),
    value: z.enum(["registered", "nominated"]),
    weight,
    required,
  }),
  z.object({
    criterion: z.enum(["offline", "all-freedoms", "verified"]),
    value: z.literal(true),
    weight,
    required,
  }),
]);

const stackComponentShape = z.object({
  name: text,
  version: z.exactOptional(z.string()),
  license: z.exactOptional(z.union([z.string(), z.array(z.string()).readonly(), z.null()])),
  sourceAvailable: z.exactOptional(z.boolean()),
  depth: z.exactOptional(z.int().min(0)),
  scope: z.exactOptional(z.enum(["required", "optional", "excluded"])),
});

/** Where a solution stands with the registry of the Digital Public Goods Alliance. */
export const dpgStatusSchema: z.ZodType<DpgStatus> = dpgStatusShape;

/**
 * A solution of a catalogue: its shape. Whether its licence can be read is said by `checkCatalogue`.
 *
 * @example
 * ```ts
 * import { catalogue } from "@vitalcore/opensource/catalogue";
 * import { solutionSchema } from "@vitalcore/opensource/schema";
 * catalogue.every((solution) => solutionSchema.safeParse(solution).success); // => true
 * ```
 */
export const solutionSchema: z.ZodType<Solution> = solutionShape;

/**
 * A need, with the values that its criterion takes.
 *
 * @example
 * ```ts
 * import { needSchema } from "@vitalcore/opensource/schema";
 * needSchema.safeParse({ criterion: "offline", value: true, required: true }).success; // => true
 * needSchema.safeParse({ criterion: "dimension", value: "helth" }).success; // => false
 * ```
 */
export const needSchema: z.ZodType<Need> = needShape;

/** A component of a stack. */
export const stackComponentSchema: z.ZodType<StackComponent> = stackComponentShape;
