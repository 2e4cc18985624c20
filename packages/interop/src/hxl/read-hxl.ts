import { type Column, cellAt, type Finding, nearest, type Table } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { readParameter } from "@vitalcore/domain/tabular";
import { find } from "../catalog.js";
import { type CsvTextOptions, firstRecords, readTypedCsv } from "../csv-table.js";
import { type Field, isNumberField, REQUIRED_FIELDS } from "../observation-fields.js";
import { type ObservationsRead, readRecord } from "../read-record.js";
import {
  AREA_TAGS,
  axisOfTag,
  fieldOfTag,
  parameterOfTag,
  parseTag,
  TAG_OF_FIELD,
} from "./hashtags.js";

/** Rows of headings that may stand above the hashtags (HXL 1.1, tagging conventions). */
const MOST_HEADINGS = 25;

/** Where the row of hashtags begins: a row with a hashtag, and nothing that is none. */
function startOfTags(text: string): number | undefined {
  for (const [from, to] of firstRecords(text, MOST_HEADINGS)) {
    const cells = text
      .slice(from, to)
      .split(/[,;\t|]/)
      .map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    const tags = cells.filter((cell) => cell !== "");
    if (tags.length > 0 && tags.every((cell) => parseTag(cell) !== undefined)) return from;
  }
  return undefined;
}

interface TaggedColumns {
  readonly fields: ReadonlyMap<Field, string>;
  readonly axes: readonly (readonly [axis: string, column: string])[];
  readonly parameters: readonly (readonly [name: string, column: string])[];
}

/** Which column holds what; hashtags that are no field of an observation are reported, as are absent ones. */
function columnsOf(
  names: readonly string[],
  constants: NonNullable<HxlReading["constants"]>,
  findings: Finding[],
): TaggedColumns | undefined {
  const fields = new Map<Field, string>();
  const axes: [string, string][] = [];
  const parameters: [string, string][] = [];
  for (const column of names) {
    const tag = parseTag(column);
    const field = tag === undefined ? undefined : fieldOfTag(tag);
    const axis = tag === undefined ? undefined : axisOfTag(tag);
    const parameter = tag === undefined ? undefined : parameterOfTag(tag);
    if (axis !== undefined) axes.push([axis, column]);
    else if (parameter !== undefined) parameters.push([parameter, column]);
    else if (field !== undefined && !fields.has(field)) fields.set(field, column);
    else if (tag !== undefined) {
      const remedy = "Breakdowns are tagged like #group+axis_sex, areas #country+code.";
      findings.push(find("interop/unused-column", { place: { column }, facts: { remedy } }));
    }
  }
  const absent = ([...REQUIRED_FIELDS, "value"] as const).filter(
    (field) => !fields.has(field) && constants[field] === undefined,
  );
  for (const field of absent) {
    const column = field === "area" ? AREA_TAGS.countries : TAG_OF_FIELD[field];
    const suggestion = nearest(column, names);
    const facts = { columns: names };
    findings.push(find("interop/missing-column", { place: { column }, facts, suggestion }));
  }
  return absent.length > 0 ? undefined : { fields, axes, parameters };
}

/** How an HXL file is to be read. */
export interface HxlReading extends CsvTextOptions {
  /** Values of fields that the file does not have. */
  readonly constants?: Readonly<Partial<Record<Field, string>>>;
}

/**
 * Reads observations from CSV with HXL hashtags. Hashtags are found below up to 24 rows of headings; their order,
 * case and further attributes do not matter; columns without a hashtag are left alone.
 *
 * @param text - the file's text.
 *
 * @example
 * ```ts
 * import { readHxl } from "@vitalcore/interop/hxl";
 * const text = "Pays,Année,Valeur\n#country +code,#date,#indicator +value +num\nNAM,2018,51\n";
 * readHxl(text).findings.map(({ message }) => message); // => ['There is no column "#indicator+code", and no constant stands for it.', 'There is no column "#indicator+unit", and no constant stands for it.']
 * const constants = { indicator: "internet-use", unit: "PERCENT" };
 * readHxl(text, { constants }).observations[0]?.value; // => 51
 * ```
 */
export function readHxl(text: string, options: HxlReading = {}): ObservationsRead {
  const start = startOfTags(text);
  if (start === undefined) {
    const facts = {
      wanted: "row of hashtags",
      remedy: `HXL has one below the headings, within the first ${MOST_HEADINGS} rows: #country+code,#date,…`,
    };
    return { observations: [], findings: [find("interop/no-table", { facts })] };
  }
  const { constants = {}, ...csvOptions } = options;
  const { table, findings: oddities } = readTypedCsv(
    text.slice(start),
    (name) => {
      const tag = parseTag(name);
      const field = tag === undefined ? undefined : fieldOfTag(tag);
      return { type: field !== undefined && isNumberField(field) ? "number" : "text" };
    },
    csvOptions,
  );
  const findings = [...oddities];
  const columns = columnsOf(table.names, constants, findings);
  if (columns === undefined) return { observations: [], findings };
  return { observations: readRows(table, columns, constants, findings), findings };
}

function readRows(
  table: Table,
  { fields, axes, parameters }: TaggedColumns,
  constants: NonNullable<HxlReading["constants"]>,
  findings: Finding[],
): readonly Observation[] {
  const observations: Observation[] = [];
  for (let row = 0; row < table.length; row++) {
    const cellIn = (column: string) => cellAt(table.column(column) as Column, row);
    const observation = readRecord(
      {
        row: row + 1,
        cellOf: (field) => {
          const column = fields.get(field);
          if (column === undefined) return constants[field];
          const cell = cellIn(column);
          return field === "status" && typeof cell === "string" ? cell.split(";") : cell;
        },
        columnOf: (field) => fields.get(field) ?? field,
        breakdown: axes.map(([axis, column]) => [axis, cellIn(column)] as const),
        parameters: parameters
          .filter(([, column]) => cellIn(column) !== null)
          .map(([name, column]) => [name, readParameter(cellIn(column))] as const),
      },
      findings,
    );
    if (observation !== undefined) observations.push(observation);
  }
  return observations;
}
