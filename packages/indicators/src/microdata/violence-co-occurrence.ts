import {
  booleansOf,
  type Column,
  type Finding,
  MISSING_BOOLEAN,
  type TableLike,
  tableOf,
} from "@vitalcore/core";
import type { DesignSpec, Estimate } from "@vitalcore/survey";
import { deriveViolence, type ViolenceOptions, withActs } from "../violence/derive-violence.js";
import type { ViolenceQuestionnaire } from "../violence/questionnaire.js";
import { type ShareEstimation, sharesOf } from "./shares.js";

/** How two acts go together; estimates of one pair, in groups if asked for. */
export interface ActPair {
  readonly acts: readonly [first: string, second: string];
  /** Who met both, of those who answered both. */
  readonly both: readonly Estimate[];
  /** Who met the second, of those who met the first. */
  readonly secondGivenFirst: readonly Estimate[];
  readonly firstGivenSecond: readonly Estimate[];
  /**
   * Share of both over what it would be if neither had to do with the other, and Pearson's phi; by group, `null` where an
   * act was met by nobody or by all.
   */
  readonly lift: readonly (number | null)[];
  readonly phi: readonly (number | null)[];
}

/** All pairs of acts. */
export interface CoOccurrence {
  readonly pairs: readonly ActPair[];
  readonly findings: readonly Finding[];
}

/** Period and acts, groups and intervals. */
export type CoOccurrenceOptions = Pick<ViolenceOptions, "period" | "acts"> & ShareEstimation;

/**
 * Which types of violence go together, by design: for every pair of acts who met both, who met one of those who met the other, and how much
 * more often that is than by chance. Acts of one person need not be one incident.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - columns, routing and codes.
 * @param design - of the sample.
 * @param options - period and acts; groups and interval.
 * @returns pairs in the order of the acts.
 * @throws VitalError as `deriveViolence`, and `survey/...` for the design.
 *
 * Source: Finkelhor, Ormrod and Turner (2007), Poly-victimization, Child Abuse and Neglect 31; phi: Pearson (1900);
 * Taylor linearization as in R's `survey`.
 *
 * @example
 * ```ts
 * import { violenceCoOccurrence } from "@vitalcore/indicators/microdata";
 * const { pairs } = violenceCoOccurrence(
 *   { psu: [1, 1, 2, 2, 3], threat: [1, 1, 2, 2, 2], stalking: [1, 2, 2, 2, 1] },
 *   {
 *     acts: [{ id: "threat", lifetime: "threat" }, { id: "stalking", lifetime: "stalking" }],
 *     codes: { yes: 1, no: 2 },
 *   },
 *   { clusters: "psu" },
 *   { period: "lifetime" },
 * );
 * pairs[0]?.both[0]?.value; // => 0.2
 * pairs[0]?.secondGivenFirst[0]?.value; // => 0.5
 * pairs[0]?.lift[0]; // => 1.25
 * ```
 */
export function violenceCoOccurrence(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  design: DesignSpec,
  options: CoOccurrenceOptions,
): CoOccurrence {
  const { period, acts, ...estimation } = options;
  const derived = deriveViolence(data, questionnaire, {
    period,
    prefix: "violence_",
    ...(acts !== undefined && { acts }),
  });
  const ids = withActs(questionnaire, acts).acts.map(({ id }) => id);
  const findings: Finding[] = [...derived.findings];
  const met = new Map(ids.map((id) => [id, booleansOf(derived.table, `violence_${id}`)]));
  const pairs = ids.flatMap((first, i) =>
    ids.slice(i + 1).map((second) => [first, second] as const),
  );
  return {
    pairs: pairs.map(([first, second]) => {
      const [a, b] = [met.get(first) as Uint8Array, met.get(second) as Uint8Array];
      const of = (value: (x: number, y: number) => number): Uint8Array =>
        a.map((x, row) => {
          const y = b[row] as number;
          return x === MISSING_BOOLEAN || y === MISSING_BOOLEAN ? MISSING_BOOLEAN : value(x, y);
        });
      const columns: [string, Uint8Array][] = [
        ["pair:both", of((x, y) => x & y)],
        ["pair:first", of((x) => x)],
        ["pair:second", of((_, y) => y)],
        ["pair:second|first", of((x, y) => (x === 1 ? y : MISSING_BOOLEAN))],
        ["pair:first|second", of((x, y) => (y === 1 ? x : MISSING_BOOLEAN))],
      ];
      const table = tableOf(
        [
          ...derived.table.names.map((name): [string, Column] => [
            name,
            derived.table.column(name),
          ]),
          ...columns.map(([name, values]): [string, Column] => [name, { kind: "boolean", values }]),
        ],
        { identifying: derived.table.identifying },
      );
      const shares = sharesOf(
        table,
        design,
        {
          both: "pair:both",
          first: "pair:first",
          second: "pair:second",
          secondGivenFirst: "pair:second|first",
          firstGivenSecond: "pair:first|second",
        },
        estimation,
        findings,
      );
      const association = shares.both.map(({ value: both }, g) =>
        associationOf(both, shares.first[g]?.value ?? null, shares.second[g]?.value ?? null),
      );
      return {
        acts: [first, second],
        both: shares.both,
        secondGivenFirst: shares.secondGivenFirst,
        firstGivenSecond: shares.firstGivenSecond,
        lift: association.map(({ lift }) => lift),
        phi: association.map(({ phi }) => phi),
      };
    }),
    findings,
  };
}

function associationOf(
  both: number | null,
  first: number | null,
  second: number | null,
): { readonly lift: number | null; readonly phi: number | null } {
  if (both === null || first === null || second === null) return { lift: null, phi: null };
  const chance = first * second;
  const spread = Math.sqrt(chance * (1 - first) * (1 - second));
  return {
    lift: chance === 0 ? null : both / chance,
    phi: spread === 0 ? null : (both - chance) / spread,
  };
}
