import type { Leaf } from "../leaf.js";
import { type LeafStages, UNTOUCHED } from "../leaf-values.js";
import type { Prepared } from "./prepare.js";

/** Tells what the stages made of the values of a leaf, unit by unit. */
export function leafStages(
  index: number,
  { denominate, impute }: Leaf,
  { prepared }: { readonly prepared: Prepared },
): LeafStages {
  const { denominated, imputed, treated, screened } = prepared;
  const outcome = treated?.outcomes[index];
  const isTreated = outcome !== undefined && outcome.by !== "none";
  if (denominate === undefined && imputed === undefined && !isTreated) return () => UNTOUCHED;
  const place = new Map(screened.included.map((unit, i) => [unit, i]));
  const filled = new Set(imputed === undefined ? [] : prepared.filled(index));
  return (unit) => {
    const divided = denominated?.[index]?.[unit] ?? Number.NaN;
    const at = place.get(unit) ?? -1;
    const point = outcome?.points[at] ?? null;
    if (denominate === undefined && point === null && !filled.has(at)) return UNTOUCHED;
    return {
      ...(denominate !== undefined && { denominated: Number.isNaN(divided) ? null : divided }),
      ...(filled.has(at) && { imputed: imputed?.[index]?.[at] as number }),
      ...(filled.has(at) && impute.method === "multiple" && spreadOf(prepared, index, at)),
      ...(point !== null && {
        treated: outcome?.values[at] as number,
        treatment: point,
      }),
    };
  };
}

function spreadOf({ sets }: Prepared, leaf: number, at: number): { readonly imputedSd?: number } {
  if (sets === undefined) return {};
  const draws = sets.map(({ imputed }) => imputed[leaf]?.[at] as number);
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  const squares = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { imputedSd: Math.sqrt(squares / (draws.length - 1)) };
}
