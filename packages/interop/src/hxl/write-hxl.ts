import { type Column, type Table, tableOf, textColumn } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { tableFromObservations } from "@vitalcore/domain/tabular";
import { writeCsv } from "@vitalcore/table/csv";
import { type CsvWriting, csvWriting } from "../csv-options.js";
import { columnFacts } from "../observation-columns.js";
import { AREA_TAGS, PERIOD_TAGS, TAG_OF_FIELD, tagOfAxis, tagOfParameter } from "./hashtags.js";

const ALPHA3 = /^[A-Z]{3}$/;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/**
 * Writes observations as CSV with HXL 1.1 hashtags: a row of headings, the row of hashtags, the data. Areas are
 * `#country+code+v_iso3` if all are countries, else `#region+code`; periods `#date+period` if all are dates, else
 * `#meta+period`; breakdowns are `#group+axis_sex`, parameters `#meta+parameter_line`.
 *
 * @returns the CSV text, which {@link readHxl} reads back.
 *
 * @example
 * ```ts
 * import { writeHxl } from "@vitalcore/interop/hxl";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT", breakdown: { sex: "F" } }];
 * writeHxl(rows, { lineEnd: "\n" }).split("\n")[1]; // => "#indicator+code,#country+code+v_iso3,#date+period,#group+axis_sex,#indicator+value+num,#indicator+unit"
 * ```
 */
export function writeHxl(observations: readonly Observation[], options: CsvWriting = {}): string {
  const table = tableFromObservations(observations);
  const area = observations.every((each) => ALPHA3.test(each.area))
    ? AREA_TAGS.countries
    : AREA_TAGS.any;
  const period = observations.every((each) => DATE.test(each.period))
    ? PERIOD_TAGS.dates
    : PERIOD_TAGS.any;
  const tagOf = (column: string): string => {
    const { axis, parameter } = columnFacts(column);
    if (axis !== undefined) return tagOfAxis(axis);
    if (parameter !== undefined) return tagOfParameter(parameter);
    if (column === "area") return area;
    return column === "period" ? period : TAG_OF_FIELD[column as keyof typeof TAG_OF_FIELD];
  };
  const tagged: Table = tableOf(
    table.names.map((column): [string, Column] => [tagOf(column), table.column(column)]),
  );
  // The name of a column is unique, its title need not be.
  const headings = writeCsv(
    tableOf(table.names.map((column): [string, Column] => [column, textColumn([])])),
    csvWriting(options),
  );
  return `${headings}${writeCsv(tagged, csvWriting(options))}`;
}
