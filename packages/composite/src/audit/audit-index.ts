import { defineResult, type Result, type ResultKind, type Summary } from "@vitalcore/core";
import { type RemovedElement, removeElements } from "../compare/remove-elements.js";
import { enteringUnits } from "../compare/result-plan.js";
import type { CustomMethods } from "../custom-methods.js";
import type { IndexResult, ResultNode, UnitResult } from "../index-result.js";
import { seriesKey } from "../leaf.js";
import { usedValue } from "../leaf-values.js";
import { formatVersion } from "../methodology.js";
import {
  componentAnalysis,
  cronbachAlpha,
  type SamplingAdequacy,
  varianceInflation,
} from "./consistency.js";
import {
  type CorrelationFlag,
  type CorrelationPair,
  correlateColumns,
  correlationFlags,
  type FlagBounds,
} from "./correlations.js";
import { type HandbookStep, handbookSteps } from "./handbook-steps.js";
import { correlationRatio, linearImportance } from "./importance.js";
import { type ColumnStatistics, columnStatistics, type StatisticsBounds } from "./statistics.js";

/** Bounds beyond which an audit warns. */
export interface AuditOptions {
  readonly statistics?: StatisticsBounds;
  readonly correlations?: FlagBounds;
  /** Least Cronbach's alpha of a group; 0.7 if left out (Nunnally, 1978). */
  readonly alpha?: number;
  /** Largest absolute correlation of an indicator with a denominator; 0.6 if left out, as in COINr (2022). */
  readonly denominators?: number;
  /** Largest variance inflation of an indicator in its group; 10 if left out (Kutner and others, 2005). */
  readonly inflation?: number;
  /** Functions for methods of your own. */
  readonly methods?: CustomMethods;
}

/** An indicator under audit. */
export interface AuditedIndicator {
  readonly node: string;
  readonly label: string;
  /** Of the raw values of the units in the index. */
  readonly raw: ColumnStatistics;
  /** Of the values that were normalized: after denomination, imputation and treatment. */
  readonly used: ColumnStatistics;
  /** Correlation of its scores with those of its group; `null` where it is not defined. */
  readonly withParent: number | null;
  readonly withParentPValue: number | null;
  /** The same with the index. */
  readonly withIndex: number | null;
  readonly withIndexPValue: number | null;
  /** How far it is a function of the other indicators of its group; above 10 nearly (`varianceInflation`). */
  readonly inflation: number | null;
  /** Nominal weight in the index, and share of the index's variance that goes with the indicator along a line. */
  readonly effectiveWeight: number;
  readonly importance: number | null;
  /** The same along whatever curve (`correlationRatio`). */
  readonly correlationRatio: number | null;
}

/** A group under audit. */
export interface AuditedGroup {
  readonly node: string;
  readonly label: string;
  readonly children: number;
  /** Cronbach's alpha of the scores of its children; `null` for fewer than two, or where it is not defined. */
  readonly alpha: number | null;
  /** Share of the variance of the children that their first principal component has. */
  readonly firstComponent: number | null;
  /** Components with an eigenvalue above 1. */
  readonly componentsAboveOne: number | null;
  /** Kaiser-Meyer-Olkin. */
  readonly kmo: number | null;
  /** Bartlett's test that the children have nothing in common. */
  readonly bartlett: SamplingAdequacy["bartlett"] | null;
  /** Correlation of its scores with those of the group above; `null` for the index. */
  readonly withParent: number | null;
  readonly withParentPValue: number | null;
  readonly effectiveWeight: number;
  readonly importance: number | null;
  readonly correlationRatio: number | null;
}

/** What an audit of an index found. */
export interface IndexAudit {
  readonly kind: "IndexAudit";
  readonly version: number;
  readonly title: string;
  readonly units: number;
  readonly indicators: readonly AuditedIndicator[];
  readonly groups: readonly AuditedGroup[];
  /** Pairs of indicators of a group that say the same, or work against each other. */
  readonly correlations: readonly CorrelationFlag[];
  /** Indicators and denominators of the index that go together, the values being those that are scored. */
  readonly denominators: readonly CorrelationPair[];
  /** What becomes of the ranks without each indicator, those first that matter most. */
  readonly removal: readonly Pick<
    RemovedElement,
    "node" | "meanAbsoluteChange" | "largestChange" | "largestFor"
  >[];
  /** The claims of the audit in the order of the Handbook's ten steps. */
  readonly steps: readonly HandbookStep[];
  readonly bounds: Readonly<
    Record<"alpha" | "above" | "below" | "denominators" | "inflation", number>
  >;
}

/** How audits are made, shown and read back from JSON. */
export const indexAudit: ResultKind<IndexAudit> = /* @__PURE__ */ defineResult<IndexAudit>({
  kind: "IndexAudit",
  version: formatVersion,
  summarize,
});

/**
 * Audits an index: the statistics of every indicator, how its parts hang together, what weights say and what
 * correlations do, and what the ranking owes to single indicators. Source: the ten steps of the OECD/JRC Handbook
 * on Constructing Composite Indicators (2008).
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { auditIndex } from "@vitalcore/composite/audit";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["A", "B", "C", "D"], "gni-per-person": [100, 1000, 5000, 10000], "life-expectancy": [50, 56, 65, 64] },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", indicator: "gni-per-person" },
 *       { id: "life", parent: "index", indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * const audit = auditIndex(index);
 * audit.groups[0]?.children; // => 2
 * audit.steps.length; // => 10
 * ```
 */
export function auditIndex(result: IndexResult, options: AuditOptions = {}): Result<IndexAudit> {
  const { alpha = 0.7, correlations = {}, statistics = {}, methods } = options;
  const { denominators = 0.6, inflation = 10 } = options;
  const units = enteringUnits(result);
  const scores = (id: string) => Float64Array.from(units, (unit) => unit.scores[id] ?? Number.NaN);
  const root = result.nodes.find(({ parent }) => parent === null) as ResultNode;
  const index = scores(root.id);
  const leaves = result.nodes.filter(({ indicator }) => indicator !== null);
  const inflations = inflationByLeaf(result, scores);
  const indicators = leaves.map((node): AuditedIndicator => {
    const withParent = association(scores(node.id), scores(node.parent as string));
    const withIndex = association(scores(node.id), index);
    const values = units.map((unit) => unit.values[node.id] ?? { value: null });
    return {
      node: node.id,
      label: node.label,
      raw: columnStatistics(
        values.map(({ value }) => value ?? Number.NaN),
        statistics,
      ),
      used: columnStatistics(
        values.map((value) => usedValue(value) ?? Number.NaN),
        statistics,
      ),
      withParent: withParent.correlation,
      withParentPValue: withParent.pValue,
      withIndex: withIndex.correlation,
      withIndexPValue: withIndex.pValue,
      inflation: inflations.get(node.id) ?? null,
      effectiveWeight: node.effectiveWeight,
      importance: linearImportance(scores(node.id), index),
      correlationRatio: correlationRatio(scores(node.id), index)?.ratio ?? null,
    };
  });
  const groups = result.nodes
    .filter(({ indicator }) => indicator === null)
    .map((node): AuditedGroup => {
      const children = result.nodes.filter(({ parent }) => parent === node.id);
      const columns = Object.fromEntries(children.map(({ id }) => [id, scores(id)]));
      const withParent =
        node.parent === null ? undefined : association(scores(node.id), scores(node.parent));
      return {
        node: node.id,
        label: node.label,
        children: children.length,
        ...consistency(columns),
        withParent: withParent?.correlation ?? null,
        withParentPValue: withParent?.pValue ?? null,
        effectiveWeight: node.effectiveWeight,
        importance: node === root ? null : linearImportance(scores(node.id), index),
        correlationRatio:
          node === root ? null : (correlationRatio(scores(node.id), index)?.ratio ?? null),
      };
    });
  const flags = correlationFlags(
    Object.fromEntries(leaves.map(({ id }) => [id, scores(id)])),
    Object.fromEntries(leaves.map(({ id, parent }) => [id, parent as string])),
    correlations,
  );
  const removal = removeElements(result, { ...(methods !== undefined && { methods }) }).map(
    ({ node, meanAbsoluteChange, largestChange, largestFor }) => ({
      node,
      meanAbsoluteChange,
      largestChange,
      largestFor,
    }),
  );
  const findings = {
    title: result.methodology.title,
    units: units.length,
    indicators,
    groups,
    correlations: flags,
    denominators: withDenominators(result, units, denominators),
    removal,
    bounds: {
      alpha,
      above: correlations.above ?? 0.9,
      below: correlations.below ?? -0.4,
      denominators,
      inflation,
    },
  };
  return indexAudit.create({ ...findings, steps: handbookSteps(result, findings) });
}

function association(
  first: Float64Array,
  second: Float64Array,
): Pick<CorrelationPair, "correlation" | "pValue"> {
  return correlateColumns({ first, second }, "first", "second");
}

/** Variance inflation of each leaf among those of its group. */
function inflationByLeaf(
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

/** Indicators, as they are scored, that go with a denominator of the index: they may tell the size of a unit. */
function withDenominators(
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
function consistency(
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

function summarize({ title, units, indicators, groups, steps }: IndexAudit): Summary {
  const warnings = steps.flatMap(({ step, claims }) =>
    claims.filter(({ isWarning }) => isWarning).map(({ text }) => `Step ${step}: ${text}`),
  );
  return {
    title: `Audit: ${title}`,
    facts: [
      ["units", units],
      ["indicators", indicators.length],
      ["warnings", warnings.length],
    ],
    tables: [
      {
        columns: [
          { name: "group" },
          { name: "children", kind: "number" },
          { name: "alpha", kind: "number", digits: 2 },
          { name: "first component", kind: "number", digits: 2 },
          { name: "weight", kind: "number", digits: 3 },
          { name: "importance", kind: "number", digits: 2 },
        ],
        rows: groups.map((group) => [
          group.label,
          group.children,
          group.alpha,
          group.firstComponent,
          group.effectiveWeight,
          group.importance,
        ]),
      },
    ],
    notes: warnings,
  };
}
