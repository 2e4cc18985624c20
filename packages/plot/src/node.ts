import { parseHTML } from "linkedom";
import {
  type CoverageMatrixInput,
  coverageMatrix as drawCoverageMatrix,
} from "./coverage-matrix.js";
import type { Picture, PictureOptions } from "./picture.js";
import { profile as drawProfile, type ProfileInput } from "./profile.js";
import { ranges as drawRanges, type RangesInput } from "./ranges.js";
import { rankedBars as drawRankedBars, type RankedBarsInput } from "./ranked-bars.js";
import { scatter as drawScatter, type ScatterInput } from "./scatter.js";

/** A document that was never in a browser. A fresh one for each picture: nothing is shared. */
function inNode(options: PictureOptions): PictureOptions {
  const { document } = parseHTML("<!doctype html><html></html>");
  return { document, ...options };
}

/**
 * Draws a ranking as `rankedBars` of `@vitalcore/plot` does, without a browser.
 *
 * @throws VitalError as there.
 *
 * @example
 * ```ts
 * import { rankedBars } from "@vitalcore/plot/node";
 * const rows = [{ unit: "NOR", label: "Norway", score: 94.7, rank: 1 }];
 * rankedBars({ title: "Connectivity", rows }).toSVG().startsWith("<svg"); // => true
 * ```
 */
export function rankedBars(input: RankedBarsInput, options: PictureOptions = {}): Picture {
  return drawRankedBars(input, inNode(options));
}

/**
 * Draws the profile of a unit as `profile` of `@vitalcore/plot` does, without a browser.
 *
 * @throws VitalError as there.
 *
 * @example
 * ```ts
 * import { profile } from "@vitalcore/plot/node";
 * const scores = [{ node: "health", label: "Health", score: 52.3 }];
 * profile({ unit: "NAM", label: "Namibia", scores }).toSVG().includes("Health"); // => true
 * ```
 */
export function profile(input: ProfileInput, options: PictureOptions = {}): Picture {
  return drawProfile(input, inNode(options));
}

/**
 * Draws which values are there as `coverageMatrix` of `@vitalcore/plot` does, without a browser.
 *
 * @throws VitalError as there.
 *
 * @example
 * ```ts
 * import { coverageMatrix } from "@vitalcore/plot/node";
 * const units = [{ unit: "NAM", label: "Namibia" }];
 * const indicators = [{ indicator: "life", label: "Life expectancy" }];
 * coverageMatrix({ title: "Coverage", units, indicators, cells: [] }).toSVG().includes("Namibia"); // => true
 * ```
 */
export function coverageMatrix(input: CoverageMatrixInput, options: PictureOptions = {}): Picture {
  return drawCoverageMatrix(input, inNode(options));
}

/**
 * Draws a scatter plot as `scatter` of `@vitalcore/plot` does, without a browser.
 *
 * @throws VitalError as there.
 *
 * @example
 * ```ts
 * import { scatter } from "@vitalcore/plot/node";
 * const points = [{ unit: "NAM", label: "Namibia", x: 88, y: 51 }];
 * const axes = { x: { label: "Covered, %" }, y: { label: "Online, %" } };
 * scatter({ title: "Coverage and use", points, ...axes }).toSVG().includes("Namibia"); // => true
 * ```
 */
export function scatter(input: ScatterInput, options: PictureOptions = {}): Picture {
  return drawScatter(input, inNode(options));
}

/**
 * Draws ranges as `ranges` of `@vitalcore/plot` does, without a browser.
 *
 * @throws VitalError as there.
 *
 * @example
 * ```ts
 * import { ranges } from "@vitalcore/plot/node";
 * const rows = [{ id: "NAM", label: "Namibia", low: 98, high: 110, value: 103 }];
 * ranges({ title: "Ranks", rows }).toSVG().includes("98 to 110"); // => true
 * ```
 */
export function ranges(input: RangesInput, options: PictureOptions = {}): Picture {
  return drawRanges(input, inNode(options));
}
