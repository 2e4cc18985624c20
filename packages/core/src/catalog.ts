import { type Finder, finder } from "./finding.js";

/** The rules that `core` itself checks. */
export const coreCatalog = {
  "core/unknown-column": {
    severity: "error",
    message: 'There is no column "{column}".',
    hint: "The columns are: {columns}.",
  },
  "core/wrong-column-kind": {
    severity: "error",
    message: 'Column "{column}" holds {kind}, and {wanted} is needed.',
    hint: "Convert it when reading, or name another column.",
  },
  "core/mixed-column": {
    severity: "error",
    message:
      'Column "{column}" mixes {kind} (row {firstRow}) with {otherKind} (row {row}: {found}).',
    hint: "Give all cells of a column one type; write a missing value as null.",
  },
  "core/infinite-value": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} is not a value.',
    hint: "Infinity comes from a division by zero or an overflow: mend it, or write null.",
  },
  "core/unsupported-value": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} cannot stand in a table.',
    hint: "Cells are numbers, text, booleans or null; write dates as text (YYYY-MM-DD).",
  },
  "core/unequal-columns": {
    severity: "error",
    message: 'Column "{column}" has {found} cells where the first column has {length}.',
    hint: "All columns of a table are equally long.",
  },
  "core/not-a-table": {
    severity: "error",
    message: "This is not a table: {found}.",
    hint: "Give rows (a list of objects), columns (an object of lists), or an Arrow or Arquero table.",
  },
  "core/row-not-an-object": {
    severity: "error",
    message: "Row {row} is {found}, not an object.",
    hint: "Give each row as { column: value }.",
  },
  "core/expression-shape": {
    severity: "error",
    message: "{found} at {at} is not an expression.",
    hint: 'Write a value, { "column": "name" } or { "op": "...", "args": [...] }.',
  },
  "core/expression-too-deep": {
    severity: "error",
    message: "The expression is nested more than {limit} levels deep.",
    hint: "Flatten it: `and`, `or`, `+` and `*` take any number of arguments.",
  },
  "core/unknown-operator": {
    severity: "error",
    message: "There is no operator {found} (at {at}).",
    hint: "The operators are: {operators}.",
  },
  "core/operator-arguments": {
    severity: "error",
    message: 'Operator "{operator}" at {at} takes {wanted}, and has {found}.',
  },
  "core/operand-kind": {
    severity: "error",
    message: 'Operator "{operator}" at {at} needs {wanted}, and is given {kind}.',
    hint: "Nothing is converted silently: compare numbers with numbers and text with text.",
  },
  "core/undefined-arithmetic": {
    severity: "warning",
    outcome: "not-evaluable",
    message: "{count} rows have no value: {reason} (first in row {row}).",
    hint: "They are missing in the result.",
  },
  "core/invalid-seed": {
    severity: "error",
    message: "The seed {found} is not a whole number from 0 to 2^53 - 1.",
    hint: "Leave it out for seed 1.",
  },
  "core/unknown-result": {
    severity: "error",
    message: "This is not a stored result that can be revived: kind {found}, version {version}.",
    hint: "Known here: {kinds}. Pass the definition of its kind.",
  },
} as const;

export const find: Finder<typeof coreCatalog> = finder(coreCatalog);
