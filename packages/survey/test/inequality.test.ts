import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Columns } from "@vitalcore/core";
import {
  atkinson,
  type ColumnName,
  contrast,
  type EstimateOptions,
  type Estimates,
  entropyDecomposition,
  estimateKey,
  fosterGreerThorbecke,
  generalizedEntropy,
  gini,
  incomeOfPoorest,
  jDivergence,
  lorenzShares,
  mean,
  medianOfPoor,
  povertyLine,
  quantile,
  quintileShareRatio,
  relativeGap,
  relativeMedianPovertyGap,
  replicatesOf,
  type SurveyDesign,
  surveyDesign,
  watts,
  zenga,
} from "@vitalcore/survey";
import { describe, expect, it } from "vitest";

interface Reference {
  readonly data: {
    readonly stratum: number[];
    readonly psu: number[];
    readonly w: number[];
    readonly sex: string[];
    readonly income: number[];
  };
  readonly byGroup: Readonly<Record<string, { values: number[]; covariance: number[][] }>>;
  readonly decomposition: readonly { alpha: number; values: number[]; covariance: number[][] }[];
  readonly relativeGap: { readonly value: number; readonly se: number };
  readonly giniDesignEffect: number;
}

const file = fileURLToPath(new URL("./fixtures/synthetic/inequality.json", import.meta.url));
const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;
const spec = { weights: "w", strata: "stratum", clusters: "psu" } as const;
const design = surveyDesign(reference.data, spec);

type Options = EstimateOptions;
type Measure = <Row extends Columns & { income: number | null }>(
  sample: SurveyDesign<Row>,
  options: Options & EstimateOptions<ColumnName<Row>>,
) => Estimates;

const smooth: Readonly<Record<string, Measure>> = {
  gini: (sample, options) => gini(sample, "income", options),
  atkinson: (sample, options) => atkinson(sample, "income", options),
  theil: (sample, options) => generalizedEntropy(sample, "income", options),
  jdiv: (sample, options) => jDivergence(sample, "income", options),
  zenga: (sample, options) => zenga(sample, "income", options),
  gap: (sample, options) =>
    fosterGreerThorbecke(sample, "income", { line: 800, alpha: 1, ...options }),
  watts: (sample, options) => watts(sample, "income", { line: 800, ...options }),
};
const relative: Readonly<Record<string, Measure>> = {
  poverty: (sample, options) =>
    fosterGreerThorbecke(sample, "income", { line: { share: 0.6, of: "median" }, ...options }),
  wattsOfMean: (sample, options) =>
    watts(sample, "income", { line: { share: 0.5, of: "mean" }, ...options }),
  medianOfPoor: (sample, options) => medianOfPoor(sample, "income", options),
  medianGap: (sample, options) => relativeMedianPovertyGap(sample, "income", options),
  quintiles: (sample, options) => quintileShareRatio(sample, "income", options),
  poorest: (sample, options) => incomeOfPoorest(sample, "income", options),
  quantile: (sample, options) =>
    quantile(sample, "income", [0.25, 0.5], { interval: "density", ...options }),
  lorenz: (sample, options) => lorenzShares(sample, "income", [0.2, 0.5], options),
};

function close(actual: number | null | undefined, wanted: number, what: string): void {
  expect(Math.abs((actual ?? Number.NaN) - wanted), what).toBeLessThanOrEqual(
    1e-9 * Math.abs(wanted) + 1e-15,
  );
}

function closeMatrix(actual: Estimates["covariance"], wanted: number[][], what: string): void {
  const size = Math.max(...wanted.flat().map(Math.abs));
  wanted.forEach((row, i) => {
    row.forEach((value, j) => {
      const difference = Math.abs((actual?.[i]?.[j] ?? Number.NaN) - value);
      expect(difference, `${what} [${i},${j}]`).toBeLessThanOrEqual(1e-9 * size);
    });
  });
}

describe("inequality measures against complex-step derivatives in R", () => {
  it.each(Object.entries(reference.byGroup))(
    "%s by group, with covariance",
    (name, { values, covariance }) => {
      const result = smooth[name]!(design, { by: "sex", covariance: true });
      result.estimates.forEach(({ value }, g) => {
        close(value, values[g]!, `${name} ${g}`);
      });
      closeMatrix(result.covariance, covariance, name);
      const [first, second] = result.estimates.map(estimateKey) as [string, string];
      const { estimates } = contrast(result, { gap: { [first]: 1, [second]: -1 } });
      const variance =
        covariance[0]![0]! + covariance[1]![1]! - covariance[0]![1]! - covariance[1]![0]!;
      close(estimates[0]?.standardError, Math.sqrt(variance), `${name} difference`);
    },
  );

  it.each(reference.decomposition)(
    "generalized entropy $alpha, between and within",
    ({ alpha, values, covariance }) => {
      const result = entropyDecomposition(design, "income", "sex", { alpha, covariance: true });
      result.estimates.forEach(({ value, category }, j) => {
        close(value, values[j]!, String(category));
      });
      closeMatrix(result.covariance, covariance, `alpha ${alpha}`);
    },
  );

  it("relative gap of two groups, design effect of a Gini coefficient", () => {
    const between = { column: "sex", reference: "m", compared: "f" } as const;
    const [gap] = relativeGap(design, "income", between).estimates;
    close(gap?.value, reference.relativeGap.value, "value");
    close(gap?.standardError, reference.relativeGap.se, "standard error");
    const [whole] = gini(design, "income", { designEffect: "with-replacement" }).estimates;
    close(whole?.designEffect, reference.giniDesignEffect, "design effect");
  });
});

describe("what must hold of every inequality measure", () => {
  const all = Object.entries({ ...smooth, ...relative });

  it.each(all)("%s: groups are domains, with and without covariance", (_, measure) => {
    const grouped = measure(design, { by: "sex" });
    const joint = measure(design, { by: "sex", covariance: true });
    joint.estimates.forEach((estimate, i) => {
      const { value, standardError } = grouped.estimates[i]!;
      close(estimate.value, value!, "value");
      close(estimate.standardError, standardError!, "standard error");
    });
    const width = grouped.estimates.length / 2;
    const women = measure(design.subset({ op: "==", args: [{ column: "sex" }, "f"] }), {});
    for (let j = 0; j < width; j++) {
      close(women.estimates[j]?.value, grouped.estimates[j]!.value!, "domain");
      close(
        women.estimates[j]?.standardError,
        grouped.estimates[j]!.standardError!,
        "domain's error",
      );
    }
  });

  it.each(all)("%s: multiplied weights change nothing but income totals", (name, measure) => {
    if (name === "poorest") return;
    // The bandwidth of R's convey is of the sum of weights, so that errors at a quantile do change.
    const { data } = reference;
    const doubled = surveyDesign({ ...data, w: data.w.map((w) => 2 * w) }, spec);
    measure(doubled, {}).estimates.forEach(({ value, standardError }, i) => {
      const own = measure(design, {}).estimates[i]!;
      close(value, own.value!, "value");
      if (name in smooth) close(standardError, own.standardError!, "standard error");
    });
  });

  it.each(Object.entries(smooth))("%s: the jackknife agrees nearly", (_, measure) => {
    const jackknife = replicatesOf(design);
    const options = { by: "sex", covariance: true } as const;
    const linear = measure(design, options);
    const replicated = measure(jackknife, options);
    const size = Math.max(...(linear.covariance ?? []).flat().map(Math.abs));
    linear.covariance?.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(Math.abs((replicated.covariance?.[i]?.[j] ?? 0) - value)).toBeLessThan(0.2 * size);
      });
    });
  });

  it("the design effect of a mean's influence is that of the mean", () => {
    const options = { designEffect: "without-replacement", by: "sex" } as const;
    const share = fosterGreerThorbecke(design, "income", { line: 800, ...options });
    const poor = surveyDesign(
      { ...reference.data, poor: reference.data.income.map((income) => +(income <= 800)) },
      spec,
    );
    mean(poor, "poor", options).estimates.forEach(({ designEffect }, g) => {
      close(share.estimates[g]?.designEffect, designEffect!, `group ${g}`);
    });
  });

  it("amounts of zero are left out and reported, unknown groups refused", () => {
    const { data } = reference;
    const some = surveyDesign(
      { ...data, income: data.income.map((x, i) => (i < 3 ? 0 : x)) },
      spec,
    );
    for (const measure of [zenga, jDivergence, atkinson]) {
      const { findings } = measure(some, "income");
      expect(findings.map(({ code }) => code)).toContain("survey/not-positive");
    }
    const between = { column: "sex", reference: "m", compared: "x" } as const;
    expect(() => relativeGap(design, "income", between)).toThrow(
      /"sex" is "x", and one of: f, m is needed/,
    );
    expect(() => incomeOfPoorest(design, "income", { share: 1 })).toThrow(
      /`share` is 1, and a share between/,
    );
  });

  it("the linearized median of the sample is the line of 100 % of the median", () => {
    const [median] = quantile(design, "income", [0.5], { interval: "density" }).estimates;
    const [line] = povertyLine(design, "income", { line: { share: 1, of: "median" } }).estimates;
    expect(median?.value).toBe(line?.value);
    close(median?.standardError, line!.standardError!, "standard error");
    expect(median?.interval).toMatchObject({ method: "t" });
  });

  it("nobody poor: no median of the poor, and it is said", () => {
    const { estimates, findings } = medianOfPoor(design, "income", { line: 1 });
    expect(estimates[0]?.value).toBeNull();
    expect(findings.length).toBeGreaterThan(0);
  });
});
