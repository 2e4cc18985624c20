import { areaCodes } from "./area-codes.js";
import {
  GLEDITSCH_WARD,
  HISTORIC_CODES,
  OTHER_CODES,
  UNHCR_CODES,
  WORLD_BANK_ECONOMIES,
} from "./data/crosswalks.js";

/**
 * Schemes of codes. `iso` is ISO 3166-1 in all three forms and M49. The letters of UNHCR and of ISO
 * clash (ARE is Egypt for UNHCR, and the United Arab Emirates for ISO; AUS is Austria, and Australia):
 * UNHCR codes are read only when the scheme is named. Gleditsch-Ward numbers, which UCDP uses, clash with
 * M49 numbers in the same way.
 */
export type AreaScheme = "iso" | "worldbank" | "unhcr" | "gleditsch-ward" | "owid";

/** A code that once stood in ISO 3166-1, or an area that once existed. */
export interface HistoricArea {
  readonly alpha3: string;
  readonly alpha2: string;
  readonly numeric: string;
  readonly name: string;
  /** Year in which the code was withdrawn. */
  readonly until: number;
  /** Alpha-3 codes of the areas that followed. */
  readonly successors: readonly string[];
  /** Whether the same area goes on under another code; otherwise it was divided or joined to another. */
  readonly renamed: boolean;
}

function readHistoric(): readonly HistoricArea[] {
  return HISTORIC_CODES.split("|").map((line) => {
    const [alpha3, alpha2, numeric, name, until, successors, renamed] = line.split("=") as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return {
      alpha3,
      alpha2,
      numeric,
      name,
      until: Number(until),
      successors: successors.split(" "),
      renamed: renamed === "yes",
    };
  });
}

/**
 * Codes withdrawn from ISO 3166-1 (ISO 3166-3), and ROM, with the areas that followed.
 *
 * @example
 * ```ts
 * import { historicAreas } from "@vitalcore/domain/areas";
 * historicAreas.find(({ alpha3 }) => alpha3 === "SCG")?.successors; // => ["SRB", "MNE"]
 * ```
 */
export const historicAreas: readonly HistoricArea[] = /* @__PURE__ */ readHistoric();

/** What a code of another scheme stands for: an area, a historic area, or neither (then its name). */
export interface ForeignCode {
  readonly scheme: string;
  readonly code: string;
  /** Alpha-3 code of an area or of a historic area. */
  readonly alpha3?: string;
  /** Name of what is not an area: a region, a group, a kind of people. */
  readonly name?: string;
}

function readForeign(): readonly ForeignCode[] {
  const codes: ForeignCode[] = OTHER_CODES.split("|").map((line) => {
    const [scheme, code, alpha3, name] = line.split("=") as [string, string, string, string];
    return alpha3 === "" ? { scheme, code, name } : { scheme, code, alpha3 };
  });
  for (let i = 0; i < UNHCR_CODES.length; i += 6) {
    const code = UNHCR_CODES.slice(i, i + 3);
    codes.push({ scheme: "unhcr", code, alpha3: UNHCR_CODES.slice(i + 3, i + 6) });
  }
  for (const pair of GLEDITSCH_WARD.split("|")) {
    const [code, alpha3] = pair.split("=") as [string, string];
    codes.push({ scheme: "gleditsch-ward", code, alpha3 });
  }
  for (let i = 0; i < WORLD_BANK_ECONOMIES.length; i += 3) {
    const code = WORLD_BANK_ECONOMIES.slice(i, i + 3);
    codes.push({ scheme: "worldbank", code, alpha3: code });
  }
  // Our World in Data writes ISO codes where they exist.
  for (const { alpha3 } of areaCodes) {
    if (alpha3 !== "XKX") codes.push({ scheme: "owid", code: alpha3, alpha3 });
  }
  return codes;
}

/**
 * Codes of other schemes, those of aggregates included.
 *
 * @example
 * ```ts
 * import { foreignCodes } from "@vitalcore/domain/areas";
 * foreignCodes.find(({ code }) => code === "EUU"); // => { scheme: "worldbank", code: "EUU", name: "European Union" }
 * ```
 */
export const foreignCodes: readonly ForeignCode[] = /* @__PURE__ */ readForeign();

/** Codes that are still met but are no longer, or never were, the scheme's own code for the area. */
const SUPERSEDED = /* @__PURE__ */ new Set([
  "worldbank:ADO",
  "worldbank:IMY",
  "worldbank:KSV",
  "worldbank:ROM",
  "worldbank:TMP",
  "worldbank:WBG",
  "worldbank:ZAR",
  // Serbia after 2006; UCDP goes on with 345, the number of Yugoslavia.
  "gleditsch-ward:340",
]);

/**
 * The code of an area in another scheme.
 *
 * @param alpha3 - ISO 3166-1 alpha-3 code.
 * @returns the code, or `undefined` if the scheme has none.
 *
 * @example
 * ```ts
 * import { codeIn } from "@vitalcore/domain/areas";
 * codeIn("unhcr", "DZA"); // => "ALG"
 * codeIn("gleditsch-ward", "MMR"); // => "775"
 * codeIn("owid", "XKX"); // => "OWID_KOS"
 * ```
 */
export function codeIn(scheme: AreaScheme, alpha3: string): string | undefined {
  if (scheme === "iso") return areaCodes.find((codes) => codes.alpha3 === alpha3)?.alpha3;
  return foreignCodes.find(
    (foreign) =>
      foreign.scheme === scheme &&
      foreign.alpha3 === alpha3 &&
      !SUPERSEDED.has(`${scheme}:${foreign.code}`),
  )?.code;
}
