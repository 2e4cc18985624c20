import * as z from "zod";

/**
 * Puts a check before a schema. The schema is not reached if the check fails: a hostile input must not
 * exhaust the stack of a recursive schema. What the check asks goes unseen by JSON Schema.
 */
export function guarded<Output>(
  problem: (input: unknown) => string | undefined,
  schema: z.ZodType<Output>,
): z.ZodType<Output> {
  return z
    .unknown()
    .superRefine((input, context) => {
      const message = problem(input);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .pipe(schema);
}

/** Refuses an own property `__proto__`, which zod's records would drop without a word. */
export function prototypeKey(input: unknown): string | undefined {
  return typeof input === "object" && input !== null && Object.hasOwn(input, "__proto__")
    ? '"__proto__" is not a key'
    : undefined;
}

/** Refuses what is nested deeper than a limit, without recursion. */
export function nestedDeeperThan(limit: number): (input: unknown) => string | undefined {
  return (input) => {
    let level: unknown[] = [input];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > limit) return `nested more than ${limit} levels deep`;
      const below: unknown[] = [];
      for (const value of level) {
        if (typeof value !== "object" || value === null) continue;
        for (const child of Object.values(value)) {
          if (typeof child === "object" && child !== null) below.push(child);
        }
      }
      level = below;
    }
    return undefined;
  };
}
