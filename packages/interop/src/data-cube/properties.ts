import { segment } from "../iri.js";

const SDMX = "http://purl.org/linked-data/sdmx/2009/";
export const SDMX_DIMENSION: string = `${SDMX}dimension#`;
export const SDMX_MEASURE: string = `${SDMX}measure#`;
export const SDMX_ATTRIBUTE: string = `${SDMX}attribute#`;

/** Fields and axes that the SDMX terms of the Data Cube vocabulary have. */
const TERMS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["area", `${SDMX_DIMENSION}refArea`],
  ["period", `${SDMX_DIMENSION}refPeriod`],
  ["value", `${SDMX_MEASURE}obsValue`],
  ["unit", `${SDMX_ATTRIBUTE}unitMeasure`],
  ["status", `${SDMX_ATTRIBUTE}obsStatus`],
]);
const AXIS_TERMS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["sex", `${SDMX_DIMENSION}sex`],
  ["age", `${SDMX_DIMENSION}age`],
  ["education", `${SDMX_DIMENSION}educationLev`],
  ["occupation", `${SDMX_DIMENSION}occupation`],
]);

/** A column of observations: a field, or an axis of breakdown. */
export type Described = { readonly field: string } | { readonly axis: string };

/** The property that a column stands for: an SDMX term where there is one, else one below the base. */
export function propertyOf(base: string, described: Described): string {
  if ("axis" in described) {
    return AXIS_TERMS.get(described.axis) ?? `${base}axis/${segment(described.axis)}`;
  }
  return TERMS.get(described.field) ?? `${base}property/${segment(described.field)}`;
}
