import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import { isObject, ownList, ownValue } from "../json-value.js";
import type { SdmxRow } from "../sdmx/read-components.js";
import { attributesFrom, groupsOf } from "./group-attributes.js";
import type { Level, MessageComponent } from "./message-components.js";

/** A data set with the structure that it is read by. */
export interface DataSetReading {
  readonly dataSet: unknown;
  readonly levels: Readonly<Record<"dataSet" | "dimensionGroup" | "series" | "observation", Level>>;
  readonly path: readonly (string | number)[];
  /** Observations in the data sets before it. */
  readonly rowsBefore: number;
}

type Path = DataSetReading["path"];
type Entry = readonly [id: string, value: unknown];

/** A series with its observations; a flat data set is one without a key. */
interface Series {
  readonly key: string | undefined;
  readonly content: unknown;
}

function seriesOf(dataSet: unknown): Series[] {
  const series = ownValue(dataSet, "series");
  return [
    { key: undefined, content: dataSet },
    ...Object.entries(isObject(series) ? series : {}).map(([key, content]) => ({ key, content })),
  ];
}

/** The observations of a data set, with the values of all components that hold for each. */
export function* rowsOfDataSet(reading: DataSetReading, findings: Finding[]): Generator<SdmxRow> {
  const { dataSet, levels, path } = reading;
  const groups = groupsOf(
    dataSet,
    Object.values(levels).flatMap(({ dimensions }) => dimensions),
    levels.dimensionGroup,
  );
  const shared: Entry[] = [
    ...levels.dataSet.dimensions.map(({ id, valueAt }): Entry => [id, valueAt(0)]),
    ...valuesOf(levels.dataSet.attributes, ownList(dataSet, "attributes")),
  ];
  const { dimensions, measures, attributes } = levels.observation;
  let row = reading.rowsBefore;
  for (const { key, content } of seriesOf(dataSet)) {
    const inSeries = key === undefined ? [] : seriesValues(key, content, reading, findings);
    const at = key === undefined ? path : [...path, "series", key];
    const held = ownValue(content, "observations");
    for (const [index, cells] of Object.entries(isObject(held) ? held : {})) {
      const inKey = keyValues(index, dimensions, [...at, "observations", index], findings);
      row += 1;
      if (inKey === undefined || !isList(cells, [...at, "observations", index], findings)) continue;
      const values = new Map<string, unknown>([
        ...shared,
        ...inSeries,
        ...inKey,
        ...valuesOf(measures, cells),
        ...valuesOf(attributes, cells.slice(measures.length)),
      ]);
      for (const [id, value] of attributesFrom(groups, values)) values.set(id, value);
      yield { row, cellOf: (name) => values.get(name) };
    }
  }
}

function seriesValues(
  key: string,
  content: unknown,
  { levels, path }: DataSetReading,
  findings: Finding[],
): readonly Entry[] {
  const { dimensions, attributes } = levels.series;
  return [
    ...(keyValues(key, dimensions, [...path, "series", key], findings) ?? []),
    ...valuesOf(attributes, ownList(content, "attributes")),
  ];
}

function valuesOf(
  components: readonly MessageComponent[],
  cells: readonly unknown[],
): readonly Entry[] {
  return components.map(({ id, decode }, i): Entry => [id, decode(cells[i])]);
}

function keyValues(
  key: string,
  dimensions: readonly MessageComponent[],
  path: Path,
  findings: Finding[],
): readonly Entry[] | undefined {
  const indices = key.split(":").map(Number);
  const values = dimensions.map(({ id, valueAt }, i): Entry => [id, valueAt(indices[i] ?? -1)]);
  if (indices.length === dimensions.length && values.every(([, value]) => value !== undefined)) {
    return values;
  }
  const wanted = `a key of ${dimensions.length} indices of the dimensions' values`;
  const facts = { at: path.join("."), wanted };
  findings.push(find("interop/shape", { place: { path }, found: key, facts }));
  return undefined;
}

function isList(cells: unknown, path: Path, findings: Finding[]): cells is readonly unknown[] {
  if (Array.isArray(cells)) return true;
  const facts = { at: path.join("."), wanted: "a list" };
  findings.push(find("interop/shape", { place: { path }, found: cells, facts }));
  return false;
}
