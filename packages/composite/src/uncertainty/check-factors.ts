import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import { FARTHEST } from "./parameter-draws.js";
import type { Prescribed } from "./scenarios.js";
import {
  alternativesOf,
  type Factor,
  type GoalpostErrorFactor,
  PARAMETERS,
  type ParameterDistribution,
  type ParameterFactor,
  type SamplingErrorFactor,
  type ValueSetsFactor,
  type WeightNoise,
} from "./specification.js";

type Report = (what: string, found: unknown, wanted: string) => void;

/** Checks a factor against the methodology as it stands. */
export function checkFactor(factor: Factor, nominal: Prescribed): readonly Finding[] {
  const findings: Finding[] = [];
  const invalid: Report = (what, found, wanted) =>
    findings.push(
      find("composite/factor-invalid", { found, facts: { factor: factor.id, what, wanted } }),
    );
  const known = (what: string, names: Iterable<string>, all: ReadonlySet<string>) => {
    for (const name of names) {
      if (all.has(name)) continue;
      const facts = { factor: factor.id, what };
      findings.push(find("composite/factor-unknown-node", { found: name, facts }));
    }
  };
  const weighted = new Set(nominal.weighted);
  const nodes = new Set(nominal.methodology.nodes.map(({ id }) => id));
  if (alternativesOf(factor) === 0) invalid("a number of alternatives", 0, "at least 1");
  switch (factor.kind) {
    case "choice":
      checkShares(factor.alternatives, invalid);
      for (const { change = {} } of factor.alternatives) {
        known("the node", [...Object.keys(change.nodes ?? {}), ...(change.drop ?? [])], nodes);
      }
      break;
    case "weight-sets":
      checkShares(factor.sets, invalid);
      for (const { weights } of factor.sets) {
        known("the node", Object.keys(weights), weighted);
        checkWeights(weights, invalid);
      }
      break;
    case "weight-noise":
      checkNoise(factor.noise, invalid);
      known("the node", factor.nodes ?? [], weighted);
      break;
    case "value-sets":
      checkShares(factor.sets, invalid);
      checkValueSets(factor, nominal, known, invalid);
      break;
    case "parameter":
      known("the node", factor.nodes ?? [], nodes);
      checkParameter(factor, invalid);
      break;
    case "goalpost-error":
      known("the leaf", Object.keys(factor.spread), leafIds(nominal));
      checkGoalposts(factor, nominal, invalid);
      break;
    case "sampling-error":
      known("the indicator", Object.keys(factor.multiply ?? {}), namesOfLeaves(nominal));
      checkErrors(factor, invalid);
      break;
    default:
      invalid("a kind", (factor as { readonly kind: unknown }).kind, "one that is known");
  }
  return findings;
}

const leafIds = ({ leaves }: Prescribed) => new Set(leaves.map(({ node }) => node.id));

/** Ids of leaves and of their indicators. */
const namesOfLeaves = ({ leaves }: Prescribed) =>
  new Set(leaves.flatMap(({ node, indicator }) => [node.id, indicator]));

function isAmount(value: number): boolean {
  return value >= 0 && value < Number.POSITIVE_INFINITY;
}

function checkShares(given: readonly { readonly share?: number }[], invalid: Report): void {
  let total = 0;
  for (const { share = 1 } of given) {
    if (!isAmount(share)) invalid("a share", share, "0 or more");
    total += share;
  }
  if (given.length > 0 && total === 0) invalid("a sum of shares", 0, "more than 0");
}

function checkWeights(weights: Readonly<Record<string, number>>, invalid: Report): void {
  for (const [id, weight] of Object.entries(weights)) {
    if (!isAmount(weight)) invalid(`a weight of "${id}"`, weight, "0 or more");
  }
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

function checkValueSets(
  { sets }: ValueSetsFactor,
  nominal: Prescribed,
  known: (what: string, names: Iterable<string>, all: ReadonlySet<string>) => void,
  invalid: Report,
): void {
  const names = namesOfLeaves(nominal);
  const units = new Set(nominal.data.units);
  for (const { values } of sets) {
    known("the indicator", Object.keys(values), names);
    for (const [indicator, byUnit] of Object.entries(values)) {
      known("the unit", Object.keys(byUnit), units);
      for (const [unit, value] of Object.entries(byUnit)) {
        if (value === null || Number.isFinite(value)) continue;
        invalid(`a value of "${indicator}" of ${unit}`, value, "a number, or null for none");
      }
    }
  }
}

function checkParameter({ stage, option, distribution }: ParameterFactor, invalid: Report): void {
  const options: readonly string[] | undefined = Object.hasOwn(PARAMETERS, stage)
    ? PARAMETERS[stage]
    : undefined;
  if (options === undefined)
    invalid("a stage", stage, `one of ${Object.keys(PARAMETERS).join(", ")}`);
  else if (!options.includes(option)) {
    invalid(`an option of ${stage}`, option, `one of ${options.join(", ")}`);
  }
  const numbers = Object.entries(distribution).filter(([name]) => name !== "shape");
  for (const [name, value] of numbers) {
    if (!Number.isFinite(value)) invalid(`a "${name}"`, value, "a number");
  }
  checkShape(distribution, invalid);
}

function checkShape(distribution: ParameterDistribution, invalid: Report): void {
  switch (distribution.shape) {
    case "uniform":
      if (!(distribution.from < distribution.to)) {
        invalid('an end "to"', distribution.to, `more than ${distribution.from}`);
      }
      return;
    case "triangular": {
      const { from, peak, to } = distribution;
      if (!(from < to)) invalid('an end "to"', to, `more than ${from}`);
      else if (!(peak >= from && peak <= to)) invalid("a peak", peak, `between ${from} and ${to}`);
      return;
    }
    case "normal":
      if (!(distribution.sd > 0)) invalid("a standard deviation", distribution.sd, "more than 0");
      return;
    default: {
      const { shape } = distribution as { readonly shape: unknown };
      invalid("a shape", shape, "uniform, triangular or normal");
    }
  }
}

/** Goalposts must not change places in any draw: the index would be turned around. */
function checkGoalposts(
  { spread, distribution = "normal" }: GoalpostErrorFactor,
  { leaves }: Prescribed,
  invalid: Report,
): void {
  const farthest = distribution === "uniform" ? 1 : FARTHEST;
  for (const { node, normalize } of leaves) {
    const given = spread[node.id];
    if (given === undefined) continue;
    const { worst = 0, best = 0 } = given;
    const { method = "goalposts" } = normalize;
    if (method !== "goalposts") {
      invalid(`a normalization of "${node.id}"`, method, "goalposts, which are fixed");
      continue;
    }
    for (const each of [worst, best]) {
      if (!isAmount(each)) invalid(`a spread of "${node.id}"`, each, "0 or more");
    }
    const apart = Math.abs((normalize.best ?? Number.NaN) - (normalize.worst ?? Number.NaN));
    if (farthest * (worst + best) >= apart) {
      const wanted = `less than ${apart / farthest} together, so that the goalposts keep their order`;
      invalid(`a spread of "${node.id}"`, worst + best, wanted);
    }
  }
}

function checkErrors(
  { standardErrors = {}, intervals = {}, replicates = [], multiply = {} }: SamplingErrorFactor,
  invalid: Report,
): void {
  for (const [indicator, byUnit] of Object.entries(standardErrors)) {
    for (const [unit, error] of Object.entries(byUnit)) {
      if (isAmount(error)) continue;
      invalid(`a standard error of "${indicator}" of ${unit}`, error, "0 or more");
    }
  }
  for (const [indicator, times] of Object.entries(multiply)) {
    if (!isAmount(times)) invalid(`a multiple of the errors of "${indicator}"`, times, "0 or more");
  }
  for (const [indicator, byUnit] of Object.entries(intervals)) {
    for (const [unit, { lower, upper, level }] of Object.entries(byUnit)) {
      const what = `an interval of "${indicator}" of ${unit}`;
      if (!(lower <= upper)) invalid(what, `${lower} to ${upper}`, "from the smaller bound");
      if (!(level > 0 && level < 1)) invalid(`the level of ${what}`, level, "between 0 and 1");
    }
  }
  for (const { estimates, scale = 1, rscales } of replicates) {
    const rows = Object.values(estimates).flatMap((byUnit) => Object.values(byUnit));
    const count = rows[0]?.length ?? 0;
    if (count < 2) invalid("a number of replicates", count, "at least 2");
    const odd = rows.find((row) => row.length !== count);
    if (odd !== undefined) invalid("a number of replicates", odd.length, `${count}, as the others`);
    if (!isAmount(scale)) invalid("a scale of replicates", scale, "0 or more");
    if (rscales !== undefined && rscales.length !== count) {
      invalid("a number of rscales", rscales.length, `${count}, one for each replicate`);
    }
    for (const each of rscales ?? []) if (!isAmount(each)) invalid("an rscale", each, "0 or more");
  }
}
