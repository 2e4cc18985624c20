import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "./catalog.js";
import { checkFactor } from "./check-factors.js";
import type { Prescribed } from "./scenarios.js";
import { alternativesOf, type Design, type Factor, type UncertaintySpec } from "./specification.js";

/**
 * Checks a specification against the methodology as it stands.
 *
 * @throws VitalError with all problems.
 */
export function checkSpecification(spec: UncertaintySpec, nominal: Prescribed): void {
  const { factors } = spec;
  const findings: Finding[] = [];
  if (factors.length === 0) findings.push(find("composite/no-factors", {}));
  const seen = new Set<string>();
  for (const factor of factors) {
    if (seen.has(factor.id)) {
      findings.push(find("composite/factor-twice", { facts: { factor: factor.id } }));
    }
    seen.add(factor.id);
    findings.push(...checkFactor(factor, nominal));
  }
  const drawn = factors.filter(({ kind }) => kind === "sampling-error");
  if (drawn.length > 1) {
    const facts = {
      factor: drawn[1]?.id ?? "",
      what: "the kind",
      wanted: "there once: give all standard errors in one factor",
    };
    findings.push(find("composite/factor-invalid", { found: "sampling-error", facts }));
  }
  if (spec.design !== undefined) findings.push(...checkDesign(spec.design, factors));
  throwIfErrors(findings);
}

/** Runs are counted in 32 bits. */
const MOST_RUNS = 2 ** 31;

function checkDesign(design: Design, factors: readonly Factor[]): readonly Finding[] {
  const invalid = (what: string, found: unknown, wanted: string) => [
    find("composite/design-invalid", { found, facts: { what, wanted } }),
  ];
  const counts = factors.map(alternativesOf);
  const endless = factors.filter((_, i) => counts[i] === undefined).map(({ id }) => id);
  if (design.method === "enumerate") {
    if (endless.length === 0) return [];
    const wanted = `another one: ${endless.join(", ")} vary continuously`;
    return invalid("the method", design.method, wanted);
  }
  if (design.method === "replay") {
    if (endless.length > 0) {
      return invalid(
        "the method",
        "replay",
        `another one: ${endless.join(", ")} vary continuously`,
      );
    }
    return design.alternatives.flatMap((row, r) => {
      const isRight =
        row.length === factors.length &&
        row.every((a, i) => Number.isInteger(a) && a >= 0 && a < (counts[i] as number));
      if (isRight) return [];
      return invalid(`run ${r}`, JSON.stringify(row), "an alternative of each factor, from 0");
    });
  }
  const { method, runs } = design;
  if (!["monte-carlo", "latin-hypercube", "sobol"].includes(method)) {
    return invalid("the method", method, "one that is known");
  }
  if (Number.isInteger(runs) && runs >= 1 && runs <= MOST_RUNS) return [];
  return invalid("a number of runs", runs, "a whole number from 1 to 2,147,483,648");
}
