import { existsSync, readFileSync } from "node:fs";
import { type Column, cellAt, numberColumn, type Table, tableOf } from "@vitalcore/core";
import {
  atkinson,
  type BinomialMethod,
  binomialDifference,
  binomialInterval,
  type Estimate,
  fosterGreerThorbecke,
  generalizedEntropy,
  gini,
  mean,
  ratio,
  type SurveyDesign,
  surveyDesign,
  withColumns,
} from "@vitalcore/survey";
import { describe, expect, it } from "vitest";
import { agrees } from "./r/compare.js";
import { readCsv } from "./r/csv.js";
import { columnOf } from "./r/survey.js";
import { readJson, referenceFolder } from "./reference.js";

const root = referenceFolder("survey") as string;
type Node = Record<string, unknown>;

const tableFile = (name: string): Table =>
  tableOf(
    Object.entries(readCsv(readFileSync(`${root}data/${name}`, "utf8"))).map(([column, cells]) => [
      column,
      columnOf(cells),
    ]),
  );

function problemsOf(
  own: Readonly<Record<string, unknown>>,
  wanted: Node,
  tolerance: number,
): string[] {
  return Object.entries(own).flatMap(([name, value]) => {
    const want = wanted[name];
    if (want === undefined) return [];
    const pairs = [value].flat().map((have, i) => [have, [want].flat()[i]] as const);
    return pairs.flatMap(([have, expected]) =>
      agrees(have, expected, tolerance, 1e-12)
        ? []
        : [`${name}: ${String(have)} where ${String(expected)}`],
    );
  });
}

const value = (result: { readonly estimates: readonly Estimate[] }) => result.estimates[0]?.value;

describe("closed forms of inequality", () => {
  const measures = (design: SurveyDesign, line: number) => ({
    mean: value(mean(design, "income")),
    gini_R_convey: value(gini(design, "income", { definition: "convey" })),
    gini_midpoint: value(gini(design, "income")),
    ...Object.fromEntries(
      [0.5, 1, 2].map((epsilon) => [
        `atkinson_${epsilon}`,
        value(atkinson(design, "income", { epsilon })),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries({ ge_minus1: -1, ge_0_mld: 0, "ge_0.5": 0.5, theil_1: 1, ge_2: 2 }).map(
        ([name, alpha]) => [name, value(generalizedEntropy(design, "income", { alpha }))],
      ),
    ),
    ...Object.fromEntries(
      [0, 1, 2].map((alpha) => [
        `fgt${alpha}`,
        value(fosterGreerThorbecke(design, "income", { line, alpha })),
      ]),
    ),
  });

  it("ineq_closed_small", () => {
    const { results } = readJson(`${root}cases/ineq_closed_small.json`) as {
      results: Record<"weighted" | "unweighted", Node>;
    };
    const table = tableFile("income_small.csv");
    const weighted = surveyDesign(table, { weights: "w" });
    const plain = surveyDesign(table, {});
    expect(problemsOf(measures(weighted, 1000), results.weighted, 1e-12)).toEqual([]);
    expect(problemsOf(measures(plain, 1000), results.unweighted, 1e-12)).toEqual([]);
  });

  it.skipIf(!existsSync(`${root}data/eusilc_third.csv`))("ineq_closed_eusilc", () => {
    const { results } = readJson(`${root}cases/ineq_closed_eusilc.json`) as {
      results: Record<"all" | "vienna", Node>;
    };
    const design = surveyDesign(tableFile("eusilc_third.csv"), { weights: "w" });
    const vienna = design.subset({ op: "==", args: [{ column: "region" }, "Vienna"] });
    expect(problemsOf(measures(design, 10_000), results.all, 1e-12)).toEqual([]);
    expect(problemsOf(measures(vienna, 10_000), results.vienna, 1e-12)).toEqual([]);
  });
});

describe("multidimensional poverty through means and ratios", () => {
  const { results } = readJson(`${root}cases/mpi_national.json`) as {
    results: { weights: { indicators_18ths: Record<string, number> }; result: Node };
  };
  const eighteenths = results.weights.indicators_18ths;
  const indicators = Object.keys(eighteenths);
  const table = tableFile("mpi_households.csv");
  const column = (name: string) => (table.column(name) as { values: Float64Array }).values;

  /** Deprivation scores in whole eighteenths; persons are the unit. */
  function designFor(k: number): SurveyDesign {
    const score = new Float64Array(table.length);
    for (const name of indicators) {
      column(name).forEach((deprived, row) => {
        score[row]! += deprived * eighteenths[name]!;
      });
    }
    const people = column("weight").map((w, row) => w * column("hhsize")[row]!);
    const poor = score.map((c) => (Number.isNaN(c) ? Number.NaN : +(c >= k)));
    const censored = Object.fromEntries(
      indicators.map((name) => [
        `censored_${name}`,
        numberColumn(column(name).map((d, row) => d * poor[row]!)),
      ]),
    );
    const derived = withColumns(table, {
      people: numberColumn(people),
      poor: numberColumn(poor),
      intensity: numberColumn(score.map((c, row) => (c / 18) * poor[row]!)),
      ...censored,
    });
    const spec = { weights: "people", strata: "stratum", clusters: "psu", nest: true } as const;
    const design = surveyDesign(derived, spec) as SurveyDesign;
    return design.subset({ op: "not", args: [{ op: "missing", args: [{ column: "poor" }] }] });
  }

  function measure(design: SurveyDesign): Node {
    const [h] = mean(design, "poor", { interval: "logit" }).estimates;
    const [m0] = mean(design, "intensity", { interval: "logit" }).estimates;
    const [a] = ratio(design, { numerator: "intensity", denominator: "poor" }).estimates;
    return {
      n_used: h?.n,
      degf: h?.degreesOfFreedom,
      H: h?.value,
      H_se: h?.standardError,
      M0: m0?.value,
      M0_se: m0?.standardError,
      A: a?.value,
      A_se: a?.standardError,
      H_ci_logit: [h?.interval?.lower, h?.interval?.upper],
      M0_ci_logit: [m0?.interval?.lower, m0?.interval?.upper],
      uncensored: indicators.map((name) => value(mean(design, name))),
      censored: indicators.map((name) => value(mean(design, `censored_${name}`))),
      censored_se: indicators.map(
        (name) => mean(design, `censored_${name}`).estimates[0]?.standardError,
      ),
    };
  }

  const inOrder = (wanted: Node): Node =>
    Object.fromEntries(
      Object.entries(wanted).map(([name, own]) => [
        name,
        typeof own === "object" && own !== null && !Array.isArray(own)
          ? indicators.map((indicator) => (own as Node)[indicator])
          : own,
      ]),
    );

  it("mpi_national", () => {
    expect(problemsOf(measure(designFor(6)), inOrder(results.result), 1e-10)).toEqual([]);
  });

  it("mpi_k_sweep", () => {
    const sweep = readJson(`${root}cases/mpi_k_sweep.json`) as { results: Record<string, Node> };
    for (const wanted of Object.values(sweep.results)) {
      const k = wanted.k_18ths as number;
      const own = measure(designFor(k));
      expect(problemsOf(own, inOrder(wanted), 1e-10).map((problem) => `k ${k} ${problem}`)).toEqual(
        [],
      );
    }
  });

  it.each([
    ["mpi_by_area", "area"],
    ["mpi_by_head", "head_female"],
    ["mpi_by_region", "region"],
  ])("%s", (id, by) => {
    const groups = readJson(`${root}cases/${id}.json`) as { results: Record<string, Node> };
    const design = designFor(6);
    const isText = table.column(by).kind === "text";
    for (const [label, wanted] of Object.entries(groups.results)) {
      const cell = isText ? label : Number(label);
      const group = design.subset({ op: "==", args: [{ column: by }, cell] });
      expect(problemsOf(measure(group), inOrder(wanted), 1e-10)).toEqual([]);
    }
  });

  it.skipIf(!existsSync(`${root}cases/mpi_mpitbR.json`))("mpi_mpitbR", () => {
    const { results: stored } = readJson(`${root}cases/mpi_mpitbR.json`) as {
      results: { table: Record<string, readonly (string | number | null)[]> };
    };
    const rows = stored.table;
    const at = (name: string, i: number) => rows[name]?.[i] ?? null;
    // mpitbR drops incomplete households before the design is built, and takes the degrees of freedom of all.
    const designs = new Map([4, 6, 9].map((k) => [k, completeDesign(designFor(k))]));
    const problems: string[] = [];
    let compared = 0;
    rows.measure?.forEach((measureName, i) => {
      const name = String(measureName);
      if (!["H", "M0", "A", "hd", "hdk"].includes(name)) return;
      const k = at("k", i) === null ? 6 : Math.ceil((Number(at("k", i)) / 100) * 18 - 1e-4);
      const whole = designs.get(k) as SurveyDesign;
      const level = String(at("loa", i));
      const design =
        level === "nat"
          ? whole
          : whole.subset({ op: "==", args: [{ column: level }, String(at("subg", i))] });
      const indicator = String(at("indicator", i));
      const columns: Record<string, string> = {
        H: "poor",
        M0: "intensity",
        hd: indicator,
        hdk: `censored_${indicator}`,
      };
      const options = { interval: "logit", df: whole.degreesOfFreedom } as const;
      const result =
        name === "A"
          ? mean(design.subset({ op: "==", args: [{ column: "poor" }, 1] }), "intensity", options)
          : mean(design, columns[name] as string, options);
      const [e] = result.estimates;
      const own = {
        b: e?.value,
        se: e?.standardError,
        ll: e?.interval?.lower,
        ul: e?.interval?.upper,
      };
      const wanted = Object.fromEntries(Object.keys(own).map((key) => [key, at(key, i)]));
      compared += 1;
      problems.push(...problemsOf(own, wanted, 1e-6).map((p) => `${name} ${k} ${level} ${p}`));
    });
    expect(compared).toBeGreaterThan(200);
    expect(problems).toEqual([]);
  });

  /** The design of the complete households alone. */
  function completeDesign(design: SurveyDesign): SurveyDesign {
    const { table: all, domain } = design.parts;
    const kept = [...(domain ?? [])].flatMap((inside, row) => (inside === 1 ? [row] : []));
    const rows = kept.map((row) =>
      Object.fromEntries(all.names.map((name) => [name, cellAt(all.column(name) as Column, row)])),
    );
    const spec = { weights: "people", strata: "stratum", clusters: "psu", nest: true } as const;
    return surveyDesign(rows, spec) as unknown as SurveyDesign;
  }
});

describe("simple samples", () => {
  it("unweighted_prop", () => {
    const { results } = readJson(`${root}cases/unweighted_prop.json`) as {
      results: readonly Node[];
    };
    const methods: Readonly<Record<string, BinomialMethod>> = {
      wilson: "wilson",
      wilson_cc_R: "wilson-corrected-r",
      wilson_cc_newcombe: "wilson-corrected",
      clopper_pearson: "clopper-pearson",
      agresti_coull: "agresti-coull",
      jeffreys: "jeffreys",
    };
    const problems = results.flatMap((wanted) =>
      Object.entries(methods).flatMap(([name, method]) => {
        const { x, n, level } = wanted as { x: number; n: number; level: number };
        const { lower, upper } = binomialInterval(x, n, { method, level });
        return problemsOf({ [name]: [lower, upper] }, wanted, 1e-12).map(
          (problem) => `${x}/${n} ${level} ${problem}`,
        );
      }),
    );
    expect(problems).toEqual([]);
  });

  it("unweighted_diff", () => {
    const { results } = readJson(`${root}cases/unweighted_diff.json`) as {
      results: readonly Node[];
    };
    const problems = results.flatMap((wanted) => {
      const { x1, n1, x2, n2 } = wanted as Record<string, number>;
      const found = binomialDifference({ x: x1!, n: n1! }, { x: x2!, n: n2! });
      const limits = (name: "wald" | "waldCorrected" | "newcombe") => [
        found[name].lower,
        found[name].upper,
      ];
      return problemsOf(
        {
          diff: found.difference,
          wald: limits("wald"),
          wald_cc: limits("waldCorrected"),
          newcombe: limits("newcombe"),
          chisq: found.chiSquare,
          chisq_cc: found.chiSquareCorrected,
          p: found.pValue,
        },
        wanted,
        1e-12,
      ).map((problem) => `${x1}/${n1} ${x2}/${n2} ${problem}`);
    });
    expect(problems).toEqual([]);
  });
});
