import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { PlacedNode } from "./framework.js";

/** Checks the weights, siblings together. Works on frameworks that are not (yet) a tree. */
export function checkWeights(nodes: readonly PlacedNode[]): Finding[] {
  const siblings = new Map<string, PlacedNode[]>();
  for (const placed of nodes) {
    const { parent } = placed.node;
    if (parent === undefined) continue;
    const group = siblings.get(parent);
    if (group === undefined) siblings.set(parent, [placed]);
    else group.push(placed);
  }
  return [
    ...nodes.flatMap(checkWeight),
    ...[...siblings].flatMap(([parent, group]) => checkSiblings(parent, group)),
  ];
}

function checkWeight({ node, path }: PlacedNode): Finding[] {
  const weight: unknown = node.weight;
  if (weight === undefined || isWeight(weight)) return [];
  // NaN and Infinity are no JSON.
  const found = typeof weight === "number" && !Number.isFinite(weight) ? String(weight) : weight;
  const place = { node: node.id, path: [...path, "weight"] };
  return [find("composite/invalid-weight", { place, found })];
}

/** Beyond this the sum of weights could overflow. */
const LARGEST_WEIGHT = 1e100;

function isWeight(weight: unknown): boolean {
  return typeof weight === "number" && weight >= 0 && weight <= LARGEST_WEIGHT;
}

function checkSiblings(parent: string, group: readonly PlacedNode[]): Finding[] {
  const given = group.filter(({ node }) => node.weight !== undefined);
  if (given.length === 0) return [];
  if (given.length < group.length) {
    const names = given.map(({ node }) => node.id);
    return group
      .filter(({ node }) => node.weight === undefined)
      .map(({ node, path }) => {
        const place = { node: node.id, path: [...path, "weight"] };
        return find("composite/missing-weight", { place, facts: { parent, siblings: names } });
      });
  }
  const weights = given.map(({ node }) => node.weight as number);
  if (!weights.every(isWeight)) return [];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const place = { node: parent };
  if (sum === 0) return [find("composite/zero-weights", { place })];
  const whole = [1, 100].find((target) => isSlip(weights, sum, target));
  if (whole === undefined) return [];
  return [
    find("composite/weights-sum", { place, facts: { sum: Number(sum.toPrecision(12)), whole } }),
  ];
}

/** Whether a sum misses a whole by up to a twentieth, and by more than rounding the weights explains. */
function isSlip(weights: readonly number[], sum: number, whole: number): boolean {
  const gap = Math.abs(sum - whole);
  const digits = weights.reduce((most, weight) => Math.max(most, decimals(weight)), 0);
  const rounding = (weights.length * 10 ** -digits) / 2;
  return gap <= whole / 20 && gap > 1e-9 * whole && gap >= rounding * (1 - 1e-9);
}

function decimals(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}
