import { sum } from "@vitalcore/stats";

/** An answer that may not be known. */
export type Known = boolean | null;

/** A weighted share, with what the unknown could change. */
export interface BoundedShare {
  /** Of those where it is known, as a proportion; `null` where nothing is. */
  readonly value: number | null;
  /** With everything unknown as no, and as yes. */
  readonly lower: number;
  readonly upper: number;
  /** Weight where it is not known, as a proportion. */
  readonly unknown: number;
}

/** The share of yes among weights that add up to more than 0. */
export function boundedShare(answers: readonly Known[], weights: readonly number[]): BoundedShare {
  const weightOf = (wanted: Known) => sum(weights.filter((_, i) => answers[i] === wanted));
  const [yes, no, unknown] = [weightOf(true), weightOf(false), weightOf(null)];
  const all = yes + no + unknown;
  return {
    value: yes + no === 0 ? null : yes / (yes + no),
    lower: yes / all,
    upper: (yes + unknown) / all,
    unknown: unknown / all,
  };
}

/** Yes if all are, no as soon as one is not, unknown otherwise. */
export function allOf(answers: readonly Known[]): Known {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** Yes as soon as one is, no if none is, unknown otherwise. */
export function anyOf(answers: readonly Known[]): Known {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}
