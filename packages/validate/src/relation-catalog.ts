/** What is found where values are compared: within a row, between rows, along a series, with an earlier delivery. */
export const relationCatalog = {
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
} as const;
