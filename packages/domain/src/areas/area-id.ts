import { areaCodes, regions } from "./area-codes.js";

const alpha3Codes: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ areaCodes.map(({ alpha3 }) => alpha3),
);
const regionIds: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ regions.map(({ code }) => `M49:${code}`),
);

/**
 * Whether a text can be the area of an observation: an ISO 3166-1 alpha-3 code, XKX, a region as
 * "M49:002", or a code of another scheme with its prefix ("ISO3166-2:NA-KH"), which is not looked up.
 *
 * @example
 * ```ts
 * import { isAreaId } from "@vitalcore/domain";
 * isAreaId("NAM"); // => true
 * isAreaId("NA"); // => false
 * isAreaId("M49:002"); // => true
 * isAreaId("M49:999"); // => false
 * ```
 */
export function isAreaId(text: string): boolean {
  if (alpha3Codes.has(text) || regionIds.has(text)) return true;
  return !text.startsWith("M49:") && /^[A-Za-z][A-Za-z0-9_.-]*:\S+$/.test(text);
}
