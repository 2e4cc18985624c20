/** An object of the metadata. */
export type Json = Readonly<Record<string, unknown>>;

/** Where something stands in the metadata. */
export type Path = readonly (string | number)[];

/** Takes what is found in the metadata. */
export interface Report {
  /** What is wrong. */
  invalid(path: Path, property: string, problem: string): void;
  /** What is left aside. */
  ignored(path: Path, property: string, problem: string): void;
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text, or the texts of a list. */
export function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return (Array.isArray(value) ? value : []).filter((each) => typeof each === "string");
}
