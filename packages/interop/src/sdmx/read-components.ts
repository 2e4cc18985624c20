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

/** A value multiplied by a power of ten without touching its digits. */
function shifted(value: unknown, power: number): unknown {
  if (typeof value !== "number" && typeof value !== "string") return value;
  const number = Number(`${Number(value)}e${power}`);
  return Number.isFinite(number) && value !== "" ? number : value;
}

function powerOf(value: unknown): number {
  const power = isAbsent(value) ? 0 : Number(value);
  return Number.isInteger(power) && Math.abs(power) <= 30 ? power : 0;
}

/** Reads the rows of a message whose components are known. */
export function readComponents(
  rows: Iterable<SdmxRow>,
  components: readonly SdmxComponent[],
  reading: SdmxReading,
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
  for (const row of rows) {
    const observation = readRow(row, layout, findings);
    if (observation !== undefined) observations.push(observation);
  }
  return observations;
}

function readRow(row: SdmxRow, layout: Layout, findings: Finding[]): Observation | undefined {
  const raw = (field: Field): unknown => layout.fields.get(field)?.(row);
  if (isAbsent(raw("value")) && KEY.some((field) => isAbsent(raw(field)))) {
    const facts = { reason: "its key is incomplete, and it has no value" };
    findings.push(find("interop/not-an-observation", { place: { row: row.row }, facts }));
    return undefined;
  }
  const power = powerOf(layout.multiplier(row));
  if (power !== 0) {
    findings.push(find("interop/unit-multiplier", { place: { row: row.row }, found: power }));
  }
  const cellOf = (field: Field): unknown => {
    const value = raw(field);
    if (field === "period" && typeof value === "string") return observationPeriod(value);
    return power !== 0 && IN_UNIT.has(field) ? shifted(value, power) : value;
  };
  return readRecord(
    {
      row: row.row,
      cellOf,
      columnOf: (field) => layout.columnOf(field),
      breakdown: layout.axes.map(([axis, value]) => [axis, value(row)] as const),
      allStatuses: layout.allStatuses(row),
    },
    findings,
  );
}
