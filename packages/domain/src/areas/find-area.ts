import { type Finding, nearest } from "@vitalcore/core";
import { type Area, areaOf } from "./area.js";
import { buildCodeIndex, buildNameIndex, type Meaning, type NameIndex } from "./area-index.js";
import { find } from "./catalog.js";
import type { AreaScheme } from "./crosswalk.js";
import { foldName, nameKey } from "./fold-name.js";
import { NOT_LOOKED_UP } from "./suggest-area.js";

/** How a text is read. */
export interface FindAreaOptions {
  /** Read codes of this scheme, and names. Without it: ISO 3166-1 and what does not clash with it. */
  readonly scheme?: AreaScheme;
}

/** The area that a text names, or why there is none. */
export type AreaMatch =
  | {
      readonly area: Area;
      /** `domain/renamed-area` (info) where the text is a former code or name. */
      readonly finding?: Finding;
    }
  | { readonly area: null; readonly finding: Finding };

/** Areas and findings for a list of texts. */
export interface AreaMatches {
  /** One for each text; `null` where there is none. */
  readonly areas: readonly (Area | null)[];
  /** One for each distinct text, with its first row, and `rows` (how many) among the facts. */
  readonly findings: readonly Finding[];
}

/** Built at the first call and kept: 10 ms that a page that only reads codes does not pay. */
function remember<Key, Value>(build: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = build(key);
    known.set(key, value);
    return value;
  };
}

const codesOf = /* @__PURE__ */ remember(buildCodeIndex);
const namesOf = /* @__PURE__ */ remember((_: "all") => buildNameIndex());

const LONGEST_NAME = 120;
const MOST_SUGGESTIONS = 3;
/** Suggestions cost some 10 ms each: a column that holds no areas must not cost minutes. */
const MOST_LOOKED_UP = 100;

/** A code as the index holds it, or `undefined` if the text does not look like one. */
function codeIn(text: string, scheme: AreaScheme | undefined): string | undefined {
  const prefixed = /^(?:M49|ISO3166-1):(\w+)$/.exec(text);
  const bare = prefixed?.[1] ?? text;
  if (/^\d{1,3}$/.test(bare)) {
    return scheme === "gleditsch-ward" ? String(Number(bare)) : bare.padStart(3, "0");
  }
  // "na" and "no" in lower case are words more often than Namibia and Norway.
  if (/^[A-Z0-9]{2}$/.test(bare)) return bare;
  if (/^[A-Za-z]{3}$/.test(bare)) return bare.toUpperCase();
  return /^[A-Z][A-Z0-9_.]{2,19}$/.test(bare) ? bare : undefined;
}

function named(alpha3: string): string {
  return `${areaOf(alpha3)?.name ?? alpha3} (${alpha3})`;
}

function inWords(meaning: Meaning): string {
  if (meaning.kind === "area") return named(meaning.alpha3);
  if (meaning.kind === "historic")
    return `${meaning.historic.name} (until ${meaning.historic.until})`;
  if (meaning.kind === "region")
    return `the region ${meaning.region.name} (M49:${meaning.region.code})`;
  if (meaning.kind === "other") return meaning.name;
  return meaning.meanings.map(inWords).join(" or ");
}

function matchOf(text: string, meaning: Meaning): AreaMatch {
  switch (meaning.kind) {
    case "area":
      return { area: areaOf(meaning.alpha3) as Area };
    case "historic": {
      const { name, until, successors, renamed } = meaning.historic;
      const successor = areaOf(successors[0] as string);
      if (renamed && successor !== undefined) {
        const facts = { name: successor.name, area: successor.alpha3 };
        return { area: successor, finding: find("domain/renamed-area", { found: text, facts }) };
      }
      const facts = { name, until, successors: successors.map(named).join(", ") };
      return { area: null, finding: find("domain/historic-area", { found: text, facts }) };
    }
    case "region":
    case "other": {
      const facts = { name: inWords(meaning) };
      return { area: null, finding: find("domain/not-a-country", { found: text, facts }) };
    }
    case "ambiguous": {
      const facts = { candidates: meaning.meanings.map(inWords) };
      return { area: null, finding: find("domain/ambiguous-area", { found: text, facts }) };
    }
  }
}

/** The areas that may be meant: nearest spellings first, then names that share all words or begin alike. */
function suggestionsFor(text: string, { names }: NameIndex): readonly string[] {
  const trimmed = text.trim();
  const asCode = codesOf("iso").get(trimmed.toUpperCase());
  if (asCode?.kind === "area") return [asCode.alpha3];
  const folded = foldName(trimmed);
  const found = new Set<string>();
  if (folded.length < 3 || text.length > LONGEST_NAME) return [];
  // Of equally near names, one that begins alike: "Nambia" is Namibia rather than Gambia.
  const alike = (name: string): number => (name[0] === folded[0] ? 0 : 1);
  let candidates = [...names].sort(([a], [b]) => alike(a) - alike(b));
  while (found.size < MOST_SUGGESTIONS) {
    const spelling = nearest(
      folded,
      candidates.map(([name]) => name),
    );
    const hit = candidates.find(([name]) => name === spelling);
    if (hit === undefined) break;
    found.add(hit[1]);
    candidates = candidates.filter(([, alpha3]) => alpha3 !== hit[1]);
  }
  const words = folded.split(" ");
  for (const [name, alpha3] of names) {
    if (found.size >= MOST_SUGGESTIONS) break;
    const others = name.split(" ");
    const within = words.every((word) => others.includes(word));
    const holds = others.every((word) => words.includes(word));
    if (within || holds || name.startsWith(folded)) found.add(alpha3);
  }
  return [...found];
}

function unknown(text: unknown, suggest: boolean): AreaMatch {
  const suggestions =
    suggest && typeof text === "string" ? suggestionsFor(text, namesOf("all")) : [];
  const candidates = suggestions.length > 0 ? suggestions.map(named) : "none";
  return {
    area: null,
    finding: find("domain/unknown-area", {
      found: text ?? null,
      facts: { candidates: suggest ? candidates : NOT_LOOKED_UP },
      suggestion: suggestions[0],
    }),
  };
}

/** What a text stands for, or `undefined`. */
function meaningOf(text: string, scheme: AreaScheme | undefined): Meaning | undefined {
  const trimmed = text.trim();
  const code = codeIn(trimmed, scheme);
  const byCode = code === undefined ? undefined : codesOf(scheme).get(code);
  if (byCode !== undefined || trimmed.length > LONGEST_NAME) return byCode;
  const folded = foldName(trimmed);
  return folded === "" ? undefined : namesOf("all").byKey.get(nameKey(folded));
}

/**
 * Finds the area that a code or a name stands for: ISO 3166-1 (all three forms), M49, World Bank and
 * Our World in Data codes, names in the six UN languages with or without accents, and the spellings of
 * common data publishers ("Congo, Dem. Rep.", "Russia (Soviet Union)"). "NA" is Namibia, never missing.
 *
 * Nothing is guessed: what may mean several areas, a region, a group or a country that is no more gives
 * a finding and no area.
 *
 * @param text - a code or a name.
 * @param options.scheme - the scheme of the codes, for those that clash with ISO: "unhcr",
 *   "gleditsch-ward".
 * @returns the area, or a finding: `domain/unknown-area` (with the nearest names),
 *   `domain/ambiguous-area`, `domain/historic-area`, `domain/not-a-country`.
 *
 * @example
 * ```ts
 * import { findArea } from "@vitalcore/domain/areas";
 * findArea("NA").area?.alpha3; // => "NAM"
 * findArea("Cote d'Ivoire").area?.alpha3; // => "CIV"
 * findArea("Allemagne").area?.alpha3; // => "DEU"
 * findArea("ARE", { scheme: "unhcr" }).area?.name; // => "Egypt"
 * findArea("Germny").finding?.suggestion; // => "DEU"
 * findArea("SUN").finding?.code; // => "domain/historic-area"
 * ```
 */
export function findArea(text: string, options: FindAreaOptions = {}): AreaMatch {
  const meaning = typeof text === "string" ? meaningOf(text, options.scheme) : undefined;
  return meaning === undefined ? unknown(text, true) : matchOf(text, meaning);
}

/**
 * Finds the areas of a list of codes or names, as `findArea` does, and reports all problems together.
 * The nearest names are looked up for the first hundred unknown texts.
 *
 * @example
 * ```ts
 * import { matchAreas } from "@vitalcore/domain/areas";
 * const { areas, findings } = matchAreas(["Kenya", "Wakanda", "NA", "Wakanda"]);
 * areas.map((area) => area?.alpha3 ?? null); // => ["KEN", null, "NAM", null]
 * findings.map(({ place, facts }) => [place.row, facts.rows]); // => [[2, 2]]
 * ```
 */
export function matchAreas(texts: readonly string[], options: FindAreaOptions = {}): AreaMatches {
  const known = new Map<
    string,
    { readonly match: AreaMatch; readonly row: number; rows: number }
  >();
  let lookedUp = 0;
  const match = (text: string): AreaMatch => {
    const meaning = typeof text === "string" ? meaningOf(text, options.scheme) : undefined;
    if (meaning !== undefined) return matchOf(text, meaning);
    lookedUp += 1;
    return unknown(text, lookedUp <= MOST_LOOKED_UP);
  };
  const areas = texts.map((text, i) => {
    let entry = known.get(text);
    if (entry === undefined) {
      entry = { match: match(text), row: i + 1, rows: 0 };
      known.set(text, entry);
    }
    entry.rows += 1;
    return entry.match.area;
  });
  const findings: Finding[] = [];
  for (const { match, row, rows } of known.values()) {
    const { finding } = match;
    if (finding === undefined) continue;
    findings.push({ ...finding, place: { row }, facts: { ...finding.facts, rows } });
  }
  return { areas, findings };
}
