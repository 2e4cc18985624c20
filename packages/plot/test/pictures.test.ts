import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { coverageMatrix, profile, ranges, rankedBars, scatter } from "@vitalcore/plot/node";
import { describe, expect, test } from "vitest";
import {
  covered,
  profiled,
  ranged,
  rangedMany,
  ranked,
  rankedMany,
  rankedTop,
  scattered,
} from "./samples.js";

/** `UPDATE_PICTURES=1 npx vitest run packages/plot` draws them anew: look at them before committing. */
const update = process.env.UPDATE_PICTURES === "1";
const folder = new URL("./fixtures/output/", import.meta.url);
const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

/** Elements, attributes and texts, with `#` for each number; and the numbers. */
function structure(svg: string) {
  return {
    shape: svg.replace(/></g, ">\n<").replace(NUMBER, "#"),
    numbers: (svg.match(NUMBER) ?? []).map(Number),
  };
}

describe("a picture stays as it was looked at", () => {
  test.each([
    ["ranked", rankedBars(ranked), 720],
    ["ranked-narrow", rankedBars(ranked), 360],
    ["ranked-many", rankedBars(rankedMany), 720],
    ["ranked-top", rankedBars(rankedTop), 360],
    ["ranges", ranges(ranged), 720],
    ["ranges-narrow", ranges(ranged), 360],
    ["ranges-many", ranges(rangedMany), 720],
    ["profile", profile(profiled), 720],
    ["profile-narrow", profile(profiled), 360],
    ["coverage", coverageMatrix(covered), 720],
    ["coverage-narrow", coverageMatrix(covered), 200],
    ["scatter", scatter(scattered), 720],
    ["scatter-narrow", scatter(scattered), 360],
  ])("%s", (name, picture, width) => {
    const file = new URL(`${name}.svg`, folder);
    const svg = picture.toSVG({ width });
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, `${svg}\n`);
    }
    expect(existsSync(file), "draw it with UPDATE_PICTURES=1").toBe(true);
    const drawn = structure(svg);
    const stored = structure(readFileSync(file, "utf8").trimEnd());
    expect(drawn.shape).toBe(stored.shape);
    drawn.numbers.forEach((number, i) => {
      expect(number).toBeCloseTo(stored.numbers[i] as number, 2);
    });
  });
});
