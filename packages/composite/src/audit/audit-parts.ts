import type { IndexResult, UnitResult } from "../index-result.js";
import { seriesKey } from "../leaf.js";
import { usedValue } from "../leaf-values.js";
import type { AuditedGroup } from "./audit-result.js";
import { componentAnalysis, cronbachAlpha, varianceInflation } from "./consistency.js";
import { type CorrelationPair, correlateColumns } from "./correlations.js";
import { type ImportanceParts, importanceParts } from "./importance-parts.js";

/** Correlation of two columns, with its p-value. */
export function association(
  first: Float64Array,
  second: Float64Array,
): Pick<CorrelationPair, "correlation" | "pValue"> {
  return correlateColumns({ first, second }, "first", "second");
}

/** Variance inflation of each leaf among those of its group. */
export function inflationByLeaf(
  { nodes }: IndexResult,
  scores: (id: string) => Float64Array,
): ReadonlyMap<string, number> {
  const groups = new Map<string, string[]>();
  for (const { id, parent, indicator } of nodes) {
    if (indicator === null || parent === null) continue;
    groups.set(parent, [...(groups.get(parent) ?? []), id]);
  }
  return new Map(
    [...groups.values()].flatMap((ids) => {
      const columns = Object.fromEntries(ids.map((id) => [id, scores(id)]));
      return ids.length < 2 ? [] : Object.entries(varianceInflation(columns) ?? {});
    }),
  );
}

/** The importance of every node in the group above it, by id; without those for which it is not defined. */
export function partsByNode(
  { nodes }: IndexResult,
  scores: (id: string) => Float64Array,
): ReadonlyMap<string, ImportanceParts> {
  const groups = nodes.filter(({ indicator }) => indicator === null);
  return new Map(
    groups.flatMap(({ id }) => {
      const children = nodes.filter(({ parent }) => parent === id);
      const columns = Object.fromEntries(children.map((child) => [child.id, scores(child.id)]));
      return Object.entries(importanceParts(columns, scores(id)) ?? {});
    }),
  );
}

/** Indicators, as they are scored, that go with a denominator of the index: they may tell the size of a unit. */
export function withDenominators(
  { nodes, beside }: IndexResult,
  units: readonly UnitResult[],
  bound: number,
): readonly CorrelationPair[] {
  const keys = new Set(
    nodes.flatMap(({ denominate }) =>
      denominate === undefined ? [] : [seriesKey(denominate.by, denominate.select)],
    ),
  );
  const leaves = nodes.filter(({ indicator }) => indicator !== null);
  return [...keys].sort().flatMap((key) => {
    const second = Float64Array.from(units, ({ unit }) => beside.series[key]?.[unit] ?? Number.NaN);
    return leaves.flatMap(({ id }): CorrelationPair[] => {
      const first = Float64Array.from(
        units,
        ({ values }) => usedValue(values[id] ?? { value: null }) ?? Number.NaN,
      );
      const pair = correlateColumns({ [id]: first, [` ${key}`]: second }, id, ` ${key}`);
      const isStrong = pair.correlation !== null && Math.abs(pair.correlation) > bound;
      return isStrong ? [{ ...pair, second: key }] : [];
    });
  });
}

/** What the children of a group have in common, as far as it is defined. */
export function consistency(
  columns: Readonly<Record<string, Float64Array>>,
): Pick<AuditedGroup, "alpha" | "firstComponent" | "componentsAboveOne" | "kmo" | "bartlett"> {
  const list = Object.values(columns);
  const alpha = list.length < 2 ? Number.NaN : cronbachAlpha(columns);
  const units = list[0]?.length ?? 0;
  const complete = Uint8Array.from({ length: units }, (_, i) =>
    list.every((column) => !Number.isNaN(column[i] as number)) ? 1 : 0,
  );
  const rows = complete.reduce((sum, each) => sum + each, 0);
  const varied = list.every((column) => {
    const taken = column.filter((_, i) => complete[i] === 1);
    return taken.some((value) => value !== taken[0]);
  });
  const analysis = list.length >= 2 && rows >= 3 && varied ? componentAnalysis(columns) : undefined;
  return {
    alpha: Number.isFinite(alpha) ? alpha : null,
    firstComponent: analysis?.shares[0] ?? null,
    componentsAboveOne: analysis?.aboveOne ?? null,
    kmo: analysis?.adequacy?.kmo ?? null,
    bartlett: analysis?.adequacy?.bartlett ?? null,
  };
}
