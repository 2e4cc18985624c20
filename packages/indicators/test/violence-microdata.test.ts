import { readFileSync } from "node:fs";
import { booleansOf, isVitalError } from "@vitalcore/core";
import { type DesignSpec, proportion, surveyDesign } from "@vitalcore/survey";
import { describe, expect, it } from "vitest";
import { multidimensionalPovertyEstimates, violencePrevalence } from "../src/microdata/index.js";
import { globalMpi } from "../src/multidimensional-poverty/index.js";
import {
  deriveViolence,
  MISSING_ANSWER_POLICIES,
  type ViolencePeriod,
  type ViolenceQuestionnaire,
} from "../src/violence/index.js";
import { csvRows, fixture, report } from "./csv.js";
import {
  ACTS,
  dataOf,
  design,
  nameOf,
  questionnaire,
  type Stored,
  stored,
  tallied,
} from "./violence-survey.js";

const { close, compare } = tallied("violence microdata");

const periods = [
  ["life", "lifetime"],
  ["12m", "12 months"],
] as const satisfies readonly (readonly [string, ViolencePeriod])[];
const POLICY_KEYS = [
  "yes_dominates",
  "all_required",
  "dk_as_no",
  "refused_excluded",
  "dk_as_no_refused_excluded",
  "any_answer",
  "missing_as_no",
];

describe.each([1, 2, 3])("simulated survey %d, against R survey 4.5", (file) => {
  const data = dataOf(file);

  it("counts of every kind of missing answer", () => {
    const expected = stored(`tfv${file}_counts`);
    const { counts, findings } = deriveViolence(data, questionnaire, { period: "lifetime" });
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({
      rows: expected.rows,
      outside: expected.rows - expected.interviewed,
      asked: expected.users,
      notAsked: expected.non_users,
      unknown: expected.internet_refused,
    });
    for (const act of ACTS) {
      const { dont_know: dontKnow, blank_on_path: missing, ...rest } = expected.acts[act];
      expect(counts.acts[act]).toEqual({ ...rest, dontKnow, missing });
    }
  });

  it.each(periods)("any act under seven policies, %s", (key, period) => {
    const { policies } = stored(`tfv${file}_any_${key}`);
    MISSING_ANSWER_POLICIES.forEach((policy, i) => {
      for (const [method, interval] of [
        ["logit", "ci_logit"],
        ["mean", "ci_mean_t"],
        ["wilson", "ci_wilson"],
      ] as const) {
        const { result } = violencePrevalence(data, questionnaire, design, {
          period,
          policy,
          interval: method,
        });
        compare(result.estimates[0], policies[POLICY_KEYS[i] as string], interval);
      }
    });
  });

  it.each(periods)("each act, %s", (key, period) => {
    for (const [name, policy] of [
      ["types", "yes-dominates"],
      ["types_missing_no", "missing-as-no"],
    ] as const) {
      const { acts } = stored(`tfv${file}_${name}_${key}`);
      for (const act of ACTS) {
        const { result } = violencePrevalence(data, questionnaire, design, {
          period,
          policy,
          measure: act,
        });
        compare(result.estimates[0], acts[act]);
      }
    }
  });

  it.each(periods)("denominators, %s", (key, period) => {
    const expected = stored(`tfv${file}_denominators_${key}`);
    for (const [denominator, name] of [
      ["asked", "internet_users"],
      ["all-declared-zero", "all_women_declared_zero"],
      ["all-upper-bound", "all_women_upper"],
    ] as const) {
      const { result, assumptions } = violencePrevalence(data, questionnaire, design, {
        period,
        denominator,
      });
      compare(result.estimates[0], expected[name]);
      expect(assumptions).toHaveLength(denominator === "asked" ? 1 : 2);
    }
  });

  it.each(periods)("severity and polyvictimization, %s", (key, period) => {
    const expected = stored(`tfv${file}_severe_poly_${key}`);
    for (const measure of ["severe", "poly2", "poly3"]) {
      compare(
        violencePrevalence(data, questionnaire, design, { period, measure }).result.estimates[0],
        expected[measure],
      );
    }
    for (const [measure, name] of [
      ["count", "mean_count"],
      ["count_min", "mean_count_min"],
    ] as const) {
      const [found] = violencePrevalence(data, questionnaire, design, { period, measure }).result
        .estimates;
      close(found?.value, expected[name].estimate);
      close(found?.standardError, expected[name].se);
    }
  });

  it.each(periods)("age and place, %s", (key, period) => {
    const expected = stored(`tfv${file}_age_place_${key}`);
    for (const [by, groups] of [
      ["age_group", expected.age],
      ["place", expected.place],
    ] as const) {
      const { result } = violencePrevalence(data, questionnaire, design, { period, by });
      expect(result.estimates.length).toBe(Object.keys(groups).length);
      for (const found of result.estimates)
        compare(found, groups[nameOf(Object.values(found.group)[0])]);
    }
  });

  it.each(periods)("differences between groups, %s", (key, period) => {
    const expected = stored(`tfv${file}_contrast_${key}`);
    for (const [by, name] of [
      ["place", "place"],
      ["age_group", "age"],
    ] as const) {
      const { result } = violencePrevalence(data, questionnaire, design, {
        period,
        by,
        covariance: true,
      });
      const { group_a: a, group_b: b } = expected[name];
      const of = (group: unknown) =>
        result.estimates.findIndex((estimate) => String(estimate.group[by]) === String(group));
      const [i, j] = [of(a), of(b)];
      const at = (r: number, c: number) => result.covariance?.[r]?.[c] as number;
      const se = Math.sqrt(at(i, i) + at(j, j) - 2 * at(i, j));
      close(
        (result.estimates[i]?.value as number) - (result.estimates[j]?.value as number),
        expected[name].difference,
      );
      close(se, expected[name].difference_se);
    }
  });

  it("weights of the woman, and what those of the household would give", () => {
    const expected = stored(`tfv${file}_weights`);
    for (const [weights, name] of [
      ["d005", "woman"],
      ["hv005", "household"],
    ] as const) {
      const { result } = violencePrevalence(
        data,
        questionnaire,
        { ...design, weights: { column: weights, divideBy: 1e6 } },
        { period: "lifetime" },
      );
      compare(result.estimates[0], expected[name].any_life);
    }
  });

  it("reporting, perpetrator and platform among lifetime victims", () => {
    const expected = stored(`tfv${file}_reporting`);
    const { table } = deriveViolence(data, questionnaire, { period: "lifetime" });
    const among = (column: string, codes: readonly number[]) =>
      surveyDesign(table, design).subset({
        op: "and",
        args: [
          { op: "coalesce", args: [{ column: "violence_any" }, false] },
          { op: "coalesce", args: [{ op: "in", args: [{ column }, ...codes] }, false] },
        ],
      });
    compare(
      proportion(among("reported", [1, 2]), { column: "reported", event: 1 }).estimates[0],
      expected.reported,
    );
    compare(
      proportion(among("perp", [1, 2, 3, 4, 5]), { column: "perp", event: [1, 2] }).estimates[0],
      expected.partner,
    );
    for (const [column, codes] of [
      ["perp", [1, 2, 3, 4, 5]],
      ["platform", [1, 2, 3, 4]],
    ] as const) {
      codes.forEach((code, i) => {
        const [found] = proportion(among(column, codes), { column, event: code }).estimates;
        close(found?.value, expected[column].estimate[i]);
        if (expected[column].estimate[i] > 0) close(found?.standardError, expected[column].se[i]);
      });
    }
  });

  it("never gives the values of the known mistakes", () => {
    for (const [key, period] of periods) {
      const { wrong = {} } = stored(`tfv${file}_wrong_${key}`);
      const [right] = violencePrevalence(data, questionnaire, design, { period }).result.estimates;
      for (const mistake of Object.values(wrong) as (Stored | number)[]) {
        const value = typeof mistake === "number" ? mistake : mistake.estimate;
        expect(Math.abs((right?.value as number) - value)).toBeGreaterThan(1e-6);
      }
    }
  });
});

describe("deriveViolence", () => {
  const two: ViolenceQuestionnaire = {
    filter: { column: "online", asked: 1, notAsked: 2 },
    acts: [
      { id: "a", lifetime: "a_life", recent: "a_12m" },
      { id: "b", lifetime: "b_life", recent: "b_12m" },
    ],
    codes: { yes: 1, no: 2, dontKnow: 8, refused: 9 },
  };
  const row = { online: 1, a_life: 1, a_12m: 2, b_life: 2, b_12m: null };
  const findingsOf = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (isVitalError(error)) return error.findings;
      throw error;
    }
    return [];
  };

  it("tells the four meanings of a blank apart", () => {
    const rows = [
      row, // twelve months not asked after a lifetime no: a no
      { ...row, a_12m: null }, // should have been asked: unknown
      { online: 2, a_life: null, a_12m: null, b_life: null, b_12m: null }, // not asked: outside
      { online: null, a_life: null, a_12m: null, b_life: null, b_12m: null }, // filter unknown: outside
    ];
    const { table } = deriveViolence(rows, two, { period: "12 months" });
    expect([...booleansOf(table, "violence_any")]).toEqual([0, 255, 255, 255]);
    const declared = deriveViolence(rows, two, {
      period: "12 months",
      denominator: "all-declared-zero",
    });
    expect([...booleansOf(declared.table, "violence_any")]).toEqual([0, 255, 0, 255]);
    expect(declared.assumptions[1]).toContain("assumed, not observed");
  });

  it("reports answers against the routing, and refuses unknown codes and half a questionnaire", () => {
    const { findings } = deriveViolence([{ ...row, b_12m: 1 }], two, { period: "12 months" });
    expect(findings[0]).toMatchObject({
      code: "indicators/against-the-routing",
      facts: { count: 1 },
      place: { row: 1 },
    });
    expect(
      findingsOf(() =>
        deriveViolence([row, { ...row, a_life: 3 }], two, { period: "lifetime" }),
      )[0],
    ).toMatchObject({
      code: "indicators/unknown-code",
      place: { column: "a_life", row: 2 },
      found: 3,
    });
    const half = {
      ...two,
      acts: [
        { id: "a", lifetime: "a_life" },
        { id: "a", lifetime: "b_life" },
      ],
      codes: { yes: 1, no: 1 },
    };
    expect(findingsOf(() => deriveViolence([row], half, { period: "12 months" }))).toHaveLength(4);
    expect(
      findingsOf(() =>
        deriveViolence([row], two, { period: "week" as never, policy: "none" as never }),
      ),
    ).toHaveLength(2);
    expect(
      findingsOf(() => deriveViolence([{ online: 1 }], two, { period: "lifetime" }))[0]?.code,
    ).toBe("core/unknown-column");
  });
});

describe("multidimensional poverty by design, against R", () => {
  const columns = [
    "d_nutr",
    "d_cm",
    "d_educ",
    "d_satt",
    "d_ckfl",
    "d_sani",
    "d_wtr",
    "d_elct",
    "d_hsg",
    "d_asst",
  ];
  const names = columns.values();
  const specification = {
    ...globalMpi,
    dimensions: globalMpi.dimensions.map((dimension) => ({
      ...dimension,
      indicators: dimension.indicators.map((indicator) => ({
        ...indicator,
        id: names.next().value as string,
      })),
    })),
  };
  const data = csvRows(fixture("mpi/mpi_households.csv")).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        cell === "" || cell === "NA"
          ? null
          : name === "region" || name === "area"
            ? cell
            : Number(cell),
      ]),
    ),
  );
  const mpiDesign: DesignSpec = { weights: "weight", strata: "stratum", clusters: "psu" };
  const read = (name: string) =>
    JSON.parse(readFileSync(fixture(`mpi/mpi_${name}.json`), "utf8")).results;
  let compared = 0;
  const near = (found: number | null | undefined, expected: number) => {
    expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(
      1e-12 + 1e-9 * Math.abs(expected),
    );
    compared++;
  };
  const check = (
    estimates: ReturnType<typeof multidimensionalPovertyEstimates>,
    g: number,
    expected: Record<string, never>,
  ) => {
    const { H, H_se, M0, M0_se, A, A_se, H_ci_logit, censored, censored_se, uncensored_se } =
      expected as never as Record<string, number> & {
        H_ci_logit: [number, number];
        censored: Record<string, number>;
        censored_se: Record<string, number>;
        uncensored_se: Record<string, number>;
      };
    near(estimates.headcount[g]?.value, H as number);
    near(estimates.headcount[g]?.standardError, H_se as number);
    near(estimates.headcount[g]?.interval?.lower, H_ci_logit[0]);
    near(estimates.headcount[g]?.interval?.upper, H_ci_logit[1]);
    near(estimates.adjustedHeadcount[g]?.value, M0 as number);
    near(estimates.adjustedHeadcount[g]?.standardError, M0_se as number);
    near(estimates.intensity[g]?.value, A as number);
    near(estimates.intensity[g]?.standardError, A_se as number);
    for (const id of columns) {
      near(estimates.censored[id]?.[g]?.value, censored[id] as number);
      near(estimates.censored[id]?.[g]?.standardError, censored_se[id] as number);
      near(estimates.uncensored[id]?.[g]?.standardError, uncensored_se[id] as number);
    }
  };

  it("national, and by region", () => {
    check(
      multidimensionalPovertyEstimates(data, specification, mpiDesign, { size: "hhsize" }),
      0,
      read("national").result,
    );
    const byRegion = multidimensionalPovertyEstimates(data, specification, mpiDesign, {
      size: "hhsize",
      by: "region",
    });
    const regions = read("by_region");
    byRegion.headcount.forEach(({ group }, g) => {
      check(byRegion, g, regions[String(group.region)]);
    });
    report("MPI by design", compared, compared);
    expect(compared).toBe(6 * 38);
  });
});
