import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { Factor } from "./specification.js";

/** Where doubt comes from. */
export type DoubtSource = "methods" | "weights" | "data" | "imputation";

/** Ids of factors by the name of their group, or `sources`: methods, weights, data and imputation. */
export type FactorGroups = "sources" | Readonly<Record<string, readonly string[]>>;

/** Factors that move together. */
export interface FactorGroup {
  readonly id: string;
  /** Places of the factors. */
  readonly members: readonly number[];
}

/** The source of doubt that a factor belongs to; a choice can say its own. */
export function sourceOf(factor: Factor): DoubtSource {
  switch (factor.kind) {
    case "choice":
      return factor.source ?? "methods";
    case "value-sets":
      return factor.source ?? "data";
    case "parameter":
      return factor.stage === "impute" ? "imputation" : "methods";
    case "goalpost-error":
      return "methods";
    case "weight-sets":
    case "weight-noise":
      return "weights";
    case "sampling-error":
      return "data";
  }
}

/** The groups of factors; each that is in none is one by itself. */
export function groupsOf(
  factors: readonly Factor[],
  groups: FactorGroups | undefined,
): readonly FactorGroup[] {
  if (groups === "sources") {
    const found = new Map<string, number[]>();
    factors.forEach((factor, i) => {
      const source = sourceOf(factor);
      found.set(source, [...(found.get(source) ?? []), i]);
    });
    return [...found].map(([id, members]) => ({ id, members }));
  }
  const placeOf = new Map(factors.map(({ id }, i) => [id, i]));
  const taken = new Set<number>();
  const named = Object.entries(groups ?? {}).map(([id, names]) => {
    const members = names.map((name) => {
      const place = placeOf.get(name);
      if (place === undefined || taken.has(place)) {
        throw invalid(`The factor of the group "${id}"`, name, "one that is there, in one group");
      }
      taken.add(place);
      return place;
    });
    if (members.length === 0) throw invalid(`The group "${id}"`, "empty", "of at least one factor");
    return { id, members };
  });
  const alone = factors.flatMap(({ id }, i) => (taken.has(i) ? [] : [{ id, members: [i] }]));
  return [...named, ...alone];
}

function invalid(what: string, found: unknown, wanted: string): VitalError {
  return new VitalError([find("composite/analysis-invalid", { found, facts: { what, wanted } })]);
}

/** The runs of an enumeration of all factors as a table of groups, the last of them changing fastest. */
export function groupTable(
  counts: readonly number[],
  groups: readonly FactorGroup[],
): { readonly levels: readonly number[]; readonly runs: Int32Array } {
  const steps: number[] = [];
  let total = 1;
  for (const count of counts) {
    steps.push(total);
    total *= count;
  }
  const levels = groups.map(({ members }) =>
    members.reduce((product, i) => product * (counts[i] as number), 1),
  );
  const runs = Int32Array.from({ length: total }, (_, cell) => {
    let rest = cell;
    let run = 0;
    for (let g = groups.length - 1; g >= 0; g--) {
      let level = rest % (levels[g] as number);
      rest = Math.floor(rest / (levels[g] as number));
      for (const i of groups[g]?.members ?? []) {
        const count = counts[i] as number;
        run += (level % count) * (steps[i] as number);
        level = Math.floor(level / count);
      }
    }
    return run;
  });
  return { levels, runs };
}

/** For each factor the bit of its group. */
export function maskOfFactors(groups: readonly FactorGroup[], factors: number): Int32Array {
  const bits = new Int32Array(factors);
  groups.forEach(({ members }, g) => {
    for (const i of members) bits[i] = 1 << g;
  });
  return bits;
}

/** Ids of the factors of a group. */
export function namesOf(
  { factors }: { readonly factors: readonly Factor[] },
  members: readonly number[],
): readonly string[] {
  return members.map((i) => factors[i]?.id ?? "");
}
