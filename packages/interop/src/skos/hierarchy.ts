import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { SkosConcept } from "./skos-scheme.js";

/** All concepts above one, however far; a cycle ends where it began. */
function above(id: string, broaderOf: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const toVisit = [...(broaderOf.get(id) ?? [])];
  for (let next = toVisit.pop(); next !== undefined; next = toVisit.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    toVisit.push(...(broaderOf.get(next) ?? []));
  }
  return reached;
}

/** The way from a concept back to itself. */
function cycleFrom(
  id: string,
  broaderOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const cameFrom = new Map<string, string>();
  const toVisit = [id];
  for (let at = toVisit.shift(); at !== undefined; at = toVisit.shift()) {
    for (const next of broaderOf.get(at) ?? []) {
      if (next === id) {
        const path = [at];
        for (let step = at; step !== id; ) {
          step = cameFrom.get(step) as string;
          path.unshift(step);
        }
        return [...path, id];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      toVisit.push(next);
    }
  }
  return [id];
}

/**
 * Looks for concepts that are broader than themselves, and for related ones in one line (S27). Concepts are the same if
 * their IRIs are.
 */
export function hierarchyFindings(
  concepts: readonly SkosConcept[],
  iriOf: (id: string) => string,
): readonly Finding[] {
  const idOf = new Map<string, string>();
  const broaderOf = new Map<string, string[]>();
  for (const { id, broader = [] } of concepts) {
    const iri = iriOf(id);
    if (!idOf.has(iri)) idOf.set(iri, id);
    broaderOf.set(iri, [...(broaderOf.get(iri) ?? []), ...broader.map(iriOf)]);
  }
  const ancestors = new Map([...broaderOf.keys()].map((iri) => [iri, above(iri, broaderOf)]));
  const findings: Finding[] = [];
  const inCycle = new Set<string>();
  for (const [iri, reached] of ancestors) {
    if (!reached.has(iri) || inCycle.has(iri)) continue;
    const cycle = cycleFrom(iri, broaderOf);
    for (const each of cycle) inCycle.add(each);
    const way = cycle.map((each) => idOf.get(each) ?? each);
    const facts = { concept: way[0] as string, cycle: way.join(" → ") };
    findings.push(find("interop/broader-cycle", { facts }));
  }
  for (const { id: concept, related = [] } of concepts) {
    const iri = iriOf(concept);
    for (const found of related) {
      const other = iriOf(found);
      const inLine = ancestors.get(iri)?.has(other) || ancestors.get(other)?.has(iri);
      if (inLine !== true && other !== iri) continue;
      findings.push(find("interop/related-and-broader", { found, facts: { concept } }));
    }
  }
  return findings;
}
