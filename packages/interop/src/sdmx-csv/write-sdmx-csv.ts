import { type Column, numberColumn, tableOf, textColumn, throwIfErrors } from "@vitalcore/core";
import { type Observation, TOTAL } from "@vitalcore/domain";
import { writeCsv } from "@vitalcore/table/csv";
import { find } from "../catalog.js";
import { type CsvWriting, csvWriting } from "../csv-options.js";
import { ALL_STATUSES, COMPONENT_OF_FIELD, componentOfAxis } from "../sdmx/component-ids.js";
import { flagsOf } from "../sdmx/sdmx-statuses.js";
import { type SdmxStructureId, structureOf, structureText } from "../sdmx/structure-id.js";
import { sdmxPeriod } from "../sdmx/time-period.js";

/** How SDMX-CSV is to be written. */
export interface WriteSdmxCsvOptions extends CsvWriting {
  /** The dataflow that the data belongs to. */
  readonly structure?: SdmxStructureId;
}

const SUB_FIELDS = ";";

const OPTIONAL_ATTRIBUTES = [
  "standardError",
  "lower",
  "upper",
  "level",
  "n",
  "nMissing",
  "edition",
  "asOf",
  "source",
  "note",
] as const;

/**
 * Writes observations as an SDMX-CSV 2.0 data message (SDMX 3.0, data message field guide): dimensions, measure,
 * attributes, in that order. Breakdowns become dimensions (`sex` is SEX), `_T` where an observation is not broken
 * down; a missing value is an empty measure beside its status; of several statuses OBS_STATUS has the main one and
 * OBS_STATUS_ALL[] all; intervals of years become `2014-01-01/P5Y`. Parameters,
 * for which SDMX has no concept, are not written.
 *
 * @throws VitalError `interop/invalid-option`, `interop/sub-field`.
 *
 * @example
 * ```ts
 * import { writeSdmxCsv } from "@vitalcore/interop/sdmx-csv";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT", breakdown: { sex: "F" } }];
 * const structure = { agency: "EXAMPLE", id: "DF", version: "1.0.0" };
 * writeSdmxCsv(rows, { structure, lineEnd: "\n" }); // => "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\ndataflow,EXAMPLE:DF(1.0.0),I,internet-use,NAM,F,2018,51,PERCENT\n"
 * ```
 */
export function writeSdmxCsv(
  observations: readonly Observation[],
  options: WriteSdmxCsvOptions = {},
): string {
  const structure = structureText(structureOf(options.structure));
  const flags = observations.map(flagsOf);
  const several = flags.some(({ all }) => all !== undefined);
  checkSubFields(observations);
  const constant = (value: string): Column => textColumn(observations.map(() => value));
  const axes = [...new Set(observations.flatMap((o) => Object.keys(o.breakdown ?? {})))].sort();
  const columns: [string, Column][] = [
    [several ? `STRUCTURE[${SUB_FIELDS}]` : "STRUCTURE", constant("dataflow")],
    ["STRUCTURE_ID", constant(structure)],
    ["ACTION", constant("I")],
    [COMPONENT_OF_FIELD.indicator, textColumn(observations.map((o) => o.indicator))],
    [COMPONENT_OF_FIELD.area, textColumn(observations.map((o) => o.area))],
    ...axes.map((axis): [string, Column] => [
      componentOfAxis(axis),
      textColumn(
        observations.map(({ breakdown = {} }) =>
          Object.hasOwn(breakdown, axis) ? (breakdown[axis] ?? TOTAL) : TOTAL,
        ),
      ),
    ]),
    [COMPONENT_OF_FIELD.period, textColumn(observations.map((o) => sdmxPeriod(o.period)))],
    [COMPONENT_OF_FIELD.value, numberColumn(observations.map((o) => o.value))],
    [COMPONENT_OF_FIELD.unit, textColumn(observations.map((o) => o.unit))],
    [COMPONENT_OF_FIELD.status, textColumn(flags.map(({ main }) => main ?? null))],
    [`${ALL_STATUSES}[]`, textColumn(flags.map(({ all }) => all?.join(SUB_FIELDS) ?? null))],
    ...OPTIONAL_ATTRIBUTES.map((field): [string, Column] => [
      COMPONENT_OF_FIELD[field],
      attributeColumn(observations, field),
    ]),
  ];
  const fixed = columns.findIndex(([name]) => name === COMPONENT_OF_FIELD.unit);
  const table = tableOf(columns.filter(([, column], i) => i <= fixed || !isEmpty(column)));
  // Quoted, the first cell would hide the delimiter from readers that look for it after the brackets.
  return writeCsv(table, csvWriting(options)).replace(/^"(STRUCTURE\[.\])"/, "$1");
}

function attributeColumn(
  observations: readonly Observation[],
  field: (typeof OPTIONAL_ATTRIBUTES)[number],
): Column {
  if (field === "edition" || field === "asOf" || field === "source" || field === "note") {
    return textColumn(observations.map((observation) => observation[field] ?? null));
  }
  if (field === "lower" || field === "upper" || field === "level") {
    return numberColumn(observations.map(({ interval }) => interval?.[field] ?? null));
  }
  return numberColumn(observations.map((observation) => observation[field] ?? null));
}

function isEmpty(column: Column): boolean {
  return column.kind === "text" ? column.levels.length === 0 : column.values.every(Number.isNaN);
}

function checkSubFields(observations: readonly Observation[]): void {
  throwIfErrors(
    observations.flatMap(({ status = [] }, i) =>
      status
        .filter((code) => status.length > 1 && code.includes(SUB_FIELDS))
        .map((found) =>
          find("interop/sub-field", {
            place: { row: i + 1, column: COMPONENT_OF_FIELD.status },
            found,
            facts: { separator: SUB_FIELDS },
          }),
        ),
    ),
  );
}
