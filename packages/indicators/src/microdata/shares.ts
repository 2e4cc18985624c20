import type { Finding, Table } from "@vitalcore/core";
import {
  type DesignSpec,
  type Estimate,
  type ProportionOptions,
  proportion,
  type SurveyDesign,
  surveyDesign,
} from "@vitalcore/survey";
import { present } from "./present-rows.js";

/** Groups and intervals of estimated shares. */
export type ShareEstimation = Pick<
  ProportionOptions,
  "by" | "level" | "interval" | "designEffect" | "df"
>;

/** The sample, seen in the rows that have a value in all of these columns. */
export function withValues(
  table: Table,
  design: DesignSpec,
  columns: readonly string[],
): SurveyDesign {
  return surveyDesign(table, design).subset({ op: "and", args: columns.map(present) });
}

/**
 * The shares of truth-valued columns, each among the rows in which it is known, by name. What the survey has to say of them joins the
 * findings, each sentence once.
 */
export function sharesOf<Name extends string>(
  table: Table,
  design: DesignSpec,
  columns: Readonly<Record<Name, string>>,
  estimation: ShareEstimation,
  findings: Finding[],
): Readonly<Record<Name, readonly Estimate[]>> {
  const whole = surveyDesign(table, design);
  const names = Object.keys(columns) as Name[];
  const shares = names.map((name): [Name, readonly Estimate[]] => {
    const column = columns[name];
    const result = proportion(whole.subset(present(column)), column, estimation);
    addOnce(findings, result.findings);
    return [name, result.estimates.map((estimate) => ({ ...estimate, variable: name }))];
  });
  return Object.fromEntries(shares) as Readonly<Record<Name, readonly Estimate[]>>;
}

/** Adds findings whose sentence is not there yet. */
export function addOnce(findings: Finding[], more: readonly Finding[]): void {
  for (const finding of more) {
    if (!findings.some(({ message }) => message === finding.message)) findings.push(finding);
  }
}
