import { normalQuantile } from "@vitalcore/stats/distributions";
import type {
  GoalpostErrorFactor,
  MethodologyChange,
  ParameterDistribution,
  ParameterFactor,
} from "./specification.js";

/** Options that take whole numbers. */
const WHOLE: readonly string[] = ["neighbors", "atMost"];

/** The value of a parameter at a coordinate in (0, 1). */
export function parameterValue({ distribution, option }: ParameterFactor, u: number): number {
  return WHOLE.includes(option) ? wholeQuantile(distribution, u) : quantile(distribution, u);
}

function quantile(distribution: ParameterDistribution, u: number): number {
  switch (distribution.shape) {
    case "uniform":
      return distribution.from + u * (distribution.to - distribution.from);
    case "triangular": {
      const { from, peak, to } = distribution;
      const share = (peak - from) / (to - from);
      return u < share
        ? from + Math.sqrt(u * (to - from) * (peak - from))
        : to - Math.sqrt((1 - u) * (to - from) * (to - peak));
    }
    case "normal":
      return distribution.mean + distribution.sd * normalQuantile(u);
  }
}

/** Of whole numbers each between the ends has its share; those of the other shapes are rounded. */
function wholeQuantile(distribution: ParameterDistribution, u: number): number {
  if (distribution.shape !== "uniform") return Math.round(quantile(distribution, u));
  const { from, to } = distribution;
  return Math.min(to, from + Math.floor(u * (to - from + 1)));
}

/** What a draw of a parameter changes in the methodology, and how an error names it. */
export function parameterChange(
  factor: ParameterFactor,
  u: number,
): { readonly change: MethodologyChange; readonly name: string; readonly value: number } {
  const { id, stage, option, nodes } = factor;
  const value = parameterValue(factor, u);
  const options = { [stage]: { [option]: value } } as MethodologyChange;
  const change: MethodologyChange =
    nodes === undefined
      ? options
      : { nodes: Object.fromEntries(nodes.map((node) => [node, options as never])) };
  return { change, name: `${id} = ${value}`, value };
}

/** Standard deviations beyond which goalposts are not drawn: closer ones could change places. */
export const FARTHEST = 6;

/** How far the goalposts of a leaf move; `place` is that of the leaf among those of the factor. */
export function goalpostDraw(
  { distribution = "normal", spread }: GoalpostErrorFactor,
  leaf: string,
  place: number,
  coordinates: Float64Array,
): { readonly worst: number; readonly best: number } {
  const { worst = 0, best = 0 } = spread[leaf] ?? {};
  const away = (u: number) => {
    if (distribution === "uniform") return 2 * u - 1;
    return Math.max(-FARTHEST, Math.min(FARTHEST, normalQuantile(u)));
  };
  return {
    worst: worst * away(coordinates[2 * place] as number),
    best: best * away(coordinates[2 * place + 1] as number),
  };
}

/** The range of a parameter's values that were found to be allowed. */
export interface AllowedRange {
  readonly low: number;
  readonly high: number;
}

/** Whether a value is allowed, having allowed ones to both sides: rules are of ranges, which may leave out zero. */
export function isAllowed(value: number, { low, high }: AllowedRange): boolean {
  return value !== 0 && value >= low && value <= high;
}

/** The range with a value that was found to be allowed. */
export function widened({ low, high }: AllowedRange, value: number): AllowedRange {
  return { low: Math.min(low, value), high: Math.max(high, value) };
}
