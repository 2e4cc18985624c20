/** The four freedoms of open source, in the order of the founding text (UNDP 2025). */
export const OPEN_SOURCE_FREEDOMS = ["inspect", "use", "modify", "distribute"] as const;

/**
 * One of the four freedoms. They map to the Free Software Foundation's: `use` is freedom 0 (run for any
 * purpose), `inspect` freedom 1 (study), `modify` freedoms 1 and 3 (change), `distribute` freedoms 2 and 3
 * (pass on copies and adaptations).
 */
export type OpenSourceFreedom = (typeof OPEN_SOURCE_FREEDOMS)[number];

/** One value for each of the four freedoms. */
export type PerFreedom<Value> = Readonly<Record<OpenSourceFreedom, Value>>;

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
export function perFreedom<Value>(make: (freedom: OpenSourceFreedom) => Value): PerFreedom<Value> {
  return {
    inspect: make("inspect"),
    use: make("use"),
    modify: make("modify"),
    distribute: make("distribute"),
  };
}
