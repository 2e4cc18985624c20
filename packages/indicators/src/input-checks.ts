import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "./catalog.js";
import { findNonProportions } from "./proportion.js";

/** What a calculator asks of one number. */
export interface Demand {
  readonly name: string;
  readonly value: unknown;
  /** In words, as it follows "and ... is needed". */
  readonly wanted: string;
  readonly isMet: boolean;
}

const isFiniteNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

/** Any finite number. */
export function finite(name: string, value: unknown): Demand {
  return { name, value, wanted: "a number", isMet: isFiniteNumber(value) };
}

/** A finite number within bounds, both included; described in words if these say more than the bounds. */
export function between(
  name: string,
  value: unknown,
  least: number,
  most: number,
  wanted: string = `a number from ${least} to ${most}`,
): Demand {
  const isMet = isFiniteNumber(value) && value >= least && value <= most;
  return { name, value, wanted, isMet };
}

/** A finite number above zero. */
export function positive(name: string, value: unknown, wanted = "a positive number"): Demand {
  return { name, value, wanted, isMet: isFiniteNumber(value) && value > 0 };
}

/** A finite number, zero or above. */
export function notNegative(
  name: string,
  value: unknown,
  wanted = "a number, zero or positive",
): Demand {
  return { name, value, wanted, isMet: isFiniteNumber(value) && value >= 0 };
}

/** A whole number, zero or above. */
export function wholeCount(name: string, value: unknown): Demand {
  const isMet = Number.isSafeInteger(value) && (value as number) >= 0;
  return { name, value, wanted: "a whole number, zero or positive", isMet };
}

/** One of the options known. */
export function oneOf(name: string, value: unknown, known: readonly unknown[]): Demand {
  return { name, value, wanted: `one of ${known.join(", ")}`, isMet: known.includes(value) };
}

/** A group for each person: who has none would be in no part, and the parts would not make up the whole. */
export function groupDemands(groups: ArrayLike<string>, people: number): Demand[] {
  const missing = Array.from(groups).findIndex(
    (group) => typeof group !== "string" || group === "",
  );
  return [
    {
      name: "the number of groups given",
      value: groups.length,
      wanted: `one for each of the ${people} people`,
      isMet: groups.length === people,
    },
    {
      name: `the group of person ${missing + 1}`,
      value: groups[missing],
      wanted: "a name for every group (give the rest a group of its own)",
      isMet: missing < 0,
    },
  ];
}

/** A finding for every demand that is not met. */
export function unmet(demands: readonly Demand[]): Finding[] {
  return demands
    .filter(({ isMet }) => !isMet)
    .map(({ name, value, wanted }) =>
      find("indicators/invalid-input", { found: value ?? null, facts: { name, wanted } }),
    );
}

/** Throws one error with everything that is wrong with the inputs. */
export function requireInputs(
  demands: readonly Demand[],
  proportions: Readonly<Record<string, number>> = {},
): void {
  throwIfErrors([...findNonProportions(proportions), ...unmet(demands)]);
}
