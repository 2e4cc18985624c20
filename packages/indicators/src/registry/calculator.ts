import type { EstimateLike, ObsStatus } from "@vitalcore/domain";
import * as z from "zod";

/** A value, and why there is none: "M" if nothing is said. */
export type Computed = EstimateLike & { readonly status?: readonly ObsStatus[] };

/** Computes the value of an indicator from checked inputs. */
export interface Calculator {
  /** Shape of the inputs; numbers are proportions, counts or money, as their names say. */
  readonly inputs: z.ZodObject;
  readonly compute: (inputs: never) => Computed;
  /**
   * The inputs of the definition by the name of the input here, for those that observations can give; shares are
   * handed on as proportions.
   */
  readonly observed?: Readonly<Record<string, string>>;
}

/** A calculator by the id of its indicator. */
export type CalculatorEntry = readonly [id: string, calculator: Calculator];

/** A proportion from 0 to 1. */
export const proportion: z.ZodNumber = /* @__PURE__ */ z.number().min(0).max(1);
/** A number of people, cases or things, or an amount; weighted counts need not be whole. */
export const amount: z.ZodNumber = /* @__PURE__ */ z.number().min(0);
export const positive: z.ZodNumber = /* @__PURE__ */ z.number().positive();
export const wholeCount: z.ZodNumber = /* @__PURE__ */ z.number().int().min(0);
export const amounts: z.ZodArray<z.ZodNumber> = /* @__PURE__ */ z.array(amount).min(1);

/** A calculator of these inputs; others are refused. */
export function calculator<Shape extends z.ZodRawShape>(
  shape: Shape,
  compute: (inputs: z.infer<z.ZodObject<Shape>>) => Computed,
  observed?: Readonly<Record<string, string>>,
): Calculator {
  return {
    inputs: z.strictObject(shape),
    compute: compute as Calculator["compute"],
    ...(observed !== undefined && { observed }),
  };
}

/** A share or a rate per head; `observe` brings it into the unit of the definition. */
export const share = (value: number | null): EstimateLike => ({ value, scale: "proportion" });

/** A number that is in the unit of the definition already. */
export const inUnit =
  (unit: string) =>
  (value: number | null): EstimateLike => ({ value, unit });

/** A share of a whole: the part cannot exceed it. */
export function partOfWhole(to: (value: number) => EstimateLike = share): Calculator {
  const { inputs, compute } = calculator({ part: amount, whole: positive }, ({ part, whole }) =>
    to(part / whole),
  );
  const refined = inputs.refine(({ part, whole }) => (part as number) <= (whole as number), {
    message: "the part exceeds the whole",
    path: ["part"],
  });
  return { inputs: refined, compute };
}

/** So many of so many people; may exceed them where one person counts twice. */
export function perPerson(): Calculator {
  return calculator({ count: amount, population: positive }, ({ count, population }) =>
    share(count / population),
  );
}
