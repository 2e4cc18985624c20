import type { Finding } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { find } from "../catalog.js";
import type { Field } from "../observation-fields.js";
import { readRecord } from "../read-record.js";
import {
  ALL_STATUSES,
  axisOfComponent,
  COMPONENT_OF_FIELD,
  fieldOfComponent,
  UNIT_MULTIPLIER,
} from "./component-ids.js";
import type { SdmxReading } from "./reading-options.js";
import { RowTally } from "./row-tally.js";
import { powerOf, sdmxNumber } from "./sdmx-number.js";
import { observationPeriod } from "./time-period.js";

/** A component of a message that is read. */
export interface SdmxComponent {
  /** By what {@link SdmxRow.cellOf} finds its values. */
  readonly name: string;
  /** What is meant by it. */
  readonly id: string;
}

/** One observation of a message, by the names of its components. */
export interface SdmxRow {
  readonly row: number;
  readonly cellOf: (name: string) => unknown;
  /** Why the row is no observation, if it is none. */
  readonly skipped?: string;
}

type ValueInRow = (row: SdmxRow) => unknown;

const KEY = ["indicator", "area", "period"] as const;
/** Fields that are in the unit of the value. */
const IN_UNIT: ReadonlySet<Field> = /* @__PURE__ */ new Set<Field>([
  "value",
  "standardError",
  "lower",
  "upper",
]);

/** Where each field of an observation is found: in a component, or in a constant. */
class Layout {
  readonly fields = new Map<Field, ValueInRow>();
  readonly columns = new Map<Field, string>();
  readonly axes: [axis: string, value: ValueInRow][] = [];
  allStatuses: ValueInRow = () => undefined;
  multiplier: ValueInRow = () => undefined;

  constructor(components: readonly SdmxComponent[], { constants = {} }: SdmxReading) {
    for (const [id, constant] of Object.entries(constants)) this.add(id, id, () => constant);
    for (const { name, id } of components) this.add(id, name, ({ cellOf }) => cellOf(name));
  }

  private add(id: string, name: string, value: ValueInRow): void {
    const field = fieldOfComponent(id);
    if (id === ALL_STATUSES) this.allStatuses = value;
    else if (id === UNIT_MULTIPLIER) this.multiplier = value;
    else if (field === undefined) this.axes.push([axisOfComponent(id), value]);
    else {
      this.fields.set(field, value);
      this.columns.set(field, name);
    }
  }

  columnOf(field: Field): string {
    return this.columns.get(field) ?? COMPONENT_OF_FIELD[field];
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** Reads the rows of a message whose components are known. */
export function readComponents(
  rows: Iterable<SdmxRow>,
  components: readonly SdmxComponent[],
  reading: SdmxReading & { readonly decimal?: "." | "," },
  findings: Finding[],
): readonly Observation[] {
  const layout = new Layout(components, reading);
  const absent = ([...KEY, "value", "unit"] as const).filter((field) => !layout.fields.has(field));
  for (const field of absent) {
    const place = { column: COMPONENT_OF_FIELD[field] };
    const facts = { columns: components.map(({ name }) => name) };
    findings.push(find("interop/missing-column", { place, facts }));
  }
  if (absent.length > 0) return [];
  const observations: Observation[] = [];
  const tallies: Tallies = { skipped: new RowTally(), multiplied: new RowTally() };
  for (const row of rows) {
    const observation = readRow(row, layout, tallies, reading.decimal ?? ".", findings);
    if (observation !== undefined) observations.push(observation);
  }
  for (const { key: reason, row, rows: count } of tallies.skipped) {
    const facts = { reason, rows: count };
    findings.push(find("interop/not-an-observation", { place: { row }, facts }));
  }
  for (const { key: found, row, rows: count } of tallies.multiplied) {
    findings.push(
      find("interop/unit-multiplier", { place: { row }, found, facts: { rows: count } }),
    );
  }
  return observations;
}

/** What rows share: why they are not read, and by which power of ten their values were multiplied. */
interface Tallies {
  readonly skipped: RowTally<string>;
  readonly multiplied: RowTally<number>;
}

function readRow(
  row: SdmxRow,
  layout: Layout,
  { skipped, multiplied }: Tallies,
  decimal: "." | ",",
  findings: Finding[],
): Observation | undefined {
  if (row.skipped !== undefined) {
    skipped.add(row.skipped, row.row);
    return undefined;
  }
  const raw = (field: Field): unknown => layout.fields.get(field)?.(row);
  if (isAbsent(raw("value")) && KEY.some((field) => isAbsent(raw(field)))) {
    skipped.add("their key is incomplete, and they have no value", row.row);
    return undefined;
  }
  const power = powerOf(layout.multiplier(row));
  if (power === undefined) {
    const place = { row: row.row, column: UNIT_MULTIPLIER };
    const facts = { wanted: "a power of ten as a whole number" };
    const found = layout.multiplier(row);
    findings.push(find("interop/cell", { place, found, facts }));
    return undefined;
  }
  if (power !== 0) multiplied.add(power, row.row);
  const cellOf = (field: Field): unknown => {
    const value = raw(field);
    return field === "period" && typeof value === "string" ? observationPeriod(value) : value;
  };
  return readRecord(
    {
      row: row.row,
      cellOf,
      columnOf: (field) => layout.columnOf(field),
      numberOf: (value, field) => sdmxNumber(value, decimal, IN_UNIT.has(field) ? power : 0),
      breakdown: layout.axes.map(([axis, value]) => [axis, value(row)] as const),
      allStatuses: layout.allStatuses(row),
    },
    findings,
  );
}
