import {
  defineResult,
  type Finding,
  type Result,
  type ResultData,
  type ResultKind,
  throwIfErrors,
} from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import { criticalValue } from "../estimates/build-estimates.js";
import { estimateKey } from "../estimates/contrast.js";
import type { Estimate, Estimates, Interval } from "../estimates/estimates.js";
import { checkOptions } from "../estimates/options.js";

/** The change of one estimate between two rounds of a survey. */
export interface RoundChange {
  readonly key: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly t: number;
  /** Null where they are taken as infinite. */
  readonly degreesOfFreedom: number | null;
  readonly pValue: number;
  /** False where the wording of the question, the mode or the frame changed between the rounds. */
  readonly comparable: boolean;
}

/** Two rounds compared. */
export interface RoundComparison extends ResultData {
  readonly kind: "SurveyRounds";
  readonly changes: readonly RoundChange[];
  readonly findings: readonly Finding[];
}

/** Comparisons of rounds; how they are shown and read back from JSON. */
export const roundComparisonResult: ResultKind<RoundComparison> =
  /* @__PURE__ */ defineResult<RoundComparison>({
    kind: "SurveyRounds",
    version: 1,
    summarize: ({ changes, findings }) => ({
      title: `Two rounds compared: ${changes.length} ${changes.length === 1 ? "estimate" : "estimates"}`,
      tables: [
        {
          columns: [
            { name: "estimate" },
            { name: "before", kind: "number", digits: 4 },
            { name: "after", kind: "number", digits: 4 },
            { name: "change", kind: "number", digits: 4 },
            { name: "std. error", kind: "number", digits: 4 },
            { name: "from", kind: "number", digits: 4 },
            { name: "to", kind: "number", digits: 4 },
            { name: "p", kind: "number", digits: 4 },
            { name: "comparable" },
          ],
          rows: changes.map((c) => [
            c.key,
            c.before,
            c.after,
            c.change,
            c.standardError,
            c.interval.lower,
            c.interval.upper,
            c.pValue,
            c.comparable ? "yes" : "no",
          ]),
        },
      ],
      notes: findings.map(({ message }) => message),
    }),
  });

function isTestable({ value, standardError, degreesOfFreedom }: Estimate): boolean {
  return value !== null && standardError !== null && degreesOfFreedom !== 0;
}

/** Welch-Satterthwaite degrees of freedom of a difference of two independent estimates. */
function welch(before: Estimate, after: Estimate): number {
  const part = ({ standardError, degreesOfFreedom }: Estimate) =>
    degreesOfFreedom === null ? 0 : standardError! ** 4 / degreesOfFreedom;
  const below = part(before) + part(after);
  const sum = before.standardError! ** 2 + after.standardError! ** 2;
  return below > 0 ? sum ** 2 / below : Number.POSITIVE_INFINITY;
}

/**
 * Tests the change of estimates between two rounds that were sampled independently.
 *
 * @param before - estimates of the earlier round, from any estimator.
 * @param after - those of the later round; matched by variable, category and group.
 * @param options.changed - what changed in question, mode or frame: then every change is flagged as not
 *   comparable, and its test is a test of the change and of the wording together.
 * @returns one change per estimate that both rounds have a value with an error for, and findings for the others.
 * @throws VitalError `survey/option`.
 *
 * Source: Kish (1965), section 12.4; Welch (1947).
 *
 * @example
 * ```ts
 * import { compareRounds, mean, surveyDesign } from "@vitalcore/survey";
 * const round = (x: number[]) => mean(surveyDesign({ x }, {}), "x");
 * const { changes, findings } = compareRounds(round([1, 2, 3]), round([3, 4, 5]), {
 *   changed: "the question lists eight acts, before six",
 * });
 * changes[0]?.change; // => 2
 * changes[0]?.comparable; // => false
 * ```
 */
export function compareRounds(
  before: Pick<Estimates, "estimates">,
  after: Pick<Estimates, "estimates">,
  options: { readonly level?: number; readonly changed?: string } = {},
): Result<RoundComparison> {
  checkOptions(options);
  const { level = 0.95, changed } = options;
  const findings: Finding[] = [];
  if (changed !== undefined) findings.push(find("survey/wording-changed", { facts: { changed } }));
  const later = new Map(after.estimates.map((estimate) => [estimateKey(estimate), estimate]));
  const earlier = new Set(before.estimates.map(estimateKey));
  const untested = (estimate: string) =>
    findings.push(find("survey/not-in-both-rounds", { facts: { estimate } }));
  const changes: RoundChange[] = [];
  for (const first of before.estimates) {
    const key = estimateKey(first);
    const second = later.get(key);
    if (!isTestable(first) || second === undefined || !isTestable(second)) {
      untested(key);
      continue;
    }
    const change = second.value! - first.value!;
    const standardError = Math.hypot(first.standardError!, second.standardError!);
    if (standardError === 0) {
      untested(key);
      continue;
    }
    const df = welch(first, second);
    const half = (criticalValue(level, df) ?? Number.NaN) * standardError;
    changes.push({
      key,
      before: first.value!,
      after: second.value!,
      change,
      standardError,
      interval: { level, lower: change - half, upper: change + half, method: "t" },
      t: change / standardError,
      degreesOfFreedom: Number.isFinite(df) ? df : null,
      pValue: 2 * studentT({ df }).survival(Math.abs(change / standardError)),
      comparable: changed === undefined,
    });
  }
  for (const key of later.keys()) if (!earlier.has(key)) untested(key);
  throwIfErrors(findings);
  return roundComparisonResult.create({ changes, findings });
}
