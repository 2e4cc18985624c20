import { builtIn } from "./datatypes.js";
import { isLanguage, PROPERTIES } from "./properties.js";
import { isObject, namesIn, type Path, type Report } from "./report.js";

/** Terms that may stand as types of annotations beside those with a prefix. */
const TERMS: ReadonlySet<string> = /* @__PURE__ */ new Set(Object.keys(PROPERTIES));

/** Reports what annotations may not hold: they are a subset of JSON-LD (section 6.1 of the vocabulary). */
export function checkAnnotation(value: unknown, path: Path, report: Report): void {
  if (Array.isArray(value)) {
    for (const each of value) checkAnnotation(each, path, report);
    return;
  }
  if (!isObject(value)) return;
  const refuse = (problem: string) => report.invalid(path, String(path.at(-1)), problem);
  if ("@value" in value) {
    const others = Object.keys(value).filter((key) => key !== "@value");
    if (others.length > 1) refuse("a value may have a type or a language, and nothing else");
    else if (others[0] !== undefined && !["@type", "@language"].includes(others[0])) {
      refuse(`a value may not have ${others[0]}`);
    }
  }
  for (const [key, each] of Object.entries(value)) {
    if (key === "@id") {
      if (typeof each === "string" && each.startsWith("_:")) refuse("no blank nodes");
    } else if (key === "@type") {
      for (const type of namesIn(each)) if (!isType(type)) refuse(`${type} is no type`);
    } else if (key === "@language") {
      if (!("@value" in value) || !isLanguage(each)) refuse("a language belongs to a value");
    } else if (key === "@value") continue;
    else if (key.startsWith("@")) refuse(`${key} may not stand in an annotation`);
    else checkAnnotation(each, [...path, key], report);
  }
}

function isType(type: string): boolean {
  if (type.startsWith("_:")) return false;
  return TERMS.has(type) || builtIn(type) !== undefined || /^[A-Za-z][\w+.-]*:\S+$/.test(type);
}
