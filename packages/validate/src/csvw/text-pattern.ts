import { RE2JS } from "re2js";

/** White space of ECMAScript (section 12.9, `\s`), where that of RE2 is ASCII. */
const SPACES =
  "\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";
/** All other characters, to stand in a class beside more. */
const NO_SPACES =
  "\\x{0}-\\x{8}\\x{E}-\\x{1F}!-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}";

/** Escapes, characters with a meaning of their own, and all others. */
const TOKEN =
  /\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})|\\.|[[\].]|[^\\[\].]+/gsu;

/** The same expression in the dialect of RE2, as far as the two differ. */
function translated(pattern: string): string {
  let inClass = false;
  const source = pattern.replace(TOKEN, (token, high?: string, low?: string) => {
    if (high !== undefined && low !== undefined) {
      const units = [high, low].map((unit) => Number.parseInt(unit, 16));
      return `\\x{${String.fromCharCode(...units)
        .codePointAt(0)
        ?.toString(16)}}`;
    }
    if (token === "[" || token === "]") inClass = token === "[";
    else if (token === "\\s") return inClass ? SPACES : `[${SPACES}]`;
    else if (token === "\\S") return inClass ? NO_SPACES : `[^${SPACES}]`;
    else if (token === "." && !inClass) return "[^\\n\\r\\x{2028}\\x{2029}]";
    return token;
  });
  return RE2JS.translateRegExp(source);
}

/**
 * A regular expression of somebody else, as the question whether it matches a whole text: `invalid` if it is none of
 * ECMAScript, `unbounded` if it has parts that cannot be answered in a time that grows with the text alone.
 *
 * It is matched by an automaton (RE2: Cox 2007, "Regular Expression Matching Can Be Simple And Fast"), for the engine of
 * JavaScript goes back and tries again: a pattern of a few characters can keep it busy for years.
 */
export function textPattern(
  pattern: string,
): ((text: string) => boolean) | "invalid" | "unbounded" {
  try {
    new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    return "invalid";
  }
  try {
    const expression = RE2JS.compile(translated(pattern));
    return (text) => expression.testExact(text);
  } catch {
    return "unbounded";
  }
}
