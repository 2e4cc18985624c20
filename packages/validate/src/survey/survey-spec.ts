import type { Expression } from "@vitalcore/core";

/** What a survey file is said to be: plain JSON, checked against the file. */
export interface SurveySpec {
  /** Column that identifies interviews. */
  readonly id?: string;
  readonly weight?: string;
  readonly strata?: string;
  /** Primary sampling units. */
  readonly psu?: string;
  /** Whether numbers of sampling units restart in every stratum. */
  readonly nested?: boolean;
  readonly interviewer?: string;
  /** Column of ages in completed years. */
  readonly age?: string;
  /** Questions with their codes, routing and codes for missing answers. */
  readonly questions?: readonly SurveyQuestion[];
  /** Batteries of questions with the same answers, in which straight lines are looked for. */
  readonly batteries?: readonly (readonly string[])[];
  /** Share of missing answers, among those asked, from which a question is reported; 0.2 if left out. */
  readonly nonresponse?: number;
  /** The file is about violence, where identifiers are a danger. */
  readonly violence?: boolean;
}

/** A question of a survey. */
export interface SurveyQuestion {
  readonly column: string;
  /** The codes that are answers; any if left out. */
  readonly codes?: readonly (number | string)[];
  /** Codes that stand for a missing answer: don't know, refused. */
  readonly missing?: readonly (number | string)[];
  /** Who was to be asked; everybody if left out. */
  readonly askedIf?: Expression;
}
