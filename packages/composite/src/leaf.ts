import type { IndicatorDefinition } from "@vitalcore/domain";
import type { PlacedNode } from "./framework.js";
import type {
  AggregateOptions,
  DenominateOptions,
  FrameworkNode,
  ImputeOptions,
  IndexMethodology,
  LeafDirection,
  LevelOptions,
  NormalizeOptions,
  SelectOptions,
  TreatOptions,
} from "./methodology.js";
import type { Path } from "./read-document.js";
import type { WeightingOptions } from "./weighting-options.js";

/** A node that stands for an indicator, with the options that hold for it. */
export interface Leaf extends PlacedNode {
  readonly indicator: string;
  /** `undefined` where none is known. */
  readonly definition: IndicatorDefinition | undefined;
  /** What a higher value means: by the node's override, else by the definition. */
  readonly direction: LeafDirection | undefined;
  /** The raw value that is best by the direction alone; `undefined` where more or less is better without end. */
  readonly target: number | undefined;
  readonly normalize: NormalizeOptions;
  readonly select: SelectOptions;
  readonly denominate?: DenominateOptions | undefined;
  readonly impute: ImputeOptions;
  /** `undefined` where nothing is to be treated. */
  readonly treat: TreatOptions | undefined;
}

const NO_LEVEL: LevelOptions = { depth: Number.NaN };

/** The leaves of a framework in the order of their ids, which is the order of their columns. */
export function leavesOf(
  methodology: IndexMethodology,
  nodes: readonly PlacedNode[],
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): readonly Leaf[] {
  return nodes
    .flatMap(({ node, path, level = NO_LEVEL }) => {
      if (node.indicator === undefined) return [];
      const definition = definitions.get(node.indicator);
      return [
        {
          node,
          path,
          indicator: node.indicator,
          definition,
          direction: node.direction?.value ?? definition?.direction,
          target: targetOf(node, definition),
          normalize: { ...methodology.normalize, ...level.normalize, ...node.normalize },
          select: { ...methodology.select, ...level.select, ...node.select },
          denominate: node.denominate,
          impute: { ...methodology.impute, ...level.impute, ...node.impute },
          treat: [methodology, level, node].every(({ treat }) => treat === undefined)
            ? undefined
            : { ...methodology.treat, ...level.treat, ...node.treat },
        },
      ];
    })
    .sort((a, b) => (a.node.id < b.node.id ? -1 : a.node.id > b.node.id ? 1 : 0));
}

function targetOf(
  { direction }: FrameworkNode,
  definition: IndicatorDefinition | undefined,
): number | undefined {
  switch (direction?.value ?? definition?.direction) {
    case "targetZero":
      return 0;
    case "targetOne":
      return 1;
    case "target":
      return direction?.target;
    default:
      return undefined;
  }
}

/** By what a series beside the index is told from others: its indicator, and which observations of it are taken. */
export function seriesKey(by: string, select: SelectOptions | undefined): string {
  return select === undefined ? by : JSON.stringify([by, select]);
}

/** The denominators of the leaves as series to be read, in the order of their keys. */
export function denominatorsOf(
  methodology: IndexMethodology,
  leaves: readonly Leaf[],
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): readonly Leaf[] {
  const wanted = leaves.flatMap(({ denominate, path }): Wanted[] => {
    if (denominate === undefined) return [];
    const { by, select } = denominate;
    return [{ by, select, path: [...path, "denominate", "by"] }];
  });
  return seriesOf(methodology, wanted, definitions);
}

/** The outcomes to which weights are fitted as series to be read, in the order of their keys. */
export function outcomesOf(
  methodology: IndexMethodology,
  nodes: readonly PlacedNode[],
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): readonly Leaf[] {
  const wanted = nodes.flatMap((placed): Wanted[] => {
    const by = outcomeOf(methodology, placed);
    return by === undefined ? [] : [{ by, path: [...placed.path, "weighting", "outcome"] }];
  });
  return seriesOf(methodology, wanted, definitions);
}

interface Wanted {
  readonly by: string;
  readonly select?: SelectOptions | undefined;
  readonly path: Path;
}

function seriesOf(
  methodology: IndexMethodology,
  wanted: readonly Wanted[],
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): readonly Leaf[] {
  const series = new Map<string, Leaf>();
  for (const { by, select, path } of wanted) {
    const id = seriesKey(by, select);
    if (series.has(id)) continue;
    series.set(id, {
      node: { id, indicator: by },
      path,
      indicator: by,
      definition: definitions.get(by),
      direction: undefined,
      target: undefined,
      normalize: {},
      select: { ...methodology.select, ...select },
      impute: {},
      treat: undefined,
    });
  }
  return [...series.values()].sort((a, b) => (a.node.id < b.node.id ? -1 : 1));
}

function outcomeOf(methodology: IndexMethodology, placed: PlacedNode): string | undefined {
  if (placed.node.indicator !== undefined) return undefined;
  const { method, outcome } = weightingOptions(methodology, placed);
  return method === "regression" ? outcome : undefined;
}

/** The options of weighting that hold for a group. */
export function weightingOptions(
  methodology: IndexMethodology,
  { node, level = NO_LEVEL }: PlacedNode,
): WeightingOptions & Required<Pick<WeightingOptions, "method">> {
  const given = { ...methodology.weighting, ...level.weighting, ...node.weighting };
  return { ...given, method: given.method ?? "given" };
}

/** The options of aggregation that hold for a group, all of them. */
export function aggregateOptions(
  methodology: IndexMethodology,
  { node, level = NO_LEVEL }: PlacedNode,
): AggregateOptions & Required<Pick<AggregateOptions, "method" | "atLeast" | "zeros">> {
  const given = { ...methodology.aggregate, ...level.aggregate, ...node.aggregate };
  return {
    ...given,
    method: given.method ?? "arithmetic",
    atLeast: given.atLeast ?? 1,
    zeros: given.zeros ?? "refuse",
  };
}

/** Which child scores an aggregation does not take: those below zero, zero too, or none. */
export function refusedScores({
  method,
  exponent = 1,
  zeros = "refuse",
}: AggregateOptions): "none" | "negative" | "nonpositive" {
  if (method === "geometric" || method === "harmonic") {
    return zeros === "annul" ? "negative" : "nonpositive";
  }
  if (method === "benefit-of-the-doubt") return "negative";
  if (method === "generalized") return exponent > 0 ? "negative" : "nonpositive";
  return "none";
}

/** The scale of the scores that options of normalization give. */
export function scaleOf(options: NormalizeOptions): readonly [lowest: number, highest: number] {
  return options.scale ?? [0, 100];
}

/** A value as a transform gives it. */
export function transformed(value: number, options: NormalizeOptions): number {
  if (options.transform === "ln") return Math.log(value);
  return options.transform === "ln1p" ? Math.log1p(value) : value;
}

/** The largest value that a transform does not take; `undefined` where it takes all. */
export function transformBound(options: NormalizeOptions): number | undefined {
  if (options.transform === "ln") return 0;
  return options.transform === "ln1p" ? -1 : undefined;
}

/** Where a raw value lies on the axis on which it is scored: transformed, and as its distance from a target. */
export function positionBy(
  options: NormalizeOptions,
  target: number | undefined,
): (value: number) => number {
  if (target === undefined) return (value) => transformed(value, options);
  const center = transformed(target, options);
  return (value) => Math.abs(transformed(value, options) - center);
}
