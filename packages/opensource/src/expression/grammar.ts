import parse from "spdx-expression-parse";
import type { LicenseExpression, LicenseLeaf } from "./license-expression.js";

type Parsed = ReturnType<typeof parse>;

const STAND_IN = "LicenseRef-";

/**
 * Parses operators and brackets around numbered operands. The parser is handed stand-ins for the operands:
 * which ids exist, and how they are spelled, is decided here by one list, whichever version of the list
 * the parser carries; and it does not know AdditionRef-.
 */
export function parseSkeleton(
  skeleton: readonly (string | number)[],
  operands: readonly LicenseLeaf[],
): LicenseExpression {
  const text = skeleton.map((part) => (typeof part === "number" ? `${STAND_IN}${part}` : part));
  return treeOf(parse(text.join(" ")), operands);
}

/** Neighbours of the same operator, which the parser nests to the right, side by side. */
function treeOf(parsed: Parsed, operands: readonly LicenseLeaf[]): LicenseExpression {
  if (!("conjunction" in parsed))
    return operands[Number(parsed.license.slice(STAND_IN.length))] as LicenseLeaf;
  const kind = parsed.conjunction;
  const parts: LicenseExpression[] = [];
  const add = (part: LicenseExpression) =>
    parts.push(...(part.kind === kind ? part.parts : [part]));
  let rest: Parsed = parsed;
  while ("conjunction" in rest && rest.conjunction === kind) {
    add(treeOf(rest.left, operands));
    rest = rest.right;
  }
  add(treeOf(rest, operands));
  return { kind, parts };
}
