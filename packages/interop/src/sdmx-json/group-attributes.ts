import { isObject, ownValue } from "../json-value.js";
import type { Level, MessageComponent } from "./message-components.js";

type Entry = readonly [id: string, value: unknown];

/** Attributes of all observations whose dimensions have some values. */
interface Group {
  /** The values that the dimensions must have. */
  readonly conditions: readonly Entry[];
  readonly attributes: readonly Entry[];
}

/** Attributes attached to partial keys, `dimensionGroupAttributes`: "0::1" leaves the second dimension open. */
export function groupsOf(
  dataSet: unknown,
  dimensions: readonly MessageComponent[],
  { attributes }: Level,
): readonly Group[] {
  const held = ownValue(dataSet, "dimensionGroupAttributes");
  if (!isObject(held)) return [];
  const inKey = [...dimensions].sort((a, b) => a.position - b.position);
  return Object.entries(held).map(([key, cells]) => ({
    conditions: key.split(":").flatMap((index, i): Entry[] => {
      const dimension = inKey[i];
      if (index === "" || dimension === undefined) return [];
      return [[dimension.id, dimension.valueAt(Number(index))]];
    }),
    attributes: attributes.map(
      ({ id, decode }, i): Entry => [id, decode(Array.isArray(cells) ? cells[i] : undefined)],
    ),
  }));
}

/** The attributes that the groups give to an observation with these values. */
export function attributesFrom(
  groups: readonly Group[],
  values: ReadonlyMap<string, unknown>,
): readonly Entry[] {
  return groups
    .filter(({ conditions }) => conditions.every(([id, value]) => values.get(id) === value))
    .flatMap(({ attributes }) => attributes)
    .filter(([, value]) => value !== undefined && value !== null);
}
