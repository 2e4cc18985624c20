import type { FixedTreatment } from "../methodology.js";
import { checkShape, type ShapeBounds } from "./shape-check.js";
import { applyTransform } from "./transforms.js";
import type { TreatedColumn, TreatedPoint, TreatStep } from "./treat-column.js";

/**
 * Treats a column as another one was treated, whatever its own distribution: values beyond the bounds are brought to
 * them, and a transform takes its least and largest value from the other column.
 */
export function applyFixed(
  values: Float64Array,
  { bounds = [null, null], transform, range, skewed, lambda }: FixedTreatment,
  check: ShapeBounds,
): TreatedColumn {
  const before = checkShape(values, check);
  const [low, high] = bounds;
  const points: TreatedPoint[] = new Array(values.length).fill(null);
  let current: Float64Array = values.map((x, i) => {
    if (low !== null && x < low) {
      points[i] = "winsorized-low";
      return low;
    }
    if (high !== null && x > high) {
      points[i] = "winsorized-high";
      return high;
    }
    return x;
  });
  const steps: TreatStep[] = [];
  if (low !== null || high !== null) {
    const winsorized = points.filter((point) => point !== null).length;
    steps.push({ function: "winsorize", winsorized, check: checkShape(current, check) });
  }
  if (transform !== undefined) {
    current = applyTransform(current, transform, {
      ...(range !== undefined && { range }),
      ...(skewed !== undefined && { skewed }),
      ...(lambda !== undefined && { lambda }),
    });
    current.forEach((x, i) => {
      if (!Number.isNaN(x)) points[i] = points[i] ?? transform;
    });
    steps.push({ function: transform, winsorized: null, check: checkShape(current, check) });
  }
  const isLost = current.some((x, i) => !Number.isFinite(x) && !Number.isNaN(values[i] as number));
  const untouched = { values, points: points.map(() => null), check: before, steps: [] };
  if (isLost) {
    const problem = `a value lies too far below those to which ${transform ?? "it"} was fitted`;
    return { ...untouched, by: "none", problem };
  }
  const by = steps.length === 2 ? "both" : (steps[0]?.function ?? "none");
  return { values: current, points, check: before, steps, by };
}
