import type { Finding } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { find } from "./catalog.js";
import type { IndexMethodology } from "./methodology.js";

/** The definitions that hold for a methodology: its own before those that are passed with it. */
export function gatherDefinitions(
  methodology: IndexMethodology,
  passed: readonly IndicatorDefinition[],
): {
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly findings: readonly Finding[];
} {
  const definitions = new Map(passed.map((definition) => [definition.id, definition]));
  const findings: Finding[] = [];
  (methodology.definitions ?? []).forEach((own, i) => {
    const other = definitions.get(own.id);
    if (other !== undefined && !alike(own, other)) {
      const place = { path: ["definitions", i] };
      findings.push(
        find("composite/definition-overruled", { place, facts: { indicator: own.id } }),
      );
    }
    definitions.set(own.id, own);
  });
  return { definitions, findings };
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
