import { sum } from "@vitalcore/stats";
import { notNegative, positive, requireInputs } from "../input-checks.js";
import { allOf, anyOf, type BoundedShare, boundedShare } from "./shares-with-unknown.js";

/** What ties a buyer to a supplier; `true` where it is so, `null` where the contract does not tell. */
export interface LockInConditions {
  /** Awarded without competition. */
  readonly singleSource: boolean | null;
  /** Formats or interfaces are not open standards. */
  readonly closedFormats: boolean | null;
  /** The data cannot be taken out whole, in a form that another system reads. */
  readonly noDataExport: boolean | null;
  /** The buyer may not have the software run or changed by others: the freedoms to use and modify are missing. */
  readonly noSourceRights: boolean | null;
  /** No plan and no help at the end of the contract are agreed. */
  readonly noExitPlan: boolean | null;
}

/** A contract for information technology. */
export interface ItContract {
  readonly vendor: string;
  /** In one currency, at prices of one year. */
  readonly value: number;
  readonly conditions: LockInConditions;
}

/** How much of the spending is tied; shares of the value of the contracts. */
export interface LockInExposure {
  /** At least one condition. */
  readonly any: BoundedShare;
  /** All of them. */
  readonly all: BoundedShare;
  readonly byCondition: Readonly<Record<keyof LockInConditions, BoundedShare>>;
  /** Mean share of the conditions, weighted by value, of contracts where all are known; `null` where there is none. */
  readonly depth: number | null;
  readonly contracts: number;
}

const CONDITIONS = [
  "singleSource",
  "closedFormats",
  "noDataExport",
  "noSourceRights",
  "noExitPlan",
] as const;

/**
 * Exposure of public contracts for information technology to lock-in: what share of their value is under conditions that tie the
 * buyer to the supplier. What a contract does not tell is neither yes nor no: bounds say what it could change.
 *
 * @param contracts - in force at one time.
 * @throws VitalError `indicators/invalid-input`, also where all values are 0.
 *
 * Source: conditions after European Commission (2013), Against lock-in: building open ICT systems by making better use of
 * standards in public procurement, COM(2013) 455; Opara-Martins, Sahandi and Tian (2016), Journal of Cloud Computing 5.
 *
 * @example
 * ```ts
 * import { contractLockIn } from "@vitalcore/indicators/digital-governance";
 * const free = { singleSource: false, closedFormats: false, noDataExport: false, noSourceRights: false, noExitPlan: false };
 * const { any, byCondition } = contractLockIn([
 *   { vendor: "Alpha", value: 300, conditions: { ...free, singleSource: true, noDataExport: null } },
 *   { vendor: "Beta", value: 100, conditions: free },
 * ]);
 * any.value; // => 0.75
 * byCondition.noDataExport; // => { value: 0, lower: 0, upper: 0.75, unknown: 0.75 }
 * ```
 */
export function contractLockIn(contracts: readonly ItContract[]): LockInExposure {
  const values = contracts.map(({ value }) => value);
  requireInputs(
    contracts.map(({ vendor, value }, i) =>
      notNegative(`the value of contract ${i + 1} (${vendor})`, value),
    ),
  );
  requireInputs([positive("the sum of all values", sum(values))]);
  const answersOf = ({ conditions }: ItContract) => CONDITIONS.map((name) => conditions[name]);
  const share = (of: (contract: ItContract) => boolean | null) =>
    boundedShare(contracts.map(of), values);
  const known = contracts.filter((contract) => !answersOf(contract).includes(null));
  const knownValue = sum(known.map(({ value }) => value));
  const tied = known.map((contract) => contract.value * answersOf(contract).filter(Boolean).length);
  return {
    any: share((contract) => anyOf(answersOf(contract))),
    all: share((contract) => allOf(answersOf(contract))),
    byCondition: Object.fromEntries(
      CONDITIONS.map((name) => [name, share(({ conditions }) => conditions[name])]),
    ) as Record<keyof LockInConditions, BoundedShare>,
    depth: knownValue === 0 ? null : sum(tied) / (knownValue * CONDITIONS.length),
    contracts: contracts.length,
  };
}
