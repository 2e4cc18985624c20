import { type Cell, type Column, numberColumn, textColumn } from "@vitalcore/core";
import type { ObservationParameters } from "../parameters.js";

type ParameterValue = ObservationParameters[string];

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * A column of one parameter, which may be text in one row and a number in the next: numbers alone are a column of
 * numbers; else text stands as it is, and in quotes where it could be taken for what JSON writes without them.
 */
export function parameterColumn(values: readonly (ParameterValue | undefined)[]): Column {
  const isNumber = (value: ParameterValue | undefined) =>
    value === undefined || typeof value === "number";
  if (values.every(isNumber)) {
    return numberColumn((values as readonly (number | undefined)[]).map((value) => value ?? null));
  }
  return textColumn(values.map((value) => (value === undefined ? null : written(value))));
}

function written(value: ParameterValue): string {
  const isPlainText = typeof value === "string" && value !== "" && readParameter(value) === value;
  return isPlainText ? value : JSON.stringify(value);
}

/**
 * The parameter of an observation that a cell of text holds: what JSON writes as a number, `true`, `false`, `null` or text in
 * quotes is that; any other text is itself.
 *
 * @example
 * ```ts
 * import { readParameter } from "@vitalcore/domain/tabular";
 * readParameter("2.15"); // => 2.15
 * readParameter('"2.15"'); // => "2.15"
 * readParameter("asked"); // => "asked"
 * ```
 */
export function readParameter(cell: Cell): ParameterValue {
  if (typeof cell !== "string") return cell;
  if (cell === "null" || cell === "true" || cell === "false") return JSON.parse(cell);
  if (JSON_NUMBER.test(cell)) return Number.isFinite(Number(cell)) ? Number(cell) : cell;
  return cell.startsWith('"') ? unquoted(cell) : cell;
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
