import type { Cell } from "@vitalcore/core";

/** A code of an answer: as it stands in the file. */
export type AnswerCode = Exclude<Cell, null>;

/** What the codes of the questions about acts mean. */
export interface AnswerCodes {
  readonly yes: AnswerCode;
  readonly no: AnswerCode;
  readonly dontKnow?: AnswerCode;
  readonly refused?: AnswerCode;
}

/** One act, and the columns of its questions. */
export interface ViolentAct {
  readonly id: string;
  /** Whether she ever met it; everybody in the universe is asked. */
  readonly lifetime: string;
  /** Whether in the last twelve months; asked after a lifetime yes only. */
  readonly recent?: string;
  /** Columns of other recall periods by their name, such as `since 15`; asked as {@link ViolentAct.recent}. */
  readonly recalls?: Readonly<Record<string, string>>;
  /** How often in the last twelve months; asked after a yes for these only. */
  readonly frequency?: string;
  /** Counted as severe. A choice of the study, not a standard. */
  readonly severe?: boolean;
}

/**
 * A questionnaire on technology-facilitated violence as data: who was asked what, and what the codes mean. A blank
 * has four meanings, which only the routing tells apart.
 */
export interface ViolenceQuestionnaire {
  /** Who did the module; all if left out. Others are outside the analysis. */
  readonly module?: { readonly column: string; readonly done: AnswerCode };
  /** Who was asked about the acts; all if left out. */
  readonly filter?: {
    readonly column: string;
    /** Was asked: uses the internet. */
    readonly asked: AnswerCode;
    /** Was not asked: does not use it. Any other code, and a blank, is unknown. */
    readonly notAsked: AnswerCode;
  };
  readonly acts: readonly ViolentAct[];
  readonly codes: AnswerCodes;
  /** What the codes of the questions about frequency mean. */
  readonly frequency?: FrequencyAnswers;
}

/** How often an act was met: what the codes mean. */
export interface FrequencyAnswers {
  /** Codes by what they mean, such as `{ often: 1, sometimes: 2, once: 3 }`. */
  readonly answers: Readonly<Record<string, AnswerCode>>;
  /** The answers that mean more than once. */
  readonly repeated: readonly string[];
  /** What each answer counts in a severity score: once 1, often 3. Every one is needed for a score. */
  readonly scores?: Readonly<Record<string, number>>;
  /** Codes that leave it open: don't know, refused. */
  readonly noAnswer?: readonly AnswerCode[];
}

/** A recall period by its name, as it stands in the {@link ViolentAct.recalls} of the acts. */
export interface OtherRecall {
  readonly recall: string;
}

/** The period that is asked about. */
export type ViolencePeriod = "lifetime" | "12 months" | OtherRecall;

/**
 * What answers other than yes and no mean for having met any act. With `yes-dominates` (the default) one yes is enough,
 * and only all noes are a no. State the policy and how many it left out with every figure.
 */
export type MissingAnswerPolicy =
  | "yes-dominates"
  | "all-required"
  | "dont-know-as-no"
  | "refused-excluded"
  | "dont-know-as-no-refused-excluded"
  | "any-answer"
  | "missing-as-no";

/** The policies, from the least to the most that is assumed. */
export const MISSING_ANSWER_POLICIES: readonly MissingAnswerPolicy[] = [
  "yes-dominates",
  "all-required",
  "dont-know-as-no",
  "refused-excluded",
  "dont-know-as-no-refused-excluded",
  "any-answer",
  "missing-as-no",
];

/**
 * Whose prevalence it is. Who was not asked about the acts never counts as a no by itself: `all-declared-zero`
 * does so as a stated assumption, `all-upper-bound` counts them as yes.
 */
export type ViolenceDenominator = "asked" | "all-declared-zero" | "all-upper-bound";
