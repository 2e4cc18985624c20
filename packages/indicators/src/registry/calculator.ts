import type { EstimateLike, ObsStatus } from "@vitalcore/domain";
import * as z from "zod";
import type { Told } from "./parameters.js";

/** A value, and why there is none: "M" if nothing is said. */
export type Computed = EstimateLike & { readonly status?: readonly ObsStatus[] };

/** Computes the value of an indicator from checked inputs. */
export interface Calculator {
  /** Shape of the inputs; numbers are proportions, counts or money, as their names say. */
  readonly inputs: z.ZodObject;
  readonly compute: (inputs: never) => Computed;
  /** Of the inputs what is no data: a line, a target, an edition; as it was taken where it was left out. */
  readonly told?: (inputs: never) => Told;
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

/** Makes a schema when it is first asked for, and keeps it. */
export function once(make: () => z.ZodObject): () => z.ZodObject {
  let made: z.ZodObject | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What one input says of another, beyond the bounds of each. */
export interface Refinement<Inputs> {
  readonly holds: (inputs: Inputs) => boolean;
  readonly message: string;
  /** The input that is to blame. */
  readonly path: readonly string[];
}

/** What else is known of a calculator. */
export interface CalculatorExtras<Inputs> {
  readonly observed?: Readonly<Record<string, string>>;
  readonly refine?: Refinement<Inputs>;
  readonly told?: (inputs: Inputs) => Told;
}

/**
 * A calculator of these inputs; others are refused. The schema is made when it is first asked for: a registry of a
 * hundred would take milliseconds to make for one number.
 */
export function calculator<Shape extends z.ZodRawShape>(
  shape: Shape | (() => Shape),
  compute: (inputs: z.infer<z.ZodObject<Shape>>) => Computed,
  extras: CalculatorExtras<z.infer<z.ZodObject<Shape>>> = {},
): Calculator {
  const { observed, refine, told } = extras;
  const make = () => {
    const plain = z.strictObject(typeof shape === "function" ? shape() : shape);
    if (refine === undefined) return plain;
    const { holds, message, path } = refine;
    return plain.refine(holds as (inputs: unknown) => boolean, { message, path: [...path] });
  };
  const inputs = once(make);
  return {
    get inputs() {
      return inputs();
    },
    compute: compute as Calculator["compute"],
    ...(observed !== undefined && { observed }),
    ...(told !== undefined && { told: told as Calculator["told"] & object }),
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
  return calculator({ part: amount, whole: positive }, ({ part, whole }) => to(part / whole), {
    refine: {
      holds: ({ part, whole }) => part <= whole,
      message: "the part exceeds the whole",
      path: ["part"],
    },
  });
}

/** So many of so many people; may exceed them where one person counts twice. */
export function perPerson(): Calculator {
  return calculator({ count: amount, population: positive }, ({ count, population }) =>
    share(count / population),
  );
}
