import * as z from "zod";
import type { Source } from "../source.js";
import { dayShape, textShape } from "./text-forms.js";

const name = z.strictObject({
  literal: z.exactOptional(textShape),
  family: z.exactOptional(textShape),
  given: z.exactOptional(textShape),
});

const sourceShape = z.strictObject({
  id: textShape,
  type: textShape,
  title: textShape,
  author: z.exactOptional(z.array(name)),
  publisher: z.exactOptional(textShape),
  issued: z.exactOptional(
    z.strictObject({ "date-parts": z.array(z.array(z.number().int()).min(1).max(3)).min(1) }),
  ),
  edition: z.exactOptional(textShape),
  DOI: z.exactOptional(z.string().regex(/^10\.\d{4,9}\/\S+$/)),
  URL: z.exactOptional(z.string().regex(/^https?:\/\/\S+$/)),
  retrieved: z.exactOptional(dayShape),
  license: z.exactOptional(textShape),
  sha256: z.exactOptional(z.string().regex(/^[0-9a-f]{64}$/)),
  note: z.exactOptional(z.string()),
});

/**
 * A source of data from outside.
 *
 * @example
 * ```ts
 * import { sourceSchema } from "@vitalcore/domain/schema";
 * sourceSchema.safeParse({ id: "hdr2025", type: "dataset", title: "HDR 2025" }).success; // => true
 * ```
 */
export const sourceSchema: z.ZodType<Source> = sourceShape;

/** What the schema infers, which must be `Source`. */
export type SourceInferred = z.infer<typeof sourceShape>;
