import { readFileSync } from "node:fs";
import { mean, replicatesOf, surveyDesign, total } from "@vitalcore/survey";
import { describe, expect, it } from "vitest";
import { readCsv } from "./r/csv.js";
import { referenceFolder } from "./reference.js";

const REPLICATES = 2000;

/** Two strata of districts, schools within them, both drawn from small populations. */
function sample() {
  const rows = Array.from({ length: 2 * 6 * 4 }, (_, i) => {
    const district = Math.floor(i / 4);
    const stratum = Math.floor(district / 6);
    return {
      stratum,
      district,
      school: i,
      districts: stratum === 0 ? 8 : 40,
      schools: 6 + (district % 3),
      w: stratum === 0 ? 2 : 11,
      x: 10 + 3 * Math.sin(district * 2.1) + 2 * Math.cos(i * 1.7),
    };
  });
  return surveyDesign(rows, {
    weights: "w",
    strata: "stratum",
    clusters: ["district", "school"],
    fpc: ["districts", "schools"],
  });
}

describe("multistage bootstrap", () => {
  it("has the variance of all stages, which a bootstrap of the first has not", () => {
    const design = sample();
    const replicated = replicatesOf(design, {
      type: "multistage",
      replicates: REPLICATES,
      seed: 4,
    });
    const linear = total(design, "x").estimates[0]!.standardError!;
    const own = total(replicated, "x").estimates[0]!.standardError!;
    // Four standard errors of a variance from so many replicates.
    expect(Math.abs(own ** 2 / linear ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / REPLICATES));
    const first = replicatesOf(design, { type: "rao-wu", replicates: REPLICATES, seed: 4 });
    expect(total(first, "x").estimates[0]!.standardError! / linear).toBeGreaterThan(1.05);
  });

  it("gives the same weights for a seed, and units that were drawn with certainty no variance", () => {
    const design = sample();
    const method = { type: "multistage", replicates: 20, seed: 9 } as const;
    const [one, two] = [method, method].map((how) => mean(replicatesOf(design, how), "x"));
    expect(one).toEqual(two);
    const census = surveyDesign(
      { x: [1, 2, 4, 9], unit: [1, 2, 3, 4], size: [4, 4, 4, 4] },
      { clusters: "unit", fpc: "size" },
    );
    expect(total(replicatesOf(census, method), "x").estimates[0]?.standardError).toBeCloseTo(0, 12);
  });
});

const folder = referenceFolder("survey");
const file = `${folder}data/repw_rep_boot_mrb.csv`;
const stored = (() => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
})();

// The schools of California may not be shipped: this runs where the reference stands beside the repository.
describe.skipIf(stored === undefined)("multistage bootstrap against R's `mrbbootstrap`", () => {
  it("every factor that R drew is one that we can draw", () => {
    const data = readCsv(readFileSync(`${folder}data/apiclus2.csv`, "utf8"), []);
    const columns = ["dnum", "snum", "fpc1", "fpc2"] as const;
    const numbers = Object.fromEntries(
      columns.map((name) => [name, (data[name] ?? []).map(Number)]),
    ) as Record<(typeof columns)[number], number[]>;
    const design = surveyDesign(numbers, { clusters: ["dnum", "snum"], fpc: ["fpc1", "fpc2"] });
    const { replicates } = replicatesOf(design, { type: "multistage", replicates: 3000 }).parts;
    const weights = design.weights;
    const possible = Array.from(weights, () => new Set<string>());
    const buffer = new Float64Array(weights.length);
    for (let r = 0; r < 3000; r++) {
      replicates?.fill(r, buffer).forEach((w, row) => {
        possible[row]?.add((w / weights[row]!).toFixed(9));
      });
    }
    const theirs = Object.values(readCsv(stored as string, []));
    const strange = theirs.flatMap((column) =>
      column.filter((factor, row) => !possible[row]?.has(Number(factor).toFixed(9))),
    );
    expect(theirs.length).toBe(50);
    expect(strange).toEqual([]);
  });
});
