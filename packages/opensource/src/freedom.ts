import type { OpenSourceFreedomId } from "@vitalcore/domain/ids";

/** One value for each of the four freedoms. */
export type PerFreedom<Value> = Readonly<Record<OpenSourceFreedomId, Value>>;

/**
 * How far a licence grants a freedom. `granted`: to everyone, for any purpose. `limited`: only to some, for
 * some purposes or of some parts, which is not the freedom. `withheld`: not at all.
 */
export type Grade = "withheld" | "limited" | "granted";

/** A grade, or `unknown` where the facts allow more than one; the bounds then say which. */
export type Standing = Grade | "unknown";

/** The least and the most that the known facts allow. */
export interface GradeBounds {
  readonly atLeast: Grade;
  readonly atMost: Grade;
}

const ORDER: readonly Grade[] = ["withheld", "limited", "granted"];

export function lower(a: Grade, b: Grade): Grade {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

export function higher(a: Grade, b: Grade): Grade {
  return lower(a, b) === a ? b : a;
}

export function standingOf({ atLeast, atMost }: GradeBounds): Standing {
  return atLeast === atMost ? atLeast : "unknown";
}

/** One value for each freedom, made by a function of the freedom. */
export function perFreedom<Value>(
  make: (freedom: OpenSourceFreedomId) => Value,
): PerFreedom<Value> {
  return {
    inspect: make("inspect"),
    use: make("use"),
    modify: make("modify"),
    distribute: make("distribute"),
  };
}
