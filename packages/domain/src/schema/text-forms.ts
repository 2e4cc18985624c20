import * as z from "zod";
import { isAreaId } from "../areas/area-id.js";
import { readPeriod } from "../periods/parse-period.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SIMPLE = String.raw`\d{4}(?:-(?:[ASTQ]\d|M\d{2}|W\d{2}|D\d{3}|\d{2}(?:-\d{2})?))?`;
const END = String.raw`(?:\d{4}-\d{2}-\d{2}T[\d:.]+Z?|${SIMPLE})`;
const PERIOD = new RegExp(`^(?:${SIMPLE}|${END}/(?:P[0-9YMDW]+|${END}))$`);
const AREA = /^(?:[A-Z]{3}|[A-Za-z][A-Za-z0-9_.-]*:\S+)$/;

/** Text with at least one character. */
export const textShape: z.ZodString = z.string().min(1);

/** A day as YYYY-MM-DD that exists in the calendar. */
export const dayShape: z.ZodString = z
  .string()
  .regex(DAY)
  .refine((text) => readPeriod(text).period?.kind === "day", "there is no such day");

/**
 * The id of an area, as it stands in observations: see `isAreaId`.
 *
 * @example
 * ```ts
 * import { areaIdSchema } from "@vitalcore/domain/schema";
 * areaIdSchema.safeParse("NAM").success; // => true
 * ```
 */
export const areaIdSchema: z.ZodType<string> = z
  .string()
  .regex(AREA)
  .refine(isAreaId, "there is no such area");

/**
 * A period as text: see `parsePeriod`.
 *
 * @example
 * ```ts
 * import { periodSchema } from "@vitalcore/domain/schema";
 * periodSchema.safeParse("2018-13").success; // => false
 * ```
 */
export const periodSchema: z.ZodType<string> = z
  .string()
  .regex(PERIOD)
  .refine((text) => readPeriod(text).period !== undefined, "there is no such period");
