/** Fields of an observation that hold text. */
export const TEXT_FIELDS = [
  "indicator",
  "area",
  "period",
  "edition",
  "asOf",
  "unit",
  "note",
  "source",
] as const;

/** Fields of an observation, and of its interval, that hold a number. */
export const NUMBER_FIELDS = [
  "value",
  "standardError",
  "lower",
  "upper",
  "level",
  "n",
  "nMissing",
] as const;

/** A field that an observation must have; the value may be missing in it. */
export const REQUIRED_FIELDS = ["indicator", "area", "period", "unit"] as const;

export type TextField = (typeof TEXT_FIELDS)[number];
export type NumberField = (typeof NUMBER_FIELDS)[number];
/** A field as the columns of a file hold it: `status` may hold several codes. */
export type Field = TextField | NumberField | "status";

const ALL: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...TEXT_FIELDS,
  ...NUMBER_FIELDS,
  "status",
]);

export function isField(name: string): name is Field {
  return ALL.has(name);
}

export function isNumberField(name: string): name is NumberField {
  return (NUMBER_FIELDS as readonly string[]).includes(name);
}
