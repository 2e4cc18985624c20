import type { Finding } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { find } from "./catalog.js";
import type { Path } from "./read-document.js";

/** Definitions by id, and what is wrong with them. */
interface Definitions {
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly findings: readonly Finding[];
}

/**
 * The definitions that hold for a methodology: its own before those that are passed with it. Definitions are
 * the domain's to check; what an index needs of one must be there.
 */
export function gatherDefinitions(own: unknown, passed: unknown): Definitions {
  const ours = readDefinitions(own, ["definitions"]);
  const theirs = readDefinitions(passed, ["options", "definitions"]);
  const overruled = [...ours.definitions.values()].flatMap((definition) => {
    const other = theirs.definitions.get(definition.id);
    if (other === undefined || alike(definition, other)) return [];
    const place = { path: ["definitions"] };
    const facts = { indicator: definition.id };
    return [find("composite/definition-overruled", { place, facts })];
  });
  return {
    definitions: new Map([...theirs.definitions, ...ours.definitions]),
    findings: [...ours.findings, ...theirs.findings, ...overruled],
  };
}

function readDefinitions(input: unknown, path: Path): Definitions {
  const definitions = new Map<string, IndicatorDefinition>();
  if (!Array.isArray(input)) {
    const facts = { wanted: "a list of definitions" };
    return {
      definitions,
      findings: [find("composite/wrong-type", { place: { path }, found: input, facts })],
    };
  }
  const findings = input.flatMap((definition: unknown, i): Finding[] => {
    const place = { path: [...path, i] };
    if (!isUsable(definition)) {
      const facts = { wanted: "a definition with id, unit, range and direction" };
      return [find("composite/wrong-type", { place, found: definition, facts })];
    }
    const other = definitions.get(definition.id);
    if (other === undefined) definitions.set(definition.id, definition);
    if (other === undefined || alike(definition, other)) return [];
    return [find("composite/duplicate-definition", { place, facts: { indicator: definition.id } })];
  });
  return { definitions, findings };
}

const DIRECTIONS: readonly unknown[] = [
  "higherBetter",
  "higherWorse",
  "targetZero",
  "targetOne",
  "ambiguous",
];

function isUsable(value: unknown): value is IndicatorDefinition {
  if (typeof value !== "object" || value === null) return false;
  const { id, unit, range, direction } = value as Partial<IndicatorDefinition>;
  const isBound = (bound: unknown) => bound === null || typeof bound === "number";
  return (
    typeof id === "string" &&
    typeof unit === "string" &&
    Array.isArray(range) &&
    range.length === 2 &&
    range.every(isBound) &&
    DIRECTIONS.includes(direction)
  );
}

/** Whether two definitions lead to the same index. */
function alike(a: IndicatorDefinition, b: IndicatorDefinition): boolean {
  return (
    a.unit === b.unit &&
    a.direction === b.direction &&
    a.range[0] === b.range[0] &&
    a.range[1] === b.range[1]
  );
}
