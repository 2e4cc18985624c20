import type { Finding } from "@vitalcore/core";
import { throwIfErrors } from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import { criticalValue } from "../estimates/build-estimates.js";
import { estimateKey } from "../estimates/contrast.js";
import type { Estimate, Estimates, Interval } from "../estimates/estimates.js";

/** The change of one estimate between two rounds of a survey. */
export interface RoundChange {
  readonly key: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** False where the wording of the question, the mode or the frame changed between the rounds. */
  readonly comparable: boolean;
}

/** Two rounds compared. */
export interface RoundComparison {
  readonly changes: readonly RoundChange[];
  readonly findings: readonly Finding[];
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
 * @returns one change per estimate that both rounds have a value for, and findings for the others.
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
): RoundComparison {
  const { level = 0.95, changed } = options;
  const findings: Finding[] = [];
  if (changed !== undefined) findings.push(find("survey/wording-changed", { facts: { changed } }));
  const later = new Map(after.estimates.map((estimate) => [estimateKey(estimate), estimate]));
  const changes: RoundChange[] = [];
  for (const first of before.estimates) {
    const key = estimateKey(first);
    const second = later.get(key);
    const known = (estimate: Estimate | undefined): estimate is Estimate =>
      estimate?.value != null && estimate.standardError !== null;
    if (!known(first) || !known(second)) {
      findings.push(find("survey/not-in-both-rounds", { facts: { estimate: key } }));
      continue;
    }
    const change = second.value! - first.value!;
    const standardError = Math.hypot(first.standardError!, second.standardError!);
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
      degreesOfFreedom: df,
      pValue: 2 * studentT({ df }).survival(Math.abs(change / standardError)),
      comparable: changed === undefined,
    });
  }
  throwIfErrors(findings);
  return { changes, findings };
}
