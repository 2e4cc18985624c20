import { isObject, ownList, ownValue } from "../json-value.js";
import { COMPONENT_OF_FIELD } from "../sdmx/component-ids.js";

/** A component as a message describes it, and how its values are found. */
export interface MessageComponent {
  readonly id: string;
  /** Place of a dimension in the keys of observations. */
  readonly position: number;
  /** The value at an index of its list of values. */
  readonly valueAt: (index: number) => unknown;
  /** The value that stands in an observation: an index if the component has a list, else itself. */
  readonly decode: (cell: unknown) => unknown;
}

/** The components that are attached at one level. */
export interface Level {
  readonly dimensions: readonly MessageComponent[];
  readonly measures: readonly MessageComponent[];
  readonly attributes: readonly MessageComponent[];
}

function valueIn(entry: unknown): unknown {
  return ownValue(entry, "id") ?? ownValue(entry, "value") ?? ownValue(entry, "values");
}

function componentOf(description: unknown, order: number): MessageComponent | undefined {
  const id = ownValue(description, "id");
  if (typeof id !== "string") return undefined;
  const values = ownList(description, "values");
  const listed = Array.isArray(ownValue(description, "values"));
  const valueAt = (index: number): unknown => valueIn(values[index]);
  const decodeOne = (cell: unknown): unknown => (typeof cell === "number" ? valueAt(cell) : cell);
  const decode = (cell: unknown): unknown => {
    if (!listed) return cell;
    return Array.isArray(cell) ? cell.map(decodeOne) : decodeOne(cell);
  };
  const position = ownValue(description, "keyPosition");
  return { id, position: typeof position === "number" ? position : order, valueAt, decode };
}

function componentsOf(descriptions: readonly unknown[]): MessageComponent[] {
  return descriptions.flatMap((description, i) => componentOf(description, i) ?? []);
}

/** The components of a structure at a level, in the order in which data sets hold their values. */
export function levelOf(
  structure: unknown,
  level: "dataSet" | "dimensionGroup" | "series" | "observation",
): Level {
  const at = (kind: string) => ownList(ownValue(structure, kind), level);
  const measures = componentsOf(at("measures"));
  // Version 1.0 has one measure and does not describe it.
  const implicit = level === "observation" && !isObject(ownValue(structure, "measures"));
  return {
    dimensions: componentsOf(at("dimensions")),
    measures: implicit ? componentsOf([{ id: COMPONENT_OF_FIELD.value }]) : measures,
    attributes: componentsOf(at("attributes")),
  };
}
