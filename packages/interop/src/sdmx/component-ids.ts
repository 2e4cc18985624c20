import { breakdownAxes } from "@vitalcore/domain";
import type { Field } from "../observation-fields.js";

/**
 * The SDMX component that holds each field. REF_AREA, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE and OBS_STATUS are
 * cross-domain concepts; LOWER_BOUND, UPPER_BOUND, COMMENT_OBS and SOURCE_DETAIL are called as in the data
 * structure of the SDG indicators; the others are ours, because neither has them.
 */
export const COMPONENT_OF_FIELD = {
  indicator: "INDICATOR",
  area: "REF_AREA",
  period: "TIME_PERIOD",
  value: "OBS_VALUE",
  unit: "UNIT_MEASURE",
  status: "OBS_STATUS",
  standardError: "STD_ERROR",
  lower: "LOWER_BOUND",
  upper: "UPPER_BOUND",
  level: "CONF_LEVEL",
  n: "SAMPLE_SIZE",
  nMissing: "SAMPLE_MISSING",
  edition: "EDITION",
  asOf: "AS_OF",
  source: "SOURCE_DETAIL",
  note: "COMMENT_OBS",
} as const satisfies Readonly<Record<Field, string>>;

/** All status codes of an observation that has several. */
export const ALL_STATUSES = "OBS_STATUS_ALL";
/** The power of ten by which values are to be multiplied. */
export const UNIT_MULTIPLIER = "UNIT_MULT";

const FIELD_OF_COMPONENT: ReadonlyMap<string, Field> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(COMPONENT_OF_FIELD).map(([field, id]) => [id, field as Field]),
);

/** The field that a component holds, if it is one of ours. */
export function fieldOfComponent(id: string): Field | undefined {
  return FIELD_OF_COMPONENT.get(id);
}

const AXIS_OF_CONCEPT: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(breakdownAxes).flatMap(([axis, { sdmx }]) =>
    sdmx === null ? [] : [[sdmx, axis] as const],
  ),
);

/** Names that mean something else in a message. */
const RESERVED: ReadonlySet<string> = /* @__PURE__ */ new Set([
  .../* @__PURE__ */ Object.values(COMPONENT_OF_FIELD),
  ALL_STATUSES,
  UNIT_MULTIPLIER,
  "STRUCTURE",
  "STRUCTURE_ID",
  "STRUCTURE_NAME",
  "ACTION",
  "SERIES_KEY",
  "OBS_KEY",
  "DATAFLOW",
  "FREQ",
]);

const COMPONENT_ID = /^[A-Za-z][A-Za-z0-9_-]*$/;
const UPPER_SNAKE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const ESCAPED = "X_";

function upperSnake(axis: string): string {
  return axis.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function camel(id: string): string {
  return id.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function escaped(axis: string): string {
  const safe = axis.replace(
    /[^A-Za-z0-9]/g,
    (unit) => `_${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return `${ESCAPED}${safe}`;
}

function unescaped(id: string): string {
  return id
    .slice(ESCAPED.length)
    .replace(/_([0-9A-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Whether a component's name is one that is written here for something other than an axis. */
export function isReserved(id: string): boolean {
  return RESERVED.has(id.toUpperCase());
}

/** The axis of breakdown that a dimension stands for. */
export function axisOfComponent(id: string): string {
  const known = AXIS_OF_CONCEPT.get(id);
  if (known !== undefined) return known;
  if (id.startsWith(ESCAPED)) return unescaped(id);
  return UPPER_SNAKE.test(id) ? camel(id) : id;
}

/**
 * The dimension that stands for an axis: the SDMX concept where there is one (`sex` is SEX), else the name
 * in capitals (`migrationStatus` is MIGRATION_STATUS), else the name as it is, else with its characters
 * escaped: the first of these from which the axis can be told again.
 */
export function componentOfAxis(axis: string): string {
  const known = Object.hasOwn(breakdownAxes, axis)
    ? breakdownAxes[axis as keyof typeof breakdownAxes].sdmx
    : null;
  const candidates = [known ?? upperSnake(axis), axis];
  const usable = candidates.find(
    (id) => COMPONENT_ID.test(id) && !isReserved(id) && axisOfComponent(id) === axis,
  );
  return usable ?? escaped(axis);
}

/** Whether a text can be the id of a code: the others are values without a code list. */
export function isCodeId(text: string): boolean {
  return /^[A-Za-z0-9_@$-]+$/.test(text);
}
