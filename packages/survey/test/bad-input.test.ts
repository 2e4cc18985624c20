import { isVitalError, type Table, tableFrom, type VitalError } from "@vitalcore/core";
import {
  calibrate,
  compareRounds,
  crossTable,
  difference,
  entropyDecomposition,
  gini,
  independenceTest,
  mean,
  postStratify,
  prepareSurvey,
  prevalence,
  proportion,
  quantile,
  type ReplicateSpec,
  rankTest,
  ratio,
  regression,
  relativeGap,
  replicateDesign,
  replicatesOf,
  type SurveyRecipe,
  surveyDesign,
  total,
  trimWeights,
  tTest,
  weightDiagnostics,
} from "@vitalcore/survey";
import { type StatisticsPlan, surveyStatistic } from "@vitalcore/survey/statistics";
import { describe, expect, it } from "vitest";

function errorOf(run: () => unknown): VitalError {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const codesOf = (run: () => unknown) => errorOf(run).findings.map(({ code }) => code);

describe("bad input is refused in words: what, where, what to do", () => {
  it("weights: negative, missing, infinite, all zero", () => {
    const negative = errorOf(() => surveyDesign({ w: [1, -2] }, { weights: "w" }));
    expect(negative.message).toBe(
      'Column "w", row 2: the weight is -2, below zero. A weight says how many people a row stands for; 0 means outside the sample.',
    );
    expect(codesOf(() => surveyDesign({ w: [1, null] }, { weights: "w" }))).toEqual([
      "survey/missing-design-value",
    ]);
    expect(
      codesOf(() => surveyDesign({ w: [1, Number.POSITIVE_INFINITY] }, { weights: "w" })),
    ).toEqual(["core/infinite-value"]);
    expect(codesOf(() => surveyDesign({ w: [0, 0] }, { weights: "w" }))).toEqual([
      "survey/all-weights-zero",
    ]);
  });

  it("a slip in the name of an option, which would otherwise give another design", () => {
    const table = { w: [1, 2], psu: [1, 2] };
    const document: object = { weight: "w", cluster: ["psu"], lonely: "adjusted", nest: "yes" };
    const wrong = errorOf(() => surveyDesign(table, document));
    expect(
      wrong.findings.map(({ code, place, suggestion }) => [code, place.path, suggestion]),
    ).toEqual([
      ["survey/unknown-field", ["weight"], "weights"],
      ["survey/unknown-field", ["cluster"], "clusters"],
      ["survey/option", ["nest"], undefined],
      ["survey/option", ["lonely"], "adjust"],
    ]);
    expect(wrong.message).toContain("`weight` is nothing that the design knows.");
    expect(wrong.message).toContain('`lonely` is "adjusted", and one of fail, remove,');
  });

  it("replicate weights and plans that are none", () => {
    const table = tableFrom({ w: [1, 2] }) as Table;
    const replicates = (document: object) => () =>
      replicateDesign(table, document as ReplicateSpec);
    expect(codesOf(replicates({ weights: "w" }))).toEqual(["survey/option"]);
    expect(codesOf(replicates({ replicates: { columns: "r", type: "jackknife" } }))).toEqual([
      "survey/option",
      "survey/option",
    ]);
    const jackknife = tableFrom({
      w: [1, 1, 1, 1],
      r1: [0, 2, 1, 1],
      r2: [2, 0, 1, 1],
      x: [1, 2, 3, 5],
    }) as Table;
    const jkn = { columns: ["r1", "r2"], type: "JKn" } as const;
    expect(codesOf(() => replicateDesign(jackknife, { weights: "w", replicates: jkn }))).toEqual([
      "survey/option",
    ]);
    // Multipliers tell the scales, as R's svrepdesign (survey 4.1-1) guesses them.
    const guessed = replicateDesign(jackknife, {
      weights: "w",
      replicates: { ...jkn, combined: false },
    });
    expect(mean(guessed, "x").estimates[0]?.standardError).toBeCloseTo(0.25, 14);
    const plan = (document: unknown) => () => surveyStatistic(document as StatisticsPlan);
    const design = { clusters: "psu" };
    expect(codesOf(plan(undefined))).toEqual(["survey/option"]);
    expect(codesOf(plan({ version: 1, statistic: "quantile", design }))).toEqual(["survey/option"]);
    expect(codesOf(plan({ version: 1, statistic: "mean", column: "x", design }))).toEqual([
      "survey/unknown-field",
      "survey/option",
    ]);
    expect(
      codesOf(plan({ version: 1, statistic: "count", design: { ...design, strata: 3 } })),
    ).toEqual(["survey/option"]);
  });

  it("all problems of a design at once", () => {
    const columns = { w: [1, -1, 2], s: ["a", null, "b"], p: [1, 2, 2], n: [0, 5, 5] };
    const codes = codesOf(() =>
      surveyDesign(columns, { weights: "w", strata: "s", clusters: "p", fpc: "n" }),
    );
    expect(codes).toEqual([
      "survey/missing-design-value",
      "survey/fpc-positive",
      "survey/negative-weight",
    ]);
  });

  it("strata with one unit: named, when a variance is asked for", () => {
    const design = surveyDesign(
      { s: ["a", "a", "b"], p: [1, 2, 3], x: [1, 2, 3] },
      { strata: "s", clusters: "p" },
    );
    const { message, code } = errorOf(() => mean(design, "x"));
    expect(code).toBe("survey/lonely-psu");
    expect(message).toContain("1 strata have a single primary sampling unit");
    expect(message).toContain(": b.");
    expect(codesOf(() => replicatesOf(design))).toEqual(["survey/lonely-psu"]);
  });

  it("tests of groups that are not there, or without degrees of freedom", () => {
    const rows = { x: [1, 2, 4, 5], g: ["a", "b", "c", "a"], one: [1, 1, 1, 1], h: [1, 1, 2, 2] };
    const design = surveyDesign(rows, { clusters: "h" });
    expect(() => tTest(design, { column: "x", by: "g" })).toThrowError(
      /g has 3 different values.*exactly 2/,
    );
    expect(() => tTest(design, { column: "x", by: "one" })).toThrowError(/one has 1/);
    expect(() => rankTest(design, { column: "x", by: "one" })).toThrowError(/at least 2/);
    expect(() => tTest(design, { column: "x" })).toThrowError(
      /The t test has 0 degrees of freedom/,
    );
  });

  it("tests of answers that do not vary, or that nobody gave", () => {
    const rows = {
      same: [0.1, 0.1, 0.1, 0.1],
      // In both groups all answers are the same: their difference has no error.
      apart: [0.1, 0.3, 0.1, 0.3],
      none: [null, null, null, null],
      g: ["a", "b", "a", "b"],
    };
    const design = surveyDesign(rows, { missing: "exclude" });
    const message = /has no standard error to judge by/;
    for (const column of ["same", "apart"] as const) {
      expect(() => tTest(design, { column, by: "g" })).toThrowError(message);
      expect(() => rankTest(design, { column, by: "g" })).toThrowError(message);
    }
    expect(() => tTest(design, { column: "same" })).toThrowError(message);
    expect(() => tTest(design, { column: "none" })).toThrowError(/The t test of none has no/);
  });

  it("options that are none of their choices", () => {
    const rows = { x: [1, 2, 4, 5], y: [0, 1, 1, 0] };
    const design = surveyDesign(rows, {});
    const wrong = (option: object) => option as never;
    expect(() => proportion(design, "y", wrong({ interval: "asin" }))).toThrowError(
      /`interval` is "asin", and one of logit, xlogit, .* is needed/,
    );
    expect(() => quantile(design, "x", [0.5], wrong({ rule: "hf10" }))).toThrowError(/`rule`/);
    expect(
      codesOf(() => mean(design, "x", wrong({ missing: "skip", designEffect: true }))),
    ).toEqual(["survey/option", "survey/option"]);
    expect(() => mean(design, "x", wrong({ df: "normal" }))).toThrowError(/`df`/);
    expect(() => surveyDesign(rows, wrong({ lonely: "centered" }))).toThrowError(
      /`lonely` is "centered", and one of fail/,
    );
    expect(() => trimWeights(design, { lower: 3, upper: 2 })).toThrowError(/`lower` is 3/);
  });

  it("a cell that is counted twice", () => {
    const design = surveyDesign({ sex: ["F", "M"], w: [1, 1] }, { weights: "w" });
    const counts = [
      { cell: "F", count: 10 },
      { cell: "M", count: 20 },
      { cell: "F", count: 30 },
    ];
    expect(() => postStratify(design, { columns: "sex", counts })).toThrowError(
      /a second time the count of F is 30/,
    );
  });

  it("differences that cannot be judged, or of more than one category", () => {
    const rows = { g: ["a", "b", "a", "b"], f: ["u", "v", "v", "u"], y: [0, 1, 0, 1] };
    const design = surveyDesign(rows, {});
    const of = ["a", "b"] as const;
    expect(() => difference(design, "f", { by: "g", of })).toThrowError(
      /column "f" is "text", and numbers or `{ column, event }` is needed/,
    );
    expect(() => difference(design, "y", { by: "g", of })).toThrowError(/no standard error/);
    const gap = difference(design, { column: "f", event: "v" }, { by: "g", of });
    expect(gap.difference).toBe(0);
  });

  it("rounds that hold different estimates: all that are not compared are named", () => {
    const round = (x: number[], group: string) =>
      mean(surveyDesign({ x, g: x.map((_, i) => (i < 3 ? "both" : group)) }, {}), "x", { by: "g" });
    const { changes, findings } = compareRounds(
      round([1, 2, 4, 1, 2], "before"),
      round([1, 2, 5, 1, 2], "after"),
    );
    expect(changes.map(({ key }) => key)).toEqual(["x[g=both]"]);
    expect(findings.map(({ facts }) => facts?.estimate)).toEqual(["x[g=before]", "x[g=after]"]);
  });

  it("tables without variation, and weights of nobody", () => {
    // In both strata all rows are alike: the shares of the cells have no error.
    const rows = { f: ["a", "a", "b", "b"], g: ["u", "u", "v", "v"], s: [1, 1, 2, 2] };
    const design = surveyDesign(rows, { strata: "s" });
    for (const method of [
      "rao-scott",
      "rao-scott-exact",
      "rao-scott-first-order",
      "wald",
    ] as const) {
      expect(() => independenceTest(design, { rows: "f", columns: "g" }, { method })).toThrowError(
        /The test of independence of f has no standard error/,
      );
    }
    const nobody = design.subset({ op: "==", args: [{ column: "f" }, "c"] });
    expect(() => weightDiagnostics(nobody)).toThrowError(/rows with a weight in the domain is 0/);
  });

  it("strata with one unit cannot be resampled by an average of the others", () => {
    const design = surveyDesign(
      { s: ["a", "a", "b"], p: [1, 2, 3], x: [1, 2, 3] },
      { strata: "s", clusters: "p", lonely: "average" },
    );
    const { message } = errorOf(() => replicatesOf(design, { type: "bootstrap" }));
    expect(message).toMatch(/`lonely`.*"remove" or "certainty"/);
    expect(replicatesOf(design).parts.replicates?.count).toBe(2);
  });

  it("finite populations: smaller than the sample, mixed with fractions, not constant", () => {
    const fpc = (n: number[], strata = ["a", "a", "a"]) =>
      codesOf(() => surveyDesign({ s: strata, n }, { strata: "s", fpc: "n" }));
    expect(fpc([2, 2, 2])).toEqual(["survey/fpc-below-sample"]);
    expect(fpc([9, 0.5, 9])).toContain("survey/fpc-mixed");
    expect(fpc([9, 9, 10])).toEqual(["survey/fpc-not-constant"]);
  });

  it("cluster numbers that start again in each stratum", () => {
    const columns = { s: ["a", "a", "b", "b"], p: [1, 2, 1, 2], x: [1, 2, 3, 4] };
    const { message } = errorOf(() => surveyDesign(columns, { strata: "s", clusters: "p" }));
    expect(message).toContain('Cluster 1 of "p" is found in stratum a and in stratum b (row 3).');
    expect(message).toContain("`nest: true`");
    const nested = surveyDesign(columns, { strata: "s", clusters: "p", nest: true });
    expect(nested.degreesOfFreedom).toBe(2);
  });

  it("probabilities outside (0, 1]", () => {
    expect(
      errorOf(() => surveyDesign({ p: [0.5, 1.2] }, { probabilities: "p" })).message,
    ).toContain("row 2: 1.2 is not a probability");
    expect(codesOf(() => surveyDesign({ p: [0, 1] }, { probabilities: "p" }))).toEqual([
      "survey/probability-range",
    ]);
  });

  it("text in a numeric column, and an outcome coded 1 and 2", () => {
    const design = surveyDesign({ t: ["x", "y"], a: [1, 2] }, {});
    expect(codesOf(() => ratio(design, { numerator: "t", denominator: "a" }))).toEqual([
      "survey/option",
    ]);
    const { message } = errorOf(() => prevalence(design, "a"));
    expect(message).toContain("holds the values 1, 2, where 0 and 1");
    expect(message).toContain("name the event");
    expect(proportion(design, { column: "a", event: 1 }).estimates[0]?.value).toBe(0.5);
  });

  it("missing answers are an error until it is said what they mean", () => {
    const design = surveyDesign({ x: [1, null, 3, 5] }, {});
    expect(errorOf(() => mean(design, "x")).message).toContain(
      'Column "x" is missing in 1 rows of the domain (first in row 2).',
    );
    const [estimate] = mean(design, "x", { missing: "exclude" }).estimates;
    expect(estimate).toMatchObject({ value: 3, n: 3, nMissing: 1 });
  });

  it("empty domains have no estimate, and say so", () => {
    const design = surveyDesign({ x: [1, 2, 3] }, {}).subset({
      op: ">",
      args: [{ column: "x" }, 9],
    });
    const result = mean(design, "x");
    expect(result.estimates[0]).toMatchObject({
      value: null,
      standardError: null,
      interval: null,
      n: 0,
    });
    expect(result.findings.map(({ code }) => code)).toEqual(["survey/empty-domain"]);
    expect(quantile(design, "x").estimates[0]?.value).toBeNull();
  });

  it("a single unit has an estimate and no interval", () => {
    const result = total(surveyDesign({ x: [5] }, { lonely: "remove" }), "x");
    expect(result.estimates[0]).toMatchObject({ value: 5, interval: null });
    expect(result.findings.map(({ code }) => code)).toEqual(["survey/no-degrees-of-freedom"]);
  });

  it("calibration to totals that contradict each other or have no respondents", () => {
    const design = surveyDesign({ s: ["F", "M", "F"], x: [1, 2, 3] }, {});
    expect(
      codesOf(() => postStratify(design, { columns: "s", counts: [{ cell: "F", count: 9 }] })),
    ).toEqual(["survey/calibration-cells"]);
    expect(
      codesOf(() =>
        calibrate(design, [{ total: 3 }, { column: "x", total: 600 }], { bounds: [0.9, 1.1] }),
      ),
    ).toEqual(["survey/calibration-failed"]);
    const domain = design.subset({ op: "==", args: [{ column: "s" }, "F"] });
    expect(codesOf(() => calibrate(domain, [{ total: 3 }]))).toEqual(["survey/calibration-domain"]);
  });

  it("replicates: wrong counts, strata without two units", () => {
    const columns = { r1: [1, 1], r2: [1, 1] };
    expect(
      codesOf(() =>
        replicateDesign(columns, {
          replicates: { columns: ["r1", "r2"], type: "JKn", rscales: [1] },
        }),
      ),
    ).toEqual(["survey/replicate-shape"]);
    const three = surveyDesign({ s: ["a", "a", "a"] }, { strata: "s" });
    expect(codesOf(() => replicatesOf(three, { type: "BRR" }))).toEqual(["survey/not-two-psus"]);
  });

  it("a regression whose terms say the same twice leaves one out", () => {
    const design = surveyDesign({ y: [1, 2, 3, 5], x: [1, 2, 3, 4], twice: [2, 4, 6, 8] }, {});
    const { coefficients } = regression(design, { outcome: "y", terms: ["x", "twice"] });
    expect(coefficients[2]?.value).toBeNull();
  });

  it("a design effect without a comparison is left out, and it is said once", () => {
    const normalized = surveyDesign({ x: [1, 2, 3], w: [1, 1, 1] }, { weights: "w" });
    const { estimates, findings } = mean(normalized, "x", { designEffect: "without-replacement" });
    expect(estimates[0]?.designEffect).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["survey/undefined-design-effect"]);
    expect(findings[0]?.message).toMatch(/the weights sum to 3, not above the 3 rows/);
  });

  it("options are checked", () => {
    const design = surveyDesign({ x: [1, 2] }, {});
    expect(codesOf(() => mean(design, "x", { level: 95 }))).toEqual(["survey/option"]);
    expect(codesOf(() => quantile(design, "x", [50]))).toEqual(["survey/option"]);
  });

  it("headers that are names of a prototype are columns like others", () => {
    const rows = [
      { ["__proto__"]: 1, constructor: 2 },
      { ["__proto__"]: 3, constructor: 4 },
    ];
    const columns = Object.fromEntries([
      ["__proto__", [1, 3]],
      ["constructor", [2, 4]],
    ]);
    expect(mean(surveyDesign(columns, {}), "constructor").estimates[0]?.value).toBe(3);
    expect(rows.length).toBe(2);
  });
});

describe("columns marked identifying", () => {
  const columns = { village: ["Hill Farm", "River"], w: [1, -5], x: [1, 7] };
  const identifying = { identifying: ["village", "w", "x"] };

  it("never appear in messages", () => {
    const { message, findings } = errorOf(() =>
      surveyDesign(columns, { weights: "w" }, identifying),
    );
    expect(message).not.toContain("-5");
    expect(JSON.stringify(findings)).not.toContain("-5");
    const coded = surveyDesign({ x: [3, 7] }, {}, { identifying: ["x"] });
    expect(JSON.stringify(errorOf(() => proportion(coded, "x")).findings)).not.toMatch(/[37]/);
  });

  it("never appear in what compares, models or reads them", () => {
    const n = 12;
    const own = {
      village: Array.from({ length: n }, (_, i) => ["Hill Farm", "River", "Ford"][i % 3] as string),
      code: Array.from({ length: n }, (_, i) => [7171, 8181, 9191][i % 3] as number),
      x: Array.from({ length: n }, (_, i) => 1 + (i % 5)),
      y: Array.from({ length: n }, (_, i) => i % 2),
    };
    const table = tableFrom(own, { identifying: ["village", "code"] });
    const design = surveyDesign(table, {});
    const between = { column: "village", reference: "Hill", compared: "Rive" } as const;
    const asked = { column: "code", yes: 1, no: 2 } as const;
    const spec: SurveyRecipe = { version: 1, design: {}, outcomes: { a: asked } };
    const told = [
      crossTable(design, { rows: "village", columns: "y" }),
      independenceTest(design, { rows: "village", columns: "y" }),
      regression(design, { outcome: "x", terms: [{ crossing: ["village", "y"] }] }),
      entropyDecomposition(design, "x", "village"),
      gini(design, "x", { by: "village", covariance: true }),
      quantile(design, "x", [0.5], { by: "village" }),
      prepareSurvey(table, spec).findings,
      errorOf(() => relativeGap(design, "x", between)).findings,
      errorOf(() =>
        regression(design, { outcome: "x", terms: [{ column: "village", base: "Hill" }] }),
      ).findings,
    ];
    for (const what of told) {
      expect(JSON.stringify(what)).not.toMatch(/Hill Farm|River|Ford|\b(?:7171|8181|9191)\b/);
    }
  });

  it("never appear in results", () => {
    const design = surveyDesign({ ...columns, w: [1, 1] }, { weights: "w" }, identifying);
    const result = mean(design, "x", { by: "village" });
    expect(JSON.stringify(result)).not.toContain("Hill Farm");
    expect(JSON.stringify(proportion(design, "village"))).not.toContain("River");
  });
});
