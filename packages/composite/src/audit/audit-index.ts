import type { Result } from "@vitalcore/core";
import { removeElements } from "../compare/remove-elements.js";
import { enteringUnits } from "../compare/result-plan.js";
import type { CustomMethods } from "../custom-methods.js";
import type { IndexResult, ResultNode } from "../index-result.js";
import { usedValue } from "../leaf-values.js";
import {
  association,
  consistency,
  inflationByLeaf,
  partsByNode,
  withDenominators,
} from "./audit-parts.js";
import {
  type AuditedGroup,
  type AuditedIndicator,
  type IndexAudit,
  indexAudit,
} from "./audit-result.js";
import { correlationFlags, type FlagBounds } from "./correlations.js";
import { handbookSteps } from "./handbook-steps.js";
import { correlationRatio, linearImportance } from "./importance.js";
import { columnStatistics, type StatisticsBounds } from "./statistics.js";

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
  const within = partsByNode(result, scores);
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
      withinGroup: within.get(node.id) ?? null,
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
        withinGroup: within.get(node.id) ?? null,
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
