// Findings and errors

export { coreCatalog } from "./catalog.js";
// Tables
export type { BooleanColumn, Cell, Column, NumberColumn, TextColumn } from "./column.js";
export {
  booleanColumn,
  cellAt,
  codedColumn,
  columnLength,
  countMissing,
  MISSING_BOOLEAN,
  MISSING_CODE,
  numberColumn,
  textColumn,
} from "./column.js";
export type { Evaluation, Selection } from "./evaluate.js";
export { evaluate, select } from "./evaluate.js";
// Expressions
export type { ColumnReference, Expression, Literal, Operation, Operator } from "./expression.js";
export { checkExpression } from "./expression.js";
export type {
  Catalog,
  Fact,
  FactsOf,
  Finder,
  Finding,
  FindingDetails,
  FindingRule,
  FindingValue,
  Outcome,
  Place,
  Severity,
} from "./finding.js";
export { finder, translate } from "./finding.js";
export type { MergeableStatistic } from "./mergeable.js";
export { overChunks } from "./mergeable.js";
export { nearest } from "./nearest.js";
export type { RandomStream } from "./random.js";
export { philox, randomStream } from "./random.js";
export type { Displayed, Result, ResultData, ResultKind } from "./result.js";
export { defineResult, revive, withDisplay } from "./result.js";
// Long runs, random numbers, statistics in parts
export type { Progress, RunOptions } from "./run.js";
export { runSteps } from "./run.js";
// Results and how they show themselves
export type { Summary, SummaryColumn, SummaryTable } from "./summary.js";
export { escapeHtml, summaryHtml, summaryMarkdown } from "./summary-html.js";
export type { SummaryTextOptions } from "./summary-text.js";
export { printable, summaryText, textWidth } from "./summary-text.js";
export type { AnyTable, ColumnOf, Columns, Table, TableOptions, TypedTable } from "./table.js";
export { booleansOf, numbersOf, requireColumns, tableOf, textOf } from "./table.js";
export type {
  ArqueroLike,
  ArrowLike,
  ColumnsInput,
  RowInput,
  RowOf,
  TableLike,
} from "./table-from.js";
export { isTable, tableFrom } from "./table-from.js";
export { isVitalError, throwIfErrors, VitalError } from "./vital-error.js";
