export type { Solution } from "../solution.js";
export { checkCatalogue } from "./check.js";
export type {
  ExcludedSolution,
  MatchOptions,
  MatchResult,
  NeedContribution,
  SolutionMatch,
} from "./match-solutions.js";
export { matchResult, matchSolutions } from "./match-solutions.js";
export type { Need, NeedCriterion, NeedOutcome } from "./need.js";
