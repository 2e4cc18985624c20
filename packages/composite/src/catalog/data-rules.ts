/** What is wrong with, or worth knowing of, the data that enter an index. */
export const dataRules = {
  "composite/not-observations": {
    severity: "error",
    message:
      "The data are neither a list of observations nor a table with a unit column that was named.",
    hint: 'For a table with a row per unit and a column per indicator, pass { unitColumn: "..." }.',
  },
  "composite/invalid-observation": {
    severity: "error",
    message: "{count} observations have {found} as {field} (first in row {row}).",
    hint: "It is {wanted}.",
  },
  "composite/infinite-value": {
    severity: "error",
    message: '"{indicator}" has {count} infinite values (first {unit}, row {row}: {found}).',
    hint: "Infinity comes from a division by zero or an overflow: mend it, or write null with a status.",
  },
  "composite/unit-mismatch": {
    severity: "error",
    message:
      '"{indicator}" is defined in {wanted}, and {count} observations are in {found} (first {unit}, row {row}).',
    hint: "Convert them; nothing is rescaled silently.",
  },
  "composite/out-of-range": {
    severity: "error",
    message:
      '"{indicator}" has {count} values outside its range of {range} (first {unit}: {found}).',
    hint: "Mend the values, or the range in the definition.",
  },
  "composite/proportion-not-percent": {
    severity: "warning",
    message: '"{indicator}" is a percentage, and all its {count} values are between 0 and 1.',
    hint: "If they are proportions, multiply them by 100.",
  },
  "composite/duplicate-value": {
    severity: "error",
    message:
      '"{indicator}" has several values for {count} units and the period taken: first {unit}, rows {row} and {otherRow} ({found} and {otherFound}).',
    hint: "Keep one, or select an edition; units: {units}.",
  },
  "composite/several-periods": {
    severity: "error",
    message:
      '"{indicator}" has values of several periods for {count} units, and one only is to be taken: first {unit}, {periods}.',
    hint: 'Narrow the window, or take the "latest"; units: {units}.',
  },
  "composite/mixed-editions": {
    severity: "warning",
    message:
      'Node "{node}": the values of "{indicator}" are taken from several editions: {editions}.',
    hint: 'Editions may differ in method: select one, { "edition": "..." }.',
  },
  "composite/duplicate-unit": {
    severity: "error",
    message: 'The unit "{unit}" stands in row {otherRow} and again in row {row}.',
    hint: "A table has one row for each unit.",
  },
  "composite/unit-listed-twice": {
    severity: "error",
    message: 'The unit "{unit}" is listed twice.',
  },
  "composite/missing-unit": {
    severity: "error",
    message: 'Column "{column}" names no unit in {count} rows (first row {row}).',
    hint: "Remove these rows, or name their unit.",
  },
  "composite/identifying-column": {
    severity: "error",
    message: 'Column "{column}" is marked as identifying, and an index shows its values.',
    hint: "Leave it out, or replace names by codes that identify nobody.",
  },
  "composite/column-kind": {
    severity: "error",
    message: 'Column "{column}" holds {found}, and {wanted} is needed.',
    hint: "Convert it when reading.",
  },
  "composite/unknown-column": {
    severity: "error",
    message: 'There is no column "{column}".',
    hint: "{meant}The columns are: {columns}.",
  },
  "composite/no-units": {
    severity: "error",
    message: "There are no units to rank.",
    hint: "No data row or observation belongs to an indicator of the index and a unit that is listed.",
  },
  "composite/indicator-without-data": {
    severity: "error",
    message: 'Nothing in the data is called "{indicator}", the indicator of node "{node}".',
    hint: "{meant}Remove the node if the index is to do without it.",
  },
  "composite/indicator-all-missing": {
    severity: "warning",
    message: 'Node "{node}": no unit has a value of "{indicator}"{why}.',
    hint: "The index is built of the other indicators, as far as the missing-data rules allow.",
  },
  "composite/outside-transform": {
    severity: "error",
    message:
      'Node "{node}": {count} values of "{indicator}" have no {transform} (first {unit}: {found}).',
    hint: "It takes values above {bound} only: choose another transform, or declare these values missing.",
  },
  "composite/no-variation": {
    severity: "error",
    message:
      'Node "{node}": {present} of {count} units have a value of "{indicator}", and no two differ: {method} cannot score them.',
    hint: "Score it between goalposts, or leave the indicator out.",
  },
  "composite/constant-indicator": {
    severity: "warning",
    message: 'Node "{node}": all {count} values of "{indicator}" are {found}.',
    hint: "It does not tell the units apart.",
  },
  "composite/unused-indicator": {
    severity: "info",
    message: 'The data hold {count} values of "{indicator}", which is not in the framework.',
    hint: "{meant}They are not used.",
  },
  "composite/unlisted-unit": {
    severity: "info",
    message: 'The data hold {count} values for "{unit}", which is not among the units listed.',
    hint: "{meant}They are not used.",
  },
  "composite/selection-not-applied": {
    severity: "info",
    message:
      "A table has no periods, breakdowns or editions: the rules of selection were not applied.",
    hint: "Pass observations to have them applied.",
  },
  "composite/missing-values": {
    severity: "info",
    message: "{unit} lacks {count} of {total} indicators: {indicators}.",
  },
  "composite/clamped": {
    severity: "info",
    message:
      'Node "{node}": {count} values of "{indicator}" lie beyond the {side} goalpost ({goalpost}), and score as it does: {units}.',
  },
  "composite/nothing-ranked": {
    severity: "warning",
    message: "None of {count} units has enough data to be ranked.",
    hint: "See `notRanked` for the rules that they fail.",
  },
  "composite/screened-out": {
    severity: "info",
    message: "{unit} has {present} of {total} indicators, and {needed} are needed: it is left out.",
  },
  "composite/unknown-unit": {
    severity: "error",
    message: "The result has no unit {found}.",
    hint: "{meant}See the units of the result.",
  },
} as const;
