import { type Displayed, type ResultData, type ResultKind, revive } from "@vitalcore/core";
import {
  compareRounds,
  crossTable,
  crossTableResult,
  difference,
  differenceResult,
  estimateColumns,
  estimateRows,
  estimatesResult,
  fayHerriot,
  fayHerriotResult,
  independenceTest,
  independenceTestResult,
  mean,
  observables,
  prevalence,
  prevalenceResult,
  proportion,
  quantile,
  rankTest,
  rankTestResult,
  regression,
  regressionResult,
  roundComparisonResult,
  surveyDesign,
  tTest,
  tTestResult,
} from "@vitalcore/survey";
import { tableFromArrays } from "apache-arrow";
import { describe, expect, it } from "vitest";

const design = surveyDesign(
  {
    psu: [1, 1, 2, 2, 3, 3, 4, 4],
    x: [4, 8, 15, 16, 23, 42, 5, 9],
    online: [1, 0, 1, 1, 0, 1, 1, 0],
    place: ["<b>r</b>", "u", "<b>r</b>", "u", "<b>r</b>", "u", "<b>r</b>", "u"],
  },
  { clusters: "psu" },
);
const means = () => mean(design, "x", { by: "place", designEffect: "with-replacement" });
const areas = [10, 14, 18].map((direct, i) => ({
  area: `area ${i}`,
  direct,
  samplingVariance: 1,
  x: [1],
}));

type Shown = ResultData & Displayed;
const results: Readonly<Record<string, readonly [() => Shown, ResultKind<never>]>> = {
  estimates: [means, estimatesResult as never],
  prevalence: [() => prevalence(design, "online", { by: "place" }), prevalenceResult as never],
  difference: [
    () => difference(design, "x", { by: "place", of: ["u", "<b>r</b>"] }),
    differenceResult as never,
  ],
  tTest: [() => tTest(design, { column: "x", by: "place" }), tTestResult as never],
  rankTest: [() => rankTest(design, { column: "x", by: "place" }), rankTestResult as never],
  crossTable: [
    () => crossTable(design, { rows: "place", columns: "online" }),
    crossTableResult as never,
  ],
  independence: [
    () => independenceTest(design, { rows: "place", columns: "online" }),
    independenceTestResult as never,
  ],
  rounds: [
    () => compareRounds(means(), means(), { changed: "the list of acts" }),
    roundComparisonResult as never,
  ],
  regression: [
    () => regression(design, { outcome: "x", terms: ["place"] }),
    regressionResult as never,
  ],
  areas: [() => fayHerriot(areas), fayHerriotResult as never],
};

describe("results show themselves", () => {
  it.each(Object.entries(results))("%s: as text, HTML and in notebooks", (_, [make, kind]) => {
    const result = make();
    expect(String(result).split("\n").length).toBeGreaterThan(2);
    const html = result.toHTML();
    expect(html).toMatch(/<table>|<dl>/);
    expect(html).not.toContain("<b>r</b>");
    const display = (result as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]!();
    expect(Object.keys(display)).toEqual(["text/plain", "text/markdown", "text/html"]);
    const again = revive(JSON.parse(JSON.stringify(result)), [kind]);
    expect(again).toEqual(result);
    expect(String(again)).toBe(String(result));
    expect(Object.isFrozen(result)).toBe(true);
  });

  it("a comparison says how many degrees of freedom are infinite in JSON too", () => {
    const gap = difference(design, "x", { by: "place", of: ["u", "<b>r</b>"] }, { df: "infinite" });
    expect(gap.degreesOfFreedom).toBeNull();
    expect(gap.interval.method).toBe("normal");
  });
});

describe("results as data", () => {
  it("become rows, columns and Arrow", () => {
    const result = means();
    const arrow = tableFromArrays(estimateColumns(result) as Record<string, unknown[]>);
    expect(arrow.numRows).toBe(2);
    expect(arrow.toArray().map((row) => ({ ...row.toJSON() }))).toEqual(estimateRows(result));
  });

  it("become what observe() takes: breakdown, scale, whole intervals only", () => {
    const [rural] = observables(proportion(design, "online", { by: "place" }));
    expect(rural).toMatchObject({
      variable: "online",
      breakdown: { place: "<b>r</b>" },
      estimate: { value: 0.75, n: 4, nMissing: 0, scale: "proportion" },
    });
    expect(observables(means())[0]?.estimate).not.toHaveProperty("scale");
    const short = surveyDesign({ x: [1, 2, 3, 4], psu: [1, 2, 3, 4] }, { clusters: "psu" });
    const [median] = observables(quantile(short, "x"));
    expect(median?.estimate.value).toBe(2);
    expect(median?.estimate.interval).toBeNull();
  });
});

describe("names of columns are checked where the table's type is known", () => {
  it("by the compiler", () => {
    const calls = [
      // @ts-expect-error no such column
      () => mean(design, "income"),
      // @ts-expect-error no such column to group by
      () => mean(design, "x", { by: "region" }),
      // @ts-expect-error no such column among several
      () => mean(design, ["x", "income"]),
      // @ts-expect-error no such column with an event
      () => prevalence(design, { column: "offline", event: 1 }),
      // @ts-expect-error no such term
      () => regression(design, { outcome: "x", terms: ["region"] }),
      // @ts-expect-error no such term in a product
      () => regression(design, { outcome: "x", terms: [{ crossing: ["place", "region"] }] }),
      // @ts-expect-error no such column of weights
      () => surveyDesign({ x: [1] }, { weights: "w" }),
      // @ts-expect-error no such column of clusters
      () => surveyDesign([{ x: 1 }], { clusters: ["x", "psu"] }),
      // @ts-expect-error no such column in a table of two
      () => crossTable(design, { rows: "place", columns: "offline" }),
    ];
    for (const call of calls) expect(call).toThrow(/income|region|offline|"w"|psu/);
  });

  it("and kept through domains and calibration", () => {
    const urban = design.subset({ op: "==", args: [{ column: "place" }, "u"] });
    // @ts-expect-error no such column
    expect(() => mean(urban, "income")).toThrow(/income/);
    expect(mean(urban, "x").estimates).toHaveLength(1);
  });

  it("a table whose columns are not known takes any name, checked when it runs", () => {
    const rows: Record<string, number>[] = [{ a: 1 }, { a: 2 }];
    expect(mean(surveyDesign(rows, {}), "a").estimates[0]?.value).toBe(1.5);
    expect(() => mean(surveyDesign(rows, {}), "b")).toThrow(/"b"/);
  });
});
