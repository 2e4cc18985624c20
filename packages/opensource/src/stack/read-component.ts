import { find } from "../catalog.js";
import type { FindingTally } from "../finding-tally.js";
import type { StackComponent } from "./stack-component.js";

const SHAPE = "opensource/component-shape";

/** What is no list has no components, and says so. */
export function listOf(given: unknown, tally: FindingTally): readonly unknown[] {
  if (Array.isArray(given)) return given;
  const facts = { field: "components", wanted: "a list" };
  tally.note(SHAPE, () => find(SHAPE, { place: { row: 0 }, found: given ?? null, facts }));
  return [];
}

/** A component of any origin, with what is wrong in it noted and left out. */
export function readComponent(given: unknown, row: number, tally: FindingTally): StackComponent {
  const wrong = (field: string, found: unknown, wanted: string) =>
    tally.note(SHAPE, () => find(SHAPE, { place: { row }, found, facts: { field, wanted } }));
  const none = `component ${row}`;
  if (typeof given !== "object" || given === null) {
    wrong("the component", given, "an object");
    return { name: none };
  }
  const { name, version, license, sourceAvailable, depth, scope } = given as Record<
    string,
    unknown
  >;
  const isText = (value: unknown): value is string => typeof value === "string";
  if (!isText(name)) wrong("name", name, "text");
  const licenseFits =
    license == null || isText(license) || (Array.isArray(license) && license.every(isText));
  if (!licenseFits) wrong("license", license, "text, or a list of texts");
  const depthFits = depth == null || (Number.isInteger(depth) && (depth as number) >= 0);
  if (!depthFits) wrong("depth", depth, "a whole number from 0");
  if (sourceAvailable != null && typeof sourceAvailable !== "boolean")
    wrong("sourceAvailable", sourceAvailable, "true or false");
  return {
    name: isText(name) ? name : none,
    ...(isText(version) && { version }),
    ...(licenseFits && license != null && { license: license as string | readonly string[] }),
    ...(typeof sourceAvailable === "boolean" && { sourceAvailable }),
    ...(depthFits && depth != null && { depth: depth as number }),
    ...(scope === "excluded" && { scope }),
  };
}
