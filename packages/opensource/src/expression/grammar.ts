import parse from "spdx-expression-parse";
import type { LicenseExpression, LicenseLeaf } from "./license-expression.js";

type Parsed = ReturnType<typeof parse>;

/** Whether the parser's own copy of the SPDX License List, which may be newer than ours, has an id. */
export function parserKnows(id: string): boolean {
  try {
    parse(id);
    return true;
  } catch {
    return false;
  }
}

function leafOf(parsed: Exclude<Parsed, { conjunction: unknown }>): LicenseLeaf {
  const { license, plus, exception } = parsed;
  return {
    kind: "license",
    id: license,
    orLater: plus === true,
    ...(exception !== undefined && { exception }),
  };
}

/** Neighbours of the same operator, which the parser nests to the right, side by side. */
function flattened(parsed: Parsed): LicenseExpression {
  if (!("conjunction" in parsed)) return leafOf(parsed);
  const kind = parsed.conjunction;
  const parts: LicenseExpression[] = [];
  let rest: Parsed = parsed;
  while ("conjunction" in rest && rest.conjunction === kind) {
    const left = flattened(rest.left);
    parts.push(...(left.kind === kind ? left.parts : [left]));
    rest = rest.right;
  }
  const last = flattened(rest);
  parts.push(...(last.kind === kind ? last.parts : [last]));
  return { kind, parts };
}

/** Parses an expression whose ids are already in the spelling of the list. */
export function parseExpression(canonical: string): LicenseExpression {
  return flattened(parse(canonical));
}
