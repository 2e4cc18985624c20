import { type Finding, VitalError } from "@vitalcore/core";
import type * as z from "zod";
import { find } from "./catalog.js";

/**
 * Inputs of a shape, or one error with everything that is wrong with them.
 *
 * @throws VitalError `indicators/calculator-input`.
 */
export function readInputs<Shape extends z.ZodRawShape>(
  id: string,
  schema: z.ZodObject<Shape>,
  inputs: unknown,
): z.infer<z.ZodObject<Shape>> {
  const read = schema.safeParse(inputs);
  if (read.success) return read.data;
  const names = Object.keys(schema.shape);
  throw new VitalError(
    read.error.issues.map(({ path, message }): Finding => {
      const input = path.map(String).join(".") || "(all)";
      const facts = { name: id, input, problem: message, inputs: names };
      return find("indicators/calculator-input", { place: { path: path.map(String) }, facts });
    }),
  );
}
