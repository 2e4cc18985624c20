import { isVitalError, revive, type VitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/catalogue/index.js";
import { matchResult, matchSolutions, type Need, type Solution } from "../src/match/index.js";

const base: Solution = {
  id: "base",
  name: "Base",
  kind: "software",
  summary: "Does something.",
  license: "MIT",
  sourceAvailable: true,
  dimensions: ["health"],
  dpg: { status: "unknown", seen: null, evidence: null },
  evidence: [],
  verified: false,
};
const solution = (id: string, rest: Partial<Solution> = {}): Solution => ({
  ...base,
  id,
  name: id,
  ...rest,
});
const ids = (needs: Need[], solutions: readonly Solution[]) =>
  matchSolutions(needs, solutions).matches.map(({ id }) => id);
const outcome = (need: Need, rest: Partial<Solution>) =>
  matchSolutions([need], [solution("a", rest)]).matches[0]?.contributions[0]?.outcome;

function codesThrown(needs: unknown, solutions: unknown): readonly string[] {
  try {
    matchSolutions(needs as Need[], solutions as Solution[]);
  } catch (error) {
    if (isVitalError(error)) return (error as VitalError).findings.map(({ code }) => code);
  }
  return [];
}

describe("matchSolutions", () => {
  it("adds up what each need contributes, in numbers and in words", () => {
    const needs: Need[] = [
      { criterion: "dimension", value: "health", weight: 3 },
      { criterion: "offline", value: true, weight: 2 },
      { criterion: "standard", value: "fhir" },
      { criterion: "group", value: "refugees", weight: 2 },
    ];
    const [match] = matchSolutions(needs, [
      solution("a", { offline: "partly", standards: ["FHIR"], groups: ["women"] }),
    ]).matches;
    expect(match?.contributions.map(({ outcome: o, contribution }) => [o, contribution])).toEqual([
      ["met", 3 / 8],
      ["partly", 1 / 8],
      ["met", 1 / 8],
      ["not-met", 0],
    ]);
    expect(match?.score).toEqual({ lower: 5 / 8, upper: 5 / 8 });
    expect(match?.missing).toEqual(["Works offline in part.", "Does not name refugees."]);
  });

  it("keeps unknown apart from unmet", () => {
    const [match] = matchSolutions(
      [
        { criterion: "offline", value: true },
        { criterion: "dimension", value: "food" },
      ],
      [solution("a")],
    ).matches;
    expect(match?.score).toEqual({ lower: 0, upper: 0.5 });
    expect(match?.contributions[0]?.outcome).toBe("unknown");
  });

  it.each<[Need, Partial<Solution>, string]>([
    [{ criterion: "freedom", value: "modify" }, {}, "met"],
    [{ criterion: "freedom", value: "modify" }, { sourceAvailable: false }, "not-met"],
    [{ criterion: "freedom", value: "modify" }, { sourceAvailable: null }, "unknown"],
    [{ criterion: "freedom", value: "use" }, { sourceAvailable: false }, "met"],
    [{ criterion: "freedom", value: "use" }, { license: "BUSL-1.1" }, "not-met"],
    [{ criterion: "freedom", value: "use" }, { license: "LicenseRef-x" }, "unknown"],
    [{ criterion: "freedom", value: "use" }, { license: null }, "unknown"],
    [
      { criterion: "freedom", value: "modify" },
      { kind: "data", sourceAvailable: null, license: "CC0-1.0" },
      "met",
    ],
    [{ criterion: "all-freedoms", value: true }, {}, "met"],
    [{ criterion: "all-freedoms", value: true }, { sourceAvailable: false }, "not-met"],
    [
      { criterion: "all-freedoms", value: true },
      { license: "BUSL-1.1 OR CC-BY-ND-4.0" },
      "not-met",
    ],
    [{ criterion: "all-freedoms", value: true }, { license: "LicenseRef-x" }, "unknown"],
    [{ criterion: "language", value: "pt" }, { languages: ["pt-BR"] }, "met"],
    [{ criterion: "language", value: "pt-BR" }, { languages: ["pt"] }, "partly"],
    [{ criterion: "language", value: "pt-BR" }, { languages: ["pt-PT"] }, "not-met"],
    [{ criterion: "language", value: "pt" }, {}, "unknown"],
    [
      { criterion: "dpg", value: "registered" },
      { dpg: { status: "nominated", seen: null, evidence: null } },
      "partly",
    ],
    [
      { criterion: "dpg", value: "nominated" },
      { dpg: { status: "registered", seen: null, evidence: null } },
      "met",
    ],
    [
      { criterion: "dpg", value: "registered" },
      { dpg: { status: "not-registered", seen: null, evidence: null } },
      "not-met",
    ],
    [{ criterion: "dpg", value: "registered" }, {}, "unknown"],
    [{ criterion: "kind", value: "data" }, {}, "not-met"],
    [{ criterion: "verified", value: true }, { verified: true }, "met"],
  ])("%j of %j is %s", (need, rest, expected) => {
    expect(outcome(need, rest)).toBe(expected);
  });

  it("excludes by requirements, and says why", () => {
    const needs: Need[] = [
      { criterion: "offline", value: true, required: true },
      { criterion: "dimension", value: "food", required: true },
    ];
    const solutions = [
      solution("fits", { offline: "yes", dimensions: ["food"] }),
      solution("partly", { offline: "partly", dimensions: ["food"] }),
      solution("untold", { dimensions: ["food"] }),
      solution("wrong", { offline: "no" }),
    ];
    const result = matchSolutions(needs, solutions);
    expect(result.matches.map(({ id }) => id)).toEqual(["fits"]);
    expect(
      result.excluded.map(({ id, reasons }) => [id, ...reasons.map((r) => r.outcome)]),
    ).toEqual([
      ["partly", "partly"],
      ["untold", "unknown"],
      ["wrong", "not-met", "not-met"],
    ]);
    const kept = matchSolutions(needs, solutions, { unknownRequired: "keep" });
    expect(kept.matches.map(({ id }) => id)).toEqual(["fits", "untold"]);
  });

  it("shares ranks among equals and orders them by id", () => {
    const { matches } = matchSolutions(
      [{ criterion: "verified", value: true }],
      [solution("c"), solution("a"), solution("b", { verified: true })],
    );
    expect(matches.map(({ id, rank }) => [id, rank])).toEqual([
      ["b", 1],
      ["a", 2],
      ["c", 2],
    ]);
  });

  it("has no score without needs, or without weight", () => {
    expect(matchSolutions([], [solution("a")]).matches[0]?.score).toBeNull();
    const [match] = matchSolutions(
      [{ criterion: "verified", value: true, weight: 0 }],
      [base],
    ).matches;
    expect(match?.score).toBeNull();
    expect(JSON.stringify(match)).not.toMatch(/NaN|null,null/);
  });

  it("warns of values that no solution names, and offers the nearest", () => {
    const { findings } = matchSolutions(
      [
        { criterion: "standard", value: "FIHR" },
        { criterion: "threat", value: "drought" },
        { criterion: "standard", value: "toString" },
      ],
      catalogue,
    );
    expect(findings.map(({ code, place }) => [code, place.row])).toEqual([
      ["opensource/need-unheard-of", 1],
      ["opensource/need-unheard-of", 3],
    ]);
    expect(findings[0]?.suggestion).toBe("FHIR");
  });

  it("reports all that is wrong with needs and catalogue together", () => {
    expect(
      codesThrown(
        [
          { criterion: "dimensoin", value: "health" },
          { criterion: "dimension", value: "helth", weight: -1 },
          { criterion: "offline", value: "yes" },
          { criterion: "__proto__", value: "x" },
          null,
          { criterion: "threat", value: "x", weight: Number.NaN },
        ],
        [base, base, { ...base, id: "b", license: "MITT" }],
      ),
    ).toEqual([
      "opensource/unknown-criterion",
      "opensource/need-value",
      "opensource/need-weight",
      "opensource/need-value",
      "opensource/unknown-criterion",
      "opensource/unknown-criterion",
      "opensource/need-weight",
      "opensource/duplicate-solution",
      "opensource/unknown-license",
    ]);
  });

  it("refuses what is no list", () => {
    expect(codesThrown({}, null)).toEqual(["opensource/need-value", "opensource/catalogue-shape"]);
  });

  it("finds, in the shipped catalogue, what a field team without a connection can use", () => {
    const { matches } = matchSolutions(
      [
        { criterion: "offline", value: true, required: true },
        { criterion: "all-freedoms", value: true, required: true },
        { criterion: "dpg", value: "registered", required: true },
        { criterion: "group", value: "refugees" },
      ],
      catalogue,
    );
    expect(matches[0]?.id).toBe("kobotoolbox");
    expect(matches.every(({ freedoms }) => freedoms.modify === "granted")).toBe(true);
  });

  it("shows itself and comes back from JSON", () => {
    const result = matchSolutions([{ criterion: "dimension", value: "food" }], catalogue);
    const back = revive(JSON.parse(JSON.stringify(result)), [matchResult]);
    expect(String(back)).toBe(String(result));
    expect(String(result)).toContain("farmOS");
  });
});

const someNeed: fc.Arbitrary<Need> = fc
  .tuple(
    fc.constantFrom<Omit<Need, "weight">>(
      { criterion: "dimension", value: "health" },
      { criterion: "dimension", value: "personal" },
      { criterion: "offline", value: true },
      { criterion: "standard", value: "FHIR" },
      { criterion: "group", value: "women" },
      { criterion: "dpg", value: "registered" },
      { criterion: "freedom", value: "modify" },
    ),
    fc.double({ min: 0, max: 10, noNaN: true }),
  )
  .map(([need, weight]) => ({ ...need, weight }));
const someNeeds = fc.array(someNeed, { minLength: 1, maxLength: 6 });

describe("laws", () => {
  it("gives the same result for any order of the catalogue", () => {
    fc.assert(
      fc.property(
        someNeeds,
        fc.shuffledSubarray([...catalogue], { minLength: catalogue.length }),
        (needs, shuffled) => {
          expect(matchSolutions(needs, shuffled).matches).toEqual(
            matchSolutions(needs, catalogue).matches,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("keeps the order when a need is added that all solutions answer alike", () => {
    const alike: Need[] = [
      { criterion: "threat", value: "met-by-all", weight: 0.1 },
      { criterion: "language", value: "xx", weight: 0.7 },
      { criterion: "group", value: "met-by-none", weight: 1 / 3 },
    ];
    const solutions = catalogue.map((each) => ({
      ...each,
      threats: ["met-by-all"],
      groups: [...(each.groups ?? [])],
    }));
    fc.assert(
      fc.property(someNeeds, fc.constantFrom(...alike), (needs, more) => {
        expect(ids([...needs, more], solutions)).toEqual(ids(needs, solutions));
        const ranks = (list: Need[]) =>
          matchSolutions(list, solutions).matches.map(({ rank }) => rank);
        expect(ranks([...needs, more])).toEqual(ranks(needs));
      }),
      { numRuns: 60 },
    );
  });

  it("never scores lower what meets more", () => {
    const better: Partial<Solution> = {
      dimensions: ["health", "personal"],
      offline: "yes",
      standards: ["FHIR"],
      groups: ["women"],
      dpg: { status: "registered", seen: null, evidence: null },
    };
    const fields = Object.keys(better) as (keyof Solution)[];
    fc.assert(
      fc.property(someNeeds, fc.subarray(fields), fc.subarray(fields), (needs, some, more) => {
        const having = (names: readonly (keyof Solution)[]) =>
          Object.fromEntries(names.map((name) => [name, better[name]])) as Partial<Solution>;
        const { matches } = matchSolutions(needs, [
          solution("a-less", having(some)),
          solution("b-more", having([...some, ...more])),
        ]);
        const less = matches.find(({ id }) => id === "a-less");
        const best = matches.find(({ id }) => id === "b-more");
        expect(best?.score?.lower ?? 0).toBeGreaterThanOrEqual(less?.score?.lower ?? 0);
        expect(best?.rank).toBeLessThanOrEqual(less?.rank as number);
      }),
    );
  });

  it("has scores between 0 and 1 that its contributions add up to", () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        for (const { score, contributions } of matchSolutions(needs, catalogue).matches) {
          if (score === null) continue;
          expect(score.lower).toBeGreaterThanOrEqual(0);
          expect(score.upper).toBeLessThanOrEqual(1);
          const sum = contributions.reduce((total, { contribution }) => total + contribution, 0);
          expect(Math.abs(sum - score.lower)).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 30 },
    );
  });
});
