import { areaOf, areas } from "./area.js";
import { type Region, regions } from "./area-codes.js";
import { foreignCodes, type HistoricArea, historicAreas } from "./crosswalk.js";
import { NAMES as AR } from "./data/names-ar.js";
import { NAMES as EN } from "./data/names-en.js";
import { NAMES as ES } from "./data/names-es.js";
import { NAMES as FR } from "./data/names-fr.js";
import { NAMES as RU } from "./data/names-ru.js";
import { NAMES as ZH } from "./data/names-zh.js";
import { ALIASES, OTHER_NAMES } from "./data/other-names.js";
import { foldName, nameKey } from "./fold-name.js";

/** What a code or a name stands for. */
export type Meaning =
  | { readonly kind: "area"; readonly alpha3: string }
  | { readonly kind: "historic"; readonly historic: HistoricArea }
  | { readonly kind: "region"; readonly region: Region }
  | { readonly kind: "other"; readonly name: string }
  | { readonly kind: "ambiguous"; readonly meanings: readonly Meaning[] };

/** Everything that names can be looked up in. */
export interface NameIndex {
  /** By {@link nameKey}. */
  readonly byKey: ReadonlyMap<string, Meaning>;
  /** Folded names of areas, for suggestions. */
  readonly names: readonly (readonly [folded: string, alpha3: string])[];
}

const area = (alpha3: string): Meaning => ({ kind: "area", alpha3 });

function same(a: Meaning, b: Meaning): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The part of a name outside brackets: "Bolivia (Plurinational State of)" is also "Bolivia". */
function withoutBrackets(name: string): string | undefined {
  const outside = name.replace(/\s*[(（][^)）]*[)）]/gu, "").trim();
  return outside === name || outside === "" ? undefined : outside;
}

const OTHER_HISTORIC_NAMES: readonly (readonly [name: string, alpha3: string])[] = [
  ["Soviet Union", "SUN"],
  ["Union of Soviet Socialist Republics", "SUN"],
  ["East Germany", "DDR"],
  ["South Yemen", "YMD"],
  ["Yemen People's Republic", "YMD"],
];

/** Builds the index of names in six languages: about 1,900 keys. */
export function buildNameIndex(): NameIndex {
  const byKey = new Map<string, Meaning>();
  const names: (readonly [string, string])[] = [];

  const add = (name: string, meaning: Meaning): void => {
    const folded = foldName(name);
    if (folded === "") return;
    if (meaning.kind === "area") names.push([folded, meaning.alpha3]);
    const key = nameKey(folded);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, meaning);
    else if (known.kind === "ambiguous") {
      if (known.meanings.some((one) => same(one, meaning))) return;
      byKey.set(key, { kind: "ambiguous", meanings: [...known.meanings, meaning] });
    } else if (!same(known, meaning)) {
      byKey.set(key, { kind: "ambiguous", meanings: [known, meaning] });
    }
  };
  const addUnlessKnown = (name: string, meaning: Meaning): void => {
    if (!byKey.has(nameKey(foldName(name)))) add(name, meaning);
  };

  for (const line of ALIASES.split("|")) {
    const [alias, codes] = line.split("=") as [string, string];
    for (const alpha3 of codes.split(" ")) add(alias, area(alpha3));
  }
  for (const names of [EN, FR, ES, AR, RU, ZH]) {
    for (const [alpha3, name] of Object.entries(names)) add(name, area(alpha3));
  }
  for (const [alpha3, others] of Object.entries(OTHER_NAMES)) {
    for (const name of others.split("|")) add(name, area(alpha3));
  }
  for (const region of regions) add(region.name, { kind: "region", region });
  // What stands outside brackets names the area too, unless it is another's name already.
  for (const names of [EN, FR, ES, AR, RU, ZH]) {
    for (const [alpha3, name] of Object.entries(names)) {
      const outside = withoutBrackets(name);
      if (outside !== undefined) add(outside, area(alpha3));
    }
  }
  for (const historic of historicAreas)
    addUnlessKnown(historic.name, { kind: "historic", historic });
  for (const [name, alpha3] of OTHER_HISTORIC_NAMES) {
    const historic = historicAreas.find((candidate) => candidate.alpha3 === alpha3);
    if (historic !== undefined) addUnlessKnown(name, { kind: "historic", historic });
  }
  for (const { name } of foreignCodes) {
    if (name !== undefined) addUnlessKnown(name, { kind: "other", name });
  }
  return { byKey, names };
}

function addCode(codes: Map<string, Meaning>, code: string | null, meaning: Meaning): void {
  if (code !== null && code !== "" && !codes.has(code)) codes.set(code, meaning);
}

function meaningOf(alpha3: string): Meaning {
  const historic = historicAreas.find((candidate) => candidate.alpha3 === alpha3);
  return areaOf(alpha3) === undefined && historic !== undefined
    ? { kind: "historic", historic }
    : area(alpha3);
}

/** Codes of a scheme; without one, those of all schemes that do not clash with ISO 3166-1. */
export function buildCodeIndex(scheme: string | undefined): ReadonlyMap<string, Meaning> {
  const codes = new Map<string, Meaning>();
  if (scheme === undefined || scheme === "iso") {
    for (const { alpha3, alpha2, numeric, m49 } of areas) {
      addCode(codes, alpha3, area(alpha3));
      addCode(codes, alpha2, area(alpha3));
      addCode(codes, numeric, area(alpha3));
      addCode(codes, m49, area(alpha3));
    }
    for (const region of regions) addCode(codes, region.code, { kind: "region", region });
    for (const historic of historicAreas) {
      const meaning: Meaning = { kind: "historic", historic };
      addCode(codes, historic.alpha3, meaning);
      addCode(codes, historic.numeric, meaning);
    }
  }
  const without = new Set(["iso", "unhcr", "gleditsch-ward"]);
  for (const foreign of foreignCodes) {
    const clashes = without.has(foreign.scheme) && foreign.name === undefined;
    if (scheme === undefined ? clashes : foreign.scheme !== scheme) continue;
    const { code, alpha3, name } = foreign;
    addCode(
      codes,
      code,
      alpha3 === undefined ? { kind: "other", name: name ?? code } : meaningOf(alpha3),
    );
  }
  return codes;
}
