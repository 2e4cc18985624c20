export { plotCatalog } from "./catalog.js";
// The charts
export {
  type CoverageCell,
  type CoverageMatrixInput,
  type CoverageStatus,
  coverageMatrix,
} from "./coverage-matrix.js";
// What they give
export type { Picture, PictureOptions, RenderOptions } from "./picture.js";
export {
  type ProfileInput,
  type ProfileReference,
  type ProfileScore,
  profile,
} from "./profile.js";
export { type RangeRow, type RangesInput, ranges } from "./ranges.js";
export { type RankedBarsInput, type RankedRow, rankedBars } from "./ranked-bars.js";
export { type ScatterAxis, type ScatterInput, type ScatterPoint, scatter } from "./scatter.js";
