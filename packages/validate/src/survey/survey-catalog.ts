import { type Finder, finder } from "@vitalcore/core";

/** What is found in survey files. */
export const surveyCatalog = {
  "validate/weight-missing": {
    severity: "error",
    message: 'Row {row}: the weight "{column}" is missing.',
    hint: "An interview without a weight cannot count: give it one, or remove the interview.",
  },
  "validate/weight-negative": {
    severity: "error",
    message: "Row {row}: the weight is {found}.",
    hint: "A weight says how many people an interview stands for: it cannot be negative.",
  },
  "validate/weight-zero": {
    severity: "warning",
    message: "Row {row}: the weight is 0.",
    hint: "The interview counts for nothing in estimates; in a module not done that is right.",
  },
  "validate/weight-extreme": {
    severity: "warning",
    message:
      'Column "{column}": the largest weight, {found} (row {row}), is {times} times the median.',
    hint: "One interview decides the estimates: check it, or trim weights by a stated rule.",
  },
  "validate/weight-scale": {
    severity: "warning",
    message: 'Column "{column}": all weights are whole numbers, and their median is {median}.',
    hint: "Divide by 1,000,000? DHS writes weights (v005, d005) with six implied decimals.",
  },
  "validate/weight-constant": {
    severity: "info",
    message: 'Column "{column}": all weights are {found}.',
    hint: "If the design is weighted, this is not its column of weights.",
  },
  "validate/design-missing": {
    severity: "error",
    message: 'Row {row}: "{column}" is missing.',
    hint: "Every interview belongs to a stratum and a primary sampling unit.",
  },
  "validate/single-psu": {
    severity: "warning",
    message: "Strata with a single primary sampling unit: {strata}.",
    hint: "Their variance is not defined: join them to similar strata, or say which convention is used.",
  },
  "validate/psu-reused": {
    severity: "warning",
    message: '{count} numbers of "{column}" occur in several strata (first {found}).',
    hint: "If numbers restart in every stratum, nest them; if not, a sampling unit is in two strata.",
  },
  "validate/duplicate-interview": {
    severity: "warning",
    message: "Row {row} has the same answers as row {firstRow} in all {columns} questions.",
    hint: "Look at both interviews: a copy, or a questionnaire too short to tell people apart.",
  },
  "validate/not-asked": {
    severity: "error",
    message:
      'Column "{column}": {count} answers where the question was not to be asked (first in row {row}).',
    hint: "Check the routing; an answer that was not asked for is not one.",
  },
  "validate/not-answered": {
    severity: "warning",
    message:
      'Column "{column}": {count} of {asked} who were to be asked have no answer (first in row {row}).',
    hint: "Break-off or refusal: it is item nonresponse, not a no.",
  },
  "validate/item-nonresponse": {
    severity: "warning",
    message: 'Column "{column}": {percent} % have no answer (limit {limit} %).',
    hint: "Say how many in every table of this question, and look at who they are.",
  },
  "validate/age-heaping": {
    severity: "warning",
    message:
      'Column "{column}": Whipple\'s index is {index}: ages that end in 0 or 5 are too many.',
    hint: "100 is none, 500 is all; above 125 ages are rough (United Nations 1955). Do not use single years.",
  },
  "validate/straight-lining": {
    severity: "warning",
    message: "{count} of {total} gave the same answer to all of {columns} (first in row {row}).",
    hint: "Some mean it; by many, the battery was not read: compare the time it took.",
  },
  "validate/interviewer": {
    severity: "warning",
    message:
      'Interviewer {number} of column "{interviewer}": {what} of "{column}" is {found}, and {median} among all interviewers.',
    hint: "Different places explain some of it: compare within areas, and listen to recordings.",
  },
  "validate/undeclared-code": {
    severity: "error",
    message: 'Row {row}: {found} is no declared code of "{column}" ({codes}).',
    hint: "{advice}",
  },
  "validate/direct-identifier": {
    severity: "error",
    message: 'Column "{column}" seems to hold {what}{count}.',
    hint: "{guidance}",
  },
} as const;

/** The rules of this catalog by code. */
export type SurveyCatalog = typeof surveyCatalog;

export const find: Finder<SurveyCatalog> = /* @__PURE__ */ finder(surveyCatalog);
