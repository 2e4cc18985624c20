import { type AreaCodes, areaCodes, type Region, regions } from "./area-codes.js";
import { NAMES } from "./data/names-en.js";

/**
 * A country or area. The list is that of ISO 3166-1, with Kosovo (XKX, a code assigned by users and not
 * by ISO). Names and codes imply no opinion on status, see {@link unDisclaimer}.
 */
export interface Area extends AreaCodes {
  /** English short name. */
  readonly name: string;
  /** What a reader must know about its codes. */
  readonly note?: string;
}

/**
 * The disclaimer that the United Nations puts beside names and maps. Show it, or one of your own, where
 * areas are listed or drawn.
 *
 * @example
 * ```ts
 * import { unDisclaimer } from "@vitalcore/domain/areas";
 * unDisclaimer.startsWith("The designations employed"); // => true
 * ```
 */
export const unDisclaimer: string =
  "The designations employed and the presentation of material do not imply the expression of any " +
  "opinion whatsoever on the part of the Secretariat of the United Nations concerning the legal status " +
  "of any country, territory, city or area or of its authorities, or concerning the delimitation of its " +
  "frontiers or boundaries.";

const NOTES: Readonly<Record<string, string>> = {
  TWN: "The code is ISO 3166-1's; UNSD does not list it apart in M49, and places it in no region: the region here is that of its neighbours.",
  XKX: "Not in ISO 3166-1 or M49: XKX is assigned by users (World Bank, European Union; UNSD's SDG files write 412). References to Kosovo are in the context of Security Council resolution 1244 (1999). The region here is that of its neighbours.",
};

function describe(codes: AreaCodes): Area {
  const note = NOTES[codes.alpha3];
  const name = NAMES[codes.alpha3] as string;
  return note === undefined ? { ...codes, name } : { ...codes, name, note };
}

/**
 * All countries and areas, ordered by alpha-3 code.
 *
 * @example
 * ```ts
 * import { areas } from "@vitalcore/domain/areas";
 * areas.length; // => 250
 * areas.find(({ alpha2 }) => alpha2 === "NA")?.name; // => "Namibia"
 * ```
 */
export const areas: readonly Area[] = /* @__PURE__ */ areaCodes.map(describe);

const byAlpha3: ReadonlyMap<string, Area> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ areas.map((area) => [area.alpha3, area]),
);

/**
 * The area with an ISO 3166-1 alpha-3 code (or XKX). For any other code or a name: `findArea`.
 *
 * @returns the area, or `undefined`.
 *
 * @example
 * ```ts
 * import { areaOf } from "@vitalcore/domain/areas";
 * areaOf("NAM")?.alpha2; // => "NA"
 * areaOf("NAM")?.m49; // => "516"
 * ```
 */
export function areaOf(alpha3: string): Area | undefined {
  return byAlpha3.get(alpha3);
}

const regionByCode: ReadonlyMap<string, Region> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ regions.map((region) => [region.code, region]),
);

/**
 * The regions that hold an area or a region, from the largest (the world) to the smallest.
 *
 * @param code - alpha-3 code of an area, or M49 code of a region.
 * @returns an empty list if the code is not known.
 *
 * @example
 * ```ts
 * import { regionsOf } from "@vitalcore/domain/areas";
 * regionsOf("KEN").map(({ name }) => name); // => ["World", "Africa", "Sub-Saharan Africa", "Eastern Africa"]
 * ```
 */
export function regionsOf(code: string): readonly Region[] {
  const path: Region[] = [];
  const start = areaOf(code)?.region ?? regionByCode.get(code)?.parent;
  let region = regionByCode.get(start ?? "");
  while (region !== undefined) {
    path.unshift(region);
    region = regionByCode.get(region.parent ?? "");
  }
  return path;
}

/**
 * The areas of a region of M49, in all its parts.
 *
 * @param region - M49 code, with or without the prefix "M49:".
 * @returns an empty list if there is no such region.
 *
 * @example
 * ```ts
 * import { areasIn } from "@vitalcore/domain/areas";
 * areasIn("143").map(({ alpha3 }) => alpha3); // => ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
 * areasIn("M49:001").length; // => 250
 * ```
 */
export function areasIn(region: string): readonly Area[] {
  const wanted = region.replace(/^M49:/, "");
  return areas.filter(({ alpha3 }) => regionsOf(alpha3).some(({ code }) => code === wanted));
}
