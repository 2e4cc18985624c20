import { isVitalError } from "@vitalcore/core";
import { checkObservations } from "@vitalcore/domain";
import { describe, expect, it } from "vitest";
import {
  connectivityEstimates,
  groupGapEstimate,
  type Trait,
  violencePrevalence,
} from "../src/microdata/index.js";
import { computedIndicators } from "../src/registry/index.js";
import { knownDefinitions } from "../src/registry/known-definitions.js";
import {
  estimatedIndicators,
  estimateIndicator,
  estimatorSchema,
} from "../src/registry/microdata.js";
import { csvRows, fixture } from "./csv.js";
import { ACTS, dataOf, questionnaire, design as violenceDesign } from "./violence-survey.js";

const at = { area: "NAM", period: "2018" };
const definitions = knownDefinitions();
const entries: Readonly<Record<string, () => Promise<object>>> = {
  connectivity: () => import("../src/connectivity/index.js"),
  violence: () => import("../src/violence/index.js"),
  microdata: () => import("../src/microdata/index.js"),
  poverty: () => import("../src/poverty/index.js"),
  inequality: () => import("../src/inequality/index.js"),
  "multidimensional-poverty": () => import("../src/multidimensional-poverty/index.js"),
  "human-development": () => import("../src/human-development/index.js"),
  food: () => import("../src/food/index.js"),
  rates: () => import("../src/rates/index.js"),
  registry: () => import("../src/registry/index.js"),
  "registry/microdata": () => import("../src/registry/microdata.js"),
};

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

describe("every definition that names a calculator", () => {
  it("names a function that is there", async () => {
    for (const { id, calculator } of definitions.values()) {
      if (calculator === undefined) continue;
      const [entry = "", name = ""] = calculator.split("#");
      const exported = (await entries[entry]?.()) as Record<string, unknown> | undefined;
      expect(exported?.[name], `${id}: ${calculator}`).toBeTypeOf("function");
    }
  });
  it("can be computed by id, from numbers or from microdata; the others cannot", () => {
    const reachable = new Set([...computedIndicators(), ...estimatedIndicators()]);
    const named = [...definitions.values()].filter(({ calculator }) => calculator !== undefined);
    expect(named.map(({ id }) => id).filter((id) => !reachable.has(id))).toEqual([]);
    const names = new Set(named.map(({ id }) => id));
    expect([...reachable].filter((id) => !names.has(id))).toEqual([]);
  });
  it("leaves out only what is counted or published as it stands", () => {
    const without = [...definitions.values()].filter(({ calculator }) => calculator === undefined);
    expect(without.map(({ id }) => id).sort()).toEqual([
      "disaster-displacement",
      "inform-access-to-health-care",
      "inform-food-security",
      "inform-governance",
      "inform-natural-hazard-exposure",
      "inform-recent-disaster-shocks",
      "journalists-killed",
      "life-expectancy",
      "migrant-deaths",
      "mobile-money-active",
      "relative-autonomy",
      "resilience-capacity",
    ]);
  });
});

const columnsOf = (rows: readonly Record<string, unknown>[]) =>
  Object.fromEntries(
    Object.keys(rows[0] as object).map((name) => [name, rows.map((row) => row[name])]),
  );
const violence = columnsOf(dataOf(1));
const survey = columnsOf(
  csvRows(fixture("connectivity/survey.csv")).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        cell === "" ? null : name === "sex" || name === "place" ? cell : Number(cell),
      ]),
    ),
  ),
);
const asked = (column: string) => ({ column, yes: 1, no: 2, noAnswer: [8] });
const device = asked("phone");
const quality = { column: "mbps", atLeast: 10 };
const connectivity = {
  data: survey,
  design: { weights: "w", strata: "stratum", clusters: "psu" },
};
const TRAITS: Readonly<Record<string, unknown>> = {
  uses: { column: "online", yes: 1, no: 2 },
  covered: asked("signal"),
  device,
  skills: asked("skills"),
  quality,
  meaningful: { all: [device, quality, asked("daily")] },
  trait: device,
  barriers: [{ name: "signal", has: asked("signal") }],
  by: "sex",
  group: "F",
  reference: "M",
};
const VIOLENCE: Readonly<Record<string, unknown>> = {
  questionnaire,
  denominator: "asked",
  severity: Object.fromEntries(ACTS.map((act) => [act, 1])),
  among: "victims",
  questions: {
    reported: { column: "reported", codes: { yes: 1, no: 2, dontKnow: 8, refused: 9 } },
    to: { column: "reported_to", answers: { police: 1, platform: 2, friend: 3, service: 4 } },
    authorities: ["police"],
    platform: "platform",
    help: { column: "reported", codes: { yes: 1, no: 2, dontKnow: 8, refused: 9 } },
    acted: { column: "acted", codes: { yes: 1, no: 2 } },
  },
  question: { column: "platform", answers: { network: 1, other: [2, 3, 4] }, noAnswer: [8] },
  by: "place",
  female: 1,
  male: 2,
};
const ANY_OF = new Set(["tfvaw-harm", "tfvaw-offline-spillover", "tfvaw-chilling-effect"]);

function inputsOf(id: string): Record<string, unknown> {
  const { required = [] } = estimatorSchema(id) as { required?: string[] };
  const isViolence = required.includes("questionnaire");
  const given = isViolence ? VIOLENCE : TRAITS;
  const named = Object.fromEntries(
    required.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]),
  );
  if (!isViolence) return { ...connectivity, ...named };
  const data = {
    ...violence,
    acted: violence.reported_to?.map((to, i) => (to === 2 ? (i % 2) + 1 : null)),
  };
  return {
    data,
    design: violenceDesign,
    ...named,
    ...(required.includes("acts") && { acts: ["threat", "blackmail"] }),
    ...(ANY_OF.has(id) && {
      question: {
        columns: { reported: "reported" },
        codes: { yes: 1, no: 2, dontKnow: 8, refused: 9 },
      },
    }),
  };
}

describe("estimateIndicator", () => {
  it.each(estimatedIndicators())("%s gives observations that the definition allows", (id) => {
    const { observations, findings } = estimateIndicator(id, inputsOf(id), at);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(observations.length).toBeGreaterThan(0);
    for (const { indicator, value, interval } of observations) {
      expect(indicator).toBe(id);
      expect(value).toBeTypeOf("number");
      expect(interval?.level).toBe(0.95);
    }
    expect(
      checkObservations(observations, [...definitions.values()]).filter(
        ({ severity }) => severity === "error",
      ),
    ).toEqual([]);
  });

  it("gives the numbers of the functions that the definitions name", () => {
    const [found] = estimateIndicator(
      "tfvaw-12m-prevalence",
      { data: violence, design: violenceDesign, questionnaire, denominator: "all-declared-zero" },
      at,
    ).observations;
    const [estimate] = violencePrevalence(dataOf(1), questionnaire, violenceDesign, {
      period: "12 months",
      denominator: "all-declared-zero",
    }).result.estimates;
    expect(found?.value).toBeCloseTo(100 * (estimate?.value as number), 10);
    expect(found?.standardError).toBeCloseTo(100 * (estimate?.standardError as number), 10);

    const traits = { uses: TRAITS.uses as Trait, covered: TRAITS.covered as Trait };
    const { shares } = connectivityEstimates(survey as never, connectivity.design, traits, {
      by: "place",
    });
    const { observations } = estimateIndicator(
      "usage-gap-covered",
      { ...connectivity, ...traits, by: "place", axes: { place: { axis: "urbanisation" } } },
      at,
    );
    expect(observations.map(({ breakdown, value }) => [breakdown, value])).toEqual(
      shares["usage-gap-covered"]?.map(({ group, value }) => [
        { urbanisation: group.place },
        100 * (value as number),
      ]),
    );
    const urban = groupGapEstimate(survey as never, connectivity.design, traits.uses, {
      by: "place",
      group: "R",
      reference: "U",
    });
    const groups = { ...connectivity, trait: traits.uses, by: "place", group: "R", reference: "U" };
    const gap = estimateIndicator("urban-rural-gap", groups, at).observations[0];
    expect(gap?.value).toBeCloseTo(100 * urban.absolute.value, 10);
    const ratio = estimateIndicator("urban-rural-ratio", groups, at).observations[0];
    expect(ratio?.value).toBeCloseTo(urban.shares.reference / urban.shares.group, 10);
  });

  it("refuses rows outside the universe of the indicator", () => {
    const given = {
      data: { age: [30, 14, null], threat: [1, 2, 2] },
      design: {},
      questionnaire: { acts: [{ id: "threat", lifetime: "threat" }], codes: { yes: 1, no: 2 } },
      denominator: "asked",
      universe: { age: "age" },
    };
    const [outside] = findingsOf(() => estimateIndicator("tfvaw-lifetime-prevalence", given, at));
    expect(outside).toMatchObject({
      code: "indicators/outside-universe",
      place: { column: "age", row: 2 },
      found: 14,
      facts: { count: 1 },
    });
    const { findings } = estimateIndicator(
      "tfvaw-lifetime-prevalence",
      { ...given, data: { ...given.data, age: [30, 15, null] } },
      at,
    );
    expect(findings.map(({ code }) => code)).toContain("indicators/universe-not-known");
  });

  it("reports every wrong input, and wants a denominator to be chosen", () => {
    const inputs = { data: violence, design: {}, questionnaire: { acts: [], codes: { yes: 1 } } };
    const problems = findingsOf(() => estimateIndicator("tfvaw-12m-prevalence", inputs, at));
    expect(problems.map(({ facts }) => facts.input)).toEqual([
      "questionnaire.acts",
      "questionnaire.codes.no",
      "denominator",
    ]);
    expect(findingsOf(() => estimateIndicator("internet-uses", {}, at))[0]?.suggestion).toBe(
      "internet-use",
    );
  });
});
