import { type Finder, finder } from "@vitalcore/core";
import { relationCatalog } from "./relation-catalog.js";

/** What rules find in tables. */
export const validateCatalog = {
  // The rule set
  "validate/unknown-rule": {
    severity: "error",
    message: "There is no kind of rule {found} (rule {position}).",
    hint: "{meant}The kinds are: {kinds}.",
  },
  "validate/duplicate-rule": {
    severity: "error",
    message: 'Two rules have the id "{found}".',
    hint: "Give each rule an id of its own.",
  },
  "validate/rule-shape": {
    severity: "error",
    message: "The rule set is faulty at {path}: {problem}.",
  },
  "validate/not-evaluable": {
    severity: "warning",
    outcome: "not-evaluable",
    message: 'The rule "{rule}" could not be checked: {reason}.',
  },

  // The file
  "validate/unknown-format": {
    severity: "error",
    message: "{file} is neither CSV nor JSON by its name.",
    hint: "Name it .csv, .tsv, .json or .jsonl, or say the format.",
  },
  "validate/column-missing": {
    severity: "error",
    message: 'There is no column "{column}".',
    hint: "The columns are: {columns}.",
  },
  "validate/column-unknown": {
    severity: "warning",
    message: 'Column "{column}" is not expected here.',
    hint: "Expected are: {known}.",
  },

  // Cells
  "validate/missing": {
    severity: "error",
    message: 'Row {row}: "{column}" is missing.',
    hint: "Fill it in; if it cannot be known, say so in a status column.",
  },
  "validate/not-a-number": {
    severity: "error",
    message: 'Row {row}, column "{column}": {found} is not a number.',
    hint: "{advice}",
  },
  "validate/not-an-integer": {
    severity: "warning",
    message: 'Row {row}, column "{column}": {found} is not a whole number.',
    hint: "Counts and completed years are whole.",
  },
  "validate/not-text": {
    severity: "error",
    message: 'Row {row}, column "{column}": {found} is not text.',
    hint: "Read the column as text, so that codes keep their leading zeros.",
  },
  "validate/not-a-truth-value": {
    severity: "error",
    message: 'Row {row}, column "{column}": {found} is neither true nor false.',
  },
  "validate/out-of-range": {
    severity: "error",
    message: 'Row {row}, column "{column}": {found} is not {range}.',
    hint: "{advice}",
  },
  "validate/code-unknown": {
    severity: "error",
    message: 'Row {row}, column "{column}": {found} is not in the list of codes.',
    hint: "{advice}",
  },
  "validate/code-form": {
    severity: "warning",
    message: 'Row {row}, column "{column}": {found} is a code written in another form.',
    hint: "{advice}",
  },
  "validate/area-unknown": {
    severity: "error",
    message: "There is no area {found} here.",
    hint: "{advice}",
  },
  "validate/area-renamed": {
    severity: "warning",
    message: "{found} is a former code or name of {name}.",
    hint: "Write {code}, if the borders are the same for the years at hand.",
  },
  "validate/area-ambiguous": {
    severity: "error",
    message: "{found} may mean {candidates}.",
    hint: "Write the code of the one that is meant.",
  },
  "validate/serial-date": {
    severity: "error",
    message: "{found} is not a period.",
    hint: "It looks like a serial date of a spreadsheet: {suggestion}.",
  },
  "validate/two-years": {
    severity: "info",
    message: "{found} is read as the two years {first} and {second}.",
    hint: "A school, financial or marketing year is written so too: if it is one, give its first and last day.",
  },
  "validate/frequency": {
    severity: "error",
    message: 'Row {row}: {found} is a {kind}, and the frequency "{frequency}" asks for a {wanted}.',
    hint: "Correct the period or the frequency.",
  },
  "validate/sentinel": {
    severity: "warning",
    message:
      'Row {row}, column "{column}": {found} stands far from the others, which run from {least} to {most}.',
    hint: "Such numbers often stand for a missing answer: declare it as missing.",
  },
  "validate/digit-preference": {
    severity: "warning",
    message:
      'Column "{column}": {percent} % of {total} whole numbers end in 0 or 5 (limit {limit} %).',
    hint: "By chance 20 % would: ages and amounts were rounded when they were asked or written down.",
  },

  // Keys
  "validate/duplicate-key": {
    severity: "error",
    message: "Row {row} has the key of row {firstRow}: {key}.",
    hint: "Keep one of them, or add the column that tells them apart.",
  },
  "validate/duplicate-row": {
    severity: "warning",
    message: "Row {row} repeats row {firstRow}: {key}, with the same value.",
    hint: "Remove one of them.",
  },
  "validate/duplicate-conflict": {
    severity: "error",
    message:
      "Row {row} has the key of row {firstRow} ({key}) and another value: {firstValue} there, {found} here.",
    hint: "Find out which is right; if both are, say in a column what tells them apart.",
  },
  "validate/reference-unknown": {
    severity: "error",
    message: 'Row {row}, column "{column}": {found} does not occur in {table} ({to}).',
    hint: "{advice}",
  },

  // Completeness
  "validate/coverage-unit": {
    severity: "warning",
    message: "{unit} has {present} of {total} values ({share}; at least {limit} are asked for).",
    hint: "Look for the missing values, or leave the unit out of what needs all.",
  },
  "validate/coverage-indicator": {
    severity: "warning",
    message:
      "{indicator} has {present} of {total} values ({share}; at least {limit} are asked for).",
    hint: "Look for the missing values, or use another indicator.",
  },
  "validate/coverage-group": {
    severity: "warning",
    message: "{indicator} has no value in all of {group} ({units} units).",
    hint: "A gap that follows a group is not missing at random: means over the others do not stand for it.",
  },

  ...relationCatalog,

  // Conditions
  "validate/expression": {
    severity: "error",
    message: "Row {row}: {message} ({cells}).",
    hint: "{advice}",
  },
} as const;

/** The rules of this catalog by code. */
export type ValidateCatalog = typeof validateCatalog;

export const find: Finder<ValidateCatalog> = /* @__PURE__ */ finder(validateCatalog);
