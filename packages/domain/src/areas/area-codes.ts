import { AREA_CODES } from "./data/codes.js";
import { REGIONS } from "./data/regions.js";

const CODES_WIDTH = 14;

/** The codes of an area; a number that does not exist is `null`. */
export interface AreaCodes {
  /** ISO 3166-1 alpha-3, the id of the area in observations. */
  readonly alpha3: string;
  /** ISO 3166-1 alpha-2. Namibia's is "NA". */
  readonly alpha2: string;
  /** ISO 3166-1 numeric, as text with leading zeros. */
  readonly numeric: string | null;
  /** UN M49, as text with leading zeros. */
  readonly m49: string | null;
  /** M49 code of the smallest region that holds it. */
  readonly region: string;
}

const numberOrNull = (digits: string): string | null => (digits === "---" ? null : digits);

function unpackCodes(): readonly AreaCodes[] {
  return Array.from({ length: AREA_CODES.length / CODES_WIDTH }, (_, i) => {
    const packed = AREA_CODES.slice(i * CODES_WIDTH, (i + 1) * CODES_WIDTH);
    return {
      alpha3: packed.slice(0, 3),
      alpha2: packed.slice(3, 5),
      numeric: numberOrNull(packed.slice(5, 8)),
      m49: numberOrNull(packed.slice(8, 11)),
      region: packed.slice(11, 14),
    };
  });
}

/** The codes of all areas, ordered by alpha-3. */
export const areaCodes: readonly AreaCodes[] = /* @__PURE__ */ unpackCodes();

/** A region of M49: the world, a continent or a part of one. */
export interface Region {
  /** M49 code, as text with leading zeros; in observations "M49:002". */
  readonly code: string;
  readonly name: string;
  /** M49 code of the region that holds it; `null` for the world. */
  readonly parent: string | null;
}

function unpackRegions(): readonly Region[] {
  return REGIONS.split("|").map((line) => ({
    code: line.slice(0, 3),
    name: line.slice(6),
    parent: numberOrNull(line.slice(3, 6)),
  }));
}

/**
 * The regions of M49, as a tree: `parent` leads from sub-region to region to the world (001).
 *
 * @example
 * ```ts
 * import { regions } from "@vitalcore/domain/areas";
 * regions.find(({ code }) => code === "014")?.parent; // => "202"
 * ```
 */
export const regions: readonly Region[] = /* @__PURE__ */ unpackRegions();
