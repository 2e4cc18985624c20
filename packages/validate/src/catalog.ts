import { type Finder, finder } from "@vitalcore/core";

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

  // Relations between values
  "validate/parts-rounding": {
    severity: "info",
    message:
      "{key}: the parts add up to {sum}, and the whole is {found}: off by {difference}, which rounding explains.",
  },
  "validate/parts-sum": {
    severity: "warning",
    message:
      "{key}: the parts add up to {sum}, and the whole is {found} (row {row}): off by {difference}.",
    hint: "Rounding explains up to {slack}: look for a part that is missing, or of another population.",
  },
  "validate/parts-exceed-total": {
    severity: "error",
    message: "{key}: the parts add up to {sum}, more than their whole, {found} (row {row}).",
    hint: "Look for something counted twice, or a whole of another population.",
  },
  "validate/total-outside-parts": {
    severity: "error",
    message:
      "{key}: the rate of the whole, {found} (row {row}), is not between those of its parts, {least} to {most}.",
    hint: "It is a weighted mean of theirs. Rates are never added.",
  },
  "validate/shares-sum": {
    severity: "error",
    message: "{key}: the shares add up to {sum} instead of {whole}.",
    hint: "Look for a share that is missing or of another whole.",
  },
  "validate/nested": {
    severity: "error",
    message:
      "Row {row}: {part} is {found}, more than {whole}, {wholeValue}, of which it is a part.",
    hint: "{reason}",
  },
  "validate/sum-rounding": {
    severity: "info",
    message: "Row {row}: {terms} add up to {sum} instead of {total}, which rounding explains.",
  },
  "validate/sum": {
    severity: "error",
    message: "Row {row}: {terms} add up to {sum} instead of {total} (off by {difference}).",
    hint: "The terms are parts of one whole by their definitions: check each, and that they are of one year and population.",
  },
  "validate/denominator-zero": {
    severity: "error",
    message: 'Row {row}: "{denominator}" is 0, and "{numerator}" is {numeratorValue}.',
    hint: "The ratio is not defined: leave it missing, with the reason.",
  },
  "validate/denominator-negative": {
    severity: "error",
    message: 'Row {row}: "{denominator}" is {found}.',
    hint: "A denominator counts something: it cannot be negative.",
  },
  "validate/numerator-negative": {
    severity: "error",
    message: 'Row {row}: "{numerator}" is {found}.',
    hint: "A numerator counts something: it cannot be negative.",
  },
  "validate/numerator-exceeds": {
    severity: "error",
    message: 'Row {row}: "{numerator}" is {found}, more than "{denominator}", {denominatorValue}.',
    hint: "Of a proportion it is a part: check both, and that they are of one population.",
  },

  // Uncertainty and status
  "validate/interval-reversed": {
    severity: "error",
    message: "Row {row}: the interval runs from {found} to {upper}.",
    hint: "Write the smaller limit first.",
  },
  "validate/value-outside-interval": {
    severity: "error",
    message: "Row {row}: {found} lies outside its interval, {lower} to {upper}.",
    hint: "Check that value and limits are of the same row and unit.",
  },
  "validate/interval-zero-width": {
    severity: "warning",
    message: "Row {row}: the interval has no width ({lower} to {lower}).",
    hint: "An estimate of 0 or 100 % is uncertain too: use an interval made for it, such as Korn and Graubard's.",
  },
  "validate/se-negative": {
    severity: "error",
    message: "Row {row}: the standard error is {found}.",
    hint: "It cannot be negative.",
  },
  "validate/n-zero": {
    severity: "error",
    message: "Row {row}: there is a value, and the number of cases is {found}.",
    hint: "Leave the value missing, or correct the number of cases.",
  },
  "validate/n-not-whole": {
    severity: "warning",
    message: "Row {row}: the number of cases is {found}.",
    hint: "Give the unweighted number, which is whole: rules of presentation go by it.",
  },
  "validate/null-without-status": {
    severity: "warning",
    message: 'Row {row}: "{column}" is missing and no status says why.',
    hint: "Add O (missing), L (exists, not collected), M (cannot exist), H (holiday), K (counted elsewhere) or Q (suppressed).",
  },
  "validate/status-without-value": {
    severity: "error",
    message: "Row {row}: the value is missing, and its status is {labels}.",
    hint: "A status that says why a value is missing is O, L, M, H, K or Q.",
  },
  "validate/value-despite-status": {
    severity: "error",
    message: "Row {row}: there is a value, and its status is {labels}.",
    hint: "Remove the value (a suppressed one must not be passed on) or correct the status.",
  },
  "validate/status-unknown": {
    severity: "error",
    message: "Row {row}: there is no status {found}.",
    hint: "The codes are those of SDMX CL_OBS_STATUS: A B D E F G H I J K L M N O P Q S U V W.",
  },

  // Series and distributions
  "validate/unit-slip": {
    severity: "warning",
    message:
      "{key}: {found} (row {row}) is {times} times the value before, {before}, and the next goes back.",
    hint: "It looks like a slip by {power}: check the decimal point and the unit.",
  },
  "validate/jump": {
    severity: "warning",
    message: "{key}: {found} (row {row}) is {times} times the value before, {before}.",
    hint: "If it is real, flag a break (status B) or explain it in a note; if not, correct it.",
  },
  "validate/constant-series": {
    severity: "info",
    message: "{key}: {found} stands in {periods} periods in a row (from row {row}).",
    hint: "A measured value seldom repeats: was it carried forward?",
  },
  "validate/outlier": {
    severity: "warning",
    message: "{key}: {found} (row {row}) lies {distance} {measure}, {centre}.",
    hint: "Check the value and its unit; a true one may stay.",
  },
  "validate/percent-as-proportion": {
    severity: "warning",
    message: "{key}: all {count} values lie between {least} and {most}, and their unit is percent.",
    hint: "If they are proportions, multiply them by 100 or correct the unit; if such small percentages are right, give their plausible range.",
  },
  "validate/scale-of-one": {
    severity: "warning",
    message: "{key}: {found} (row {row}) stands among percentages from {least} to {most}.",
    hint: "If it is a proportion, it is {suggestion} percent.",
  },
  "validate/proportion-above-one": {
    severity: "error",
    message: "{key}: {found} (row {row}) is more than 1, and its unit is proportion.",
    hint: "If it is a percentage, divide by 100 or correct the unit.",
  },

  // Earlier deliveries
  "validate/revised": {
    severity: "info",
    message: "Row {row}: {key} was {before} in the earlier delivery and is {found}.",
    hint: "Say in the release what was revised and why.",
  },
  "validate/value-withdrawn": {
    severity: "warning",
    message: "Row {row}: {key} was {before} in the earlier delivery and has no value now.",
    hint: "Say why in a status.",
  },
  "validate/value-added": {
    severity: "info",
    message: "Row {row}: {key} had no value in the earlier delivery and is {found}.",
  },
  "validate/key-withdrawn": {
    severity: "warning",
    message: "{key} was in the earlier delivery and is not in this one.",
    hint: "Keep the row with a status, if it was not a mistake.",
  },

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
