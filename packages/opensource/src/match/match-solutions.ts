import {
  defineResult,
  type Finding,
  type Result,
  type ResultKind,
  throwIfErrors,
} from "@vitalcore/core";
import { assessExpression } from "../assessment/assess-freedoms.js";
import { readLicense } from "../expression/read-license.js";
import { type PerFreedom, perFreedom, type Standing } from "../freedom.js";
import type { Solution } from "../solution.js";
import { checkCatalogue, checkNeeds, unheardOf } from "./check.js";
import { type AssessedSolution, CRITERIA } from "./criteria.js";
import type { Judgement, Need, NeedOutcome } from "./need.js";

/** How solutions are matched. */
export interface MatchOptions {
  /**
   * What becomes of a solution of which it is not known whether it meets a requirement: `exclude` (the
   * default) or `keep` it among the matches, with the need marked unknown.
   */
  readonly unknownRequired?: "exclude" | "keep";
}

/** What one need adds to the score of one solution. */
export interface NeedContribution {
  /** Place of the need in the list, from 0. */
  readonly need: number;
  readonly criterion: Need["criterion"];
  readonly value: string | true;
  readonly required: boolean;
  /** Its share of all weights, 0 to 1. */
  readonly weight: number;
  readonly outcome: NeedOutcome;
  /** What it adds to the lower score: its weight if met, half if partly, else 0. */
  readonly contribution: number;
  readonly statement: string;
}

/** A solution that meets all requirements. */
export interface SolutionMatch {
  readonly id: string;
  readonly name: string;
  /** From 1; equal scores share a rank, and are ordered by id. */
  readonly rank: number;
  /**
   * Weight of what is met, of all weight, 0 to 1: `lower` counts unknowns as not met, `upper` as met. `null`
   * where no need has weight.
   */
  readonly score: { readonly lower: number; readonly upper: number } | null;
  readonly contributions: readonly NeedContribution[];
  /** What it does not, or not fully, meet, or is not known to meet. */
  readonly missing: readonly string[];
  readonly freedoms: PerFreedom<Standing>;
}

/** A solution that fails a requirement. */
export interface ExcludedSolution {
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly {
    readonly need: number;
    readonly outcome: NeedOutcome;
    readonly statement: string;
  }[];
}

/** Solutions ranked by needs, with every reason. */
export interface MatchResult {
  readonly kind: "MatchResult";
  readonly version: number;
  readonly needs: readonly Need[];
  readonly matches: readonly SolutionMatch[];
  readonly excluded: readonly ExcludedSolution[];
  readonly findings: readonly Finding[];
}

/** Reads and shows results; see {@link matchSolutions}. */
export const matchResult: ResultKind<MatchResult> = /* @__PURE__ */ defineResult({
  kind: "MatchResult",
  version: 1,
  summarize: ({ needs, matches, excluded, findings }) => ({
    title: `${matches.length} solutions for ${needs.length} needs`,
    facts: [["excluded by a requirement", excluded.length]],
    tables: [
      {
        columns: [
          { name: "rank", kind: "number" },
          { name: "solution" },
          { name: "score", kind: "number", digits: 2 },
          { name: "at most", kind: "number", digits: 2 },
          { name: "missing" },
        ],
        rows: matches
          .slice(0, 20)
          .map(({ rank, name, score, missing }) => [
            rank,
            name,
            score?.lower ?? null,
            score?.upper ?? null,
            missing.join(" "),
          ]),
      },
    ],
    notes: findings.map(({ message }) => message),
  }),
});

/** Weights are counted in millionths, so that sums are exact and the order never hangs on rounding. */
const MILLION = 1_000_000;

/** Halves of a need that count: met 2, partly 1. */
const HALVES: Readonly<Record<NeedOutcome, { readonly lower: number; readonly upper: number }>> = {
  met: { lower: 2, upper: 2 },
  partly: { lower: 1, upper: 1 },
  "not-met": { lower: 0, upper: 0 },
  unknown: { lower: 0, upper: 2 },
};

interface Judged {
  readonly assessed: AssessedSolution;
  readonly judgements: readonly Judgement[];
  readonly lower: number;
  readonly upper: number;
}

/**
 * Ranks solutions by how well they meet needs. The score is the weight of the needs that are met, as a share of
 * all weight; a need met in part counts half, an unknown one not at all in the lower and fully in the upper
 * score. Requirements exclude. Every need's contribution is in the result, in numbers and in words.
 *
 * @param needs - what is needed; requirements and preferences.
 * @param catalogue - the shipped `catalogue` or one's own of the same shape.
 * @returns matches by score (then by what is possible, then by id), and what was excluded and why. The order of
 *   the catalogue does not matter.
 * @throws VitalError `opensource/unknown-criterion`, `opensource/need-value`, `opensource/need-weight`,
 *   `opensource/catalogue-shape`, `opensource/duplicate-solution`: all problems of needs and catalogue together.
 *
 * Method: a weighted sum of met needs, ours; no other criterion enters.
 *
 * @example
 * ```ts
 * import { catalogue } from "@vitalcore/opensource/catalogue";
 * import { matchSolutions } from "@vitalcore/opensource/match";
 * const { matches } = matchSolutions(
 *   [
 *     { criterion: "dimension", value: "health", required: true },
 *     { criterion: "all-freedoms", value: true, required: true },
 *     { criterion: "offline", value: true, weight: 2 },
 *     { criterion: "standard", value: "FHIR" },
 *   ],
 *   catalogue,
 * );
 * matches[0]?.id; // => "opensrp"
 * matches[0]?.score; // => { lower: 1, upper: 1 }
 * ```
 */
export function matchSolutions(
  needs: readonly Need[],
  catalogue: readonly Solution[],
  options: MatchOptions = {},
): Result<MatchResult> {
  throwIfErrors([...checkNeeds(needs), ...checkCatalogue(catalogue)]);
  const weights = needs.map(({ weight = 1 }) => Math.round(weight * MILLION));
  const judged = catalogue.map((solution) => judge(assessSolution(solution), needs, weights));
  const keepsUnknown = options.unknownRequired === "keep";
  const failures = (each: Judged) => failedRequirements(each, needs, keepsUnknown);
  const ranked = judged.filter((each) => failures(each).length === 0).sort(byScore);
  const ranks = sharedRanks(ranked);
  return matchResult.create({
    needs,
    matches: ranked.map((each, index) => matchOf(each, ranks[index] as number, needs, weights)),
    excluded: judged
      .map((each) => ({ each, reasons: failures(each) }))
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ each, reasons }) => ({ ...nameOf(each), reasons }))
      .sort((a, b) => byId(a.id, b.id)),
    findings: unheardOf(needs, catalogue),
  });
}

/** Data and content are their own source. */
function assessSolution(solution: Solution): AssessedSolution {
  const { license, kind, sourceAvailable } = solution;
  const expression = license === null ? null : readLicense(license).expression;
  if (expression === null) return { solution, assessment: null };
  const isItsSource = kind === "data" || kind === "content";
  const source = sourceAvailable ?? (isItsSource ? true : undefined);
  return { solution, assessment: assessExpression(expression, source) };
}

function judge(
  assessed: AssessedSolution,
  needs: readonly Need[],
  weights: readonly number[],
): Judged {
  const judgements = needs.map(({ criterion, value }) =>
    CRITERIA[criterion].judge(assessed, value),
  );
  const sum = (end: "lower" | "upper") =>
    judgements.reduce(
      (total, { outcome }, i) => total + HALVES[outcome][end] * (weights[i] ?? 0),
      0,
    );
  return { assessed, judgements, lower: sum("lower"), upper: sum("upper") };
}

function failedRequirements(
  { judgements }: Judged,
  needs: readonly Need[],
  keepsUnknown: boolean,
): ExcludedSolution["reasons"] {
  return judgements.flatMap(({ outcome, statement }, need) => {
    const passes = outcome === "met" || (outcome === "unknown" && keepsUnknown);
    return needs[need]?.required === true && !passes ? [{ need, outcome, statement }] : [];
  });
}

function nameOf({ assessed }: Judged): { readonly id: string; readonly name: string } {
  const { id, name } = assessed.solution;
  return { id, name };
}

function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byScore(a: Judged, b: Judged): number {
  return b.lower - a.lower || b.upper - a.upper || byId(nameOf(a).id, nameOf(b).id);
}

/** Ranks from 1; equals share the rank of the first of them. */
function sharedRanks(ranked: readonly Judged[]): readonly number[] {
  const ranks: number[] = [];
  for (const [index, { lower, upper }] of ranked.entries()) {
    const before = ranked[index - 1];
    const same = before?.lower === lower && before.upper === upper;
    ranks.push(same ? (ranks[index - 1] as number) : index + 1);
  }
  return ranks;
}

function matchOf(
  each: Judged,
  rank: number,
  needs: readonly Need[],
  weights: readonly number[],
): SolutionMatch {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (halves: number) => halves / (2 * all);
  const contributions = needs.map(({ criterion, value, required = false }, need) => {
    const { outcome, statement } = each.judgements[need] as Judgement;
    const weight = weights[need] ?? 0;
    return {
      need,
      criterion,
      value,
      required,
      weight: all === 0 ? 0 : weight / all,
      outcome,
      contribution: all === 0 ? 0 : share(HALVES[outcome].lower * weight),
      statement,
    };
  });
  const { assessment } = each.assessed;
  return {
    ...nameOf(each),
    rank,
    score: all === 0 ? null : { lower: share(each.lower), upper: share(each.upper) },
    contributions,
    missing: contributions
      .filter(({ outcome }) => outcome !== "met")
      .map(({ statement }) => statement),
    freedoms: perFreedom((freedom) => assessment?.freedoms[freedom].standing ?? "unknown"),
  };
}
