import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "./catalog.js";
import {
  alternativesOf,
  type Design,
  type Factor,
  type UncertaintySpec,
  type WeightNoise,
} from "./specification.js";

/**
 * Checks the parts of a specification that do not depend on data.
 *
 * @param nodes - ids of the nodes whose weights can vary.
 * @throws VitalError with all problems.
 */
export function checkSpecification(spec: UncertaintySpec, nodes: ReadonlySet<string>): void {
  const { factors } = spec;
  const findings: Finding[] = [];
  if (factors.length === 0) findings.push(find("composite/no-factors", {}));
  const seen = new Set<string>();
  for (const factor of factors) {
    if (seen.has(factor.id)) {
      findings.push(find("composite/factor-twice", { facts: { factor: factor.id } }));
    }
    seen.add(factor.id);
    findings.push(...checkFactor(factor, nodes));
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

function checkFactor(factor: Factor, nodes: ReadonlySet<string>): readonly Finding[] {
  const findings: Finding[] = [];
  const invalid = (what: string, found: unknown, wanted: string) =>
    findings.push(
      find("composite/factor-invalid", { found, facts: { factor: factor.id, what, wanted } }),
    );
  const unknown = (id: string) =>
    findings.push(
      find("composite/factor-unknown-node", {
        found: id,
        facts: { factor: factor.id, what: "the node" },
      }),
    );
  const count = alternativesOf(factor);
  if (count === 0) invalid("a number of alternatives", 0, "at least 1");
  if (factor.kind === "choice") checkShares(factor.alternatives, invalid);
  if (factor.kind === "weight-sets") {
    checkShares(factor.sets, invalid);
    for (const { weights } of factor.sets) {
      for (const [id, weight] of Object.entries(weights)) {
        if (!nodes.has(id)) unknown(id);
        if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
          invalid(`a weight of "${id}"`, weight, "0 or more");
        }
      }
    }
  }
  if (factor.kind === "weight-noise") {
    checkNoise(factor.noise, invalid);
    for (const id of factor.nodes ?? []) if (!nodes.has(id)) unknown(id);
  }
  if (factor.kind === "sampling-error") {
    for (const [indicator, byUnit] of Object.entries(factor.standardErrors ?? {})) {
      for (const [unit, error] of Object.entries(byUnit)) {
        if (error >= 0 && error < Number.POSITIVE_INFINITY) continue;
        invalid(`a standard error of "${indicator}" of ${unit}`, error, "0 or more");
      }
    }
  }
  return findings;
}

type Report = (what: string, found: unknown, wanted: string) => void;

function checkShares(given: readonly { readonly share?: number }[], invalid: Report): void {
  let total = 0;
  for (const { share = 1 } of given) {
    if (!(share >= 0 && share < Number.POSITIVE_INFINITY)) invalid("a share", share, "0 or more");
    total += share;
  }
  if (given.length > 0 && total === 0) invalid("a sum of shares", 0, "more than 0");
}

function checkNoise(noise: WeightNoise, invalid: Report): void {
  if (noise.distribution === "dirichlet") {
    const { concentration } = noise;
    if (!(concentration > 0 && concentration < Number.POSITIVE_INFINITY)) {
      invalid("a concentration", concentration, "more than 0");
    }
    return;
  }
  if (noise.distribution !== "uniform" && noise.distribution !== "triangular") {
    const { distribution } = noise as { readonly distribution: unknown };
    invalid("a distribution", distribution, "uniform, triangular or dirichlet");
    return;
  }
  if (!(noise.spread >= 0 && noise.spread < 1)) {
    invalid("a spread", noise.spread, "from 0 to less than 1, so that weights stay positive");
  }
}

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
  if (Number.isInteger(runs) && runs >= 1 && runs <= 2 ** 31) return [];
  return invalid("a number of runs", runs, "a whole number from 1");
}
