import { type OpenSourceFreedomId, openSourceFreedomIds } from "@vitalcore/domain/ids";
import { sum } from "@vitalcore/stats";
import { notNegative, oneOf, positive, requireInputs } from "../input-checks.js";
import { allOf, type BoundedShare, boundedShare } from "./shares-with-unknown.js";

/** Whether a freedom can be made use of, as `assessFreedoms` of `@vitalcore/opensource` finds it. */
export type FreedomAnswer = "yes" | "limited" | "no" | "unknown";

/** A system in use and its four freedoms. */
export interface SystemFreedoms {
  readonly system: string;
  readonly freedoms: Readonly<Record<OpenSourceFreedomId, FreedomAnswer>>;
  /** By what the system counts: users, spending, installations; 1 if left out. */
  readonly weight?: number;
}

/** Adoption of open source by its freedoms; shares of the (weighted) systems. */
export interface FreedomAdoption {
  /** All four freedoms: open source in the sense of the definition. */
  readonly allFour: BoundedShare;
  readonly byFreedom: Readonly<Record<OpenSourceFreedomId, BoundedShare>>;
  readonly systems: number;
}

const ANSWERS: readonly FreedomAnswer[] = ["yes", "limited", "no", "unknown"];
const known = (answer: FreedomAnswer) => (answer === "unknown" ? null : answer === "yes");

/**
 * Adoption of the four freedoms in the systems of an administration: what share can be inspected, used, modified and
 * distributed. A freedom that is limited to some people, purposes or parts is not the freedom. What is unknown is neither yes nor
 * no: bounds say what it could change.
 *
 * @param systems - in productive use, with answers for each freedom: see `assessFreedoms` of `@vitalcore/opensource`.
 * @throws VitalError `indicators/invalid-input`, also without systems.
 *
 * Source: the four freedoms as in the Free Software Definition (Stallman 1986) and the Open Source Definition (1998).
 *
 * @example
 * ```ts
 * import { freedomAdoption } from "@vitalcore/indicators/digital-governance";
 * const open = { inspect: "yes", use: "yes", modify: "yes", distribute: "yes" } as const;
 * const { allFour, byFreedom } = freedomAdoption([
 *   { system: "health records", freedoms: open },
 *   { system: "payroll", freedoms: { ...open, modify: "no", distribute: "limited" } },
 *   { system: "registry", freedoms: { ...open, distribute: "unknown" } },
 * ]);
 * allFour.value; // => 0.5
 * [allFour.lower, allFour.upper]; // => [0.333333, 0.666667]
 * byFreedom.use.value; // => 1
 * ```
 */
export function freedomAdoption(systems: readonly SystemFreedoms[]): FreedomAdoption {
  const weights = systems.map(({ weight = 1 }) => weight);
  requireInputs([
    ...systems.map(({ system, weight = 1 }) => notNegative(`the weight of ${system}`, weight)),
    ...systems.flatMap(({ system, freedoms }) =>
      openSourceFreedomIds.map((id) => oneOf(`${id} of ${system}`, freedoms[id], ANSWERS)),
    ),
  ]);
  requireInputs([positive("the sum of the weights", sum(weights))]);
  const share = (of: (freedoms: SystemFreedoms["freedoms"]) => boolean | null) =>
    boundedShare(
      systems.map(({ freedoms }) => of(freedoms)),
      weights,
    );
  return {
    allFour: share((freedoms) => allOf(openSourceFreedomIds.map((id) => known(freedoms[id])))),
    byFreedom: Object.fromEntries(
      openSourceFreedomIds.map((id) => [id, share((freedoms) => known(freedoms[id]))]),
    ) as Record<OpenSourceFreedomId, BoundedShare>,
    systems: systems.length,
  };
}
