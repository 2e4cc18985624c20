import { readFileSync } from "node:fs";
import { booleansOf, isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chillingEffect,
  violenceContrast,
  violenceCoOccurrence,
  violenceFollowUp,
  violenceFrequency,
  violencePrevalence,
  violenceReporting,
  violenceSeverity,
} from "../src/microdata/index.js";
import {
  deriveFollowUp,
  deriveFrequency,
  deriveViolence,
  type FollowUpQuestion,
  type ViolenceQuestionnaire,
} from "../src/violence/index.js";
import { fixture } from "./csv.js";
import {
  ACTS,
  dataOf,
  design,
  questionnaire,
  type Stored,
  stored,
  tallied,
} from "./violence-survey.js";

const { close, compare } = tallied("violence of victims");

const perpetrator: FollowUpQuestion = {
  column: "perp",
  answers: { partner: 1, "former partner": 2, acquaintance: 3, stranger: 4, other: 5 },
  noAnswer: [8, 9],
};
const platform: FollowUpQuestion = {
  column: "platform",
  answers: { "social network": 1, messaging: 2, "e-mail": 3, other: 4 },
  noAnswer: [8],
};
const reporting = {
  reported: { column: "reported", codes: { yes: 1, no: 2, dontKnow: 8, refused: 9 } },
  to: { column: "reported_to", answers: { police: 1, platform: 2, friend: 3, service: 4 } },
  authorities: ["police", "platform"],
};
const lifetime = { period: "lifetime" } as const;

interface Further {
  readonly estimate: number;
  readonly se: number;
  readonly n: number;
  readonly df: number;
}
const further = JSON.parse(
  readFileSync(fixture("violence/further.json"), "utf8"),
) as readonly Record<string, Further>[];

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

describe.each([1, 2, 3])("simulated survey %d, against R survey", (file) => {
  const data = dataOf(file);
  const like = ({ estimate, se, n, df }: Further): Stored => ({
    estimate,
    se,
    n_unweighted: n,
    df,
    deff_replace: null,
  });
  const of = further[file - 1] as Record<string, Further>;

  it("perpetrator and platform", () => {
    const expected = stored(`tfv${file}_reporting`);
    for (const [question, key] of [
      [perpetrator, "perp"],
      [platform, "platform"],
    ] as const) {
      const { shares, counts, findings } = violenceFollowUp(
        data,
        questionnaire,
        design,
        question,
        lifetime,
      );
      expect(findings).toEqual([]);
      expect(counts.answered).toBe(expected[key].n_unweighted);
      Object.values(shares).forEach(([share], i) => {
        close(share?.value, expected[key].estimate[i]);
        if (expected[key].estimate[i] > 0) close(share?.standardError, expected[key].se[i]);
      });
    }
    const partner = { column: "perp", answers: { partner: [1, 2], other: [3, 4, 5] } };
    const { shares } = violenceFollowUp(
      data,
      questionnaire,
      design,
      { ...partner, noAnswer: [8, 9] },
      lifetime,
    );
    compare(shares.partner?.[0], expected.partner);
  });

  it("reporting, whom to, the dark figure", () => {
    const expected = stored(`tfv${file}_reporting`);
    const found = violenceReporting(data, questionnaire, design, reporting, lifetime);
    compare(found.reported[0], expected.reported);
    Object.values(found.to ?? {}).forEach(([share], i) => {
      close(share?.value, expected.reported_to.estimate[i]);
      if (expected.reported_to.estimate[i] > 0) {
        close(share?.standardError, expected.reported_to.se[i]);
      }
    });
    compare(found.toOfVictims?.police?.[0], like(of.police as Further));
    compare(found.unreported?.[0], like(of.dark as Further));
  });

  it("difference and ratio between groups", () => {
    const across = (
      key: "place" | "age" | "age_young_mid",
      expected: Record<string, never>,
      options: Parameters<typeof violenceContrast>[4],
    ) => {
      const by = key === "place" ? "place" : "age_group";
      const { contrast } = violenceContrast(
        data,
        questionnaire,
        design,
        { by, of: [expected.group_a as never, expected.group_b as never] },
        options,
      );
      const { difference, standardError, interval, degreesOfFreedom, pValue, ratio } = contrast;
      const wanted = expected as never as Record<string, number> & {
        difference_ci_t: [number, number];
        ratio_ci_t: [number, number];
      };
      close(difference, wanted.difference as number, 1e-8);
      close(standardError, wanted.difference_se as number);
      close(interval.lower, wanted.difference_ci_t[0], 1e-8);
      close(interval.upper, wanted.difference_ci_t[1], 1e-8);
      expect(degreesOfFreedom).toBe(wanted.df);
      close(pValue, wanted.p_value as number, 1e-7);
      if (typeof wanted.ratio_ci_t[0] !== "number") {
        expect(ratio).toBeNull();
        return;
      }
      close(ratio?.value, wanted.ratio as number);
      close(ratio?.logStandardError, wanted.log_ratio_se as number);
      close(ratio?.lower, wanted.ratio_ci_t[0], 1e-8);
      close(ratio?.upper, wanted.ratio_ci_t[1], 1e-8);
    };
    for (const [key, period] of [
      ["life", "lifetime"],
      ["12m", "12 months"],
    ] as const) {
      const expected = stored(`tfv${file}_contrast_${key}`);
      for (const groups of ["place", "age", "age_young_mid"] as const) {
        if (expected[groups] !== undefined) across(groups, expected[groups], { period });
      }
    }
    const byPlace = stored(`tfv${file}_reporting`).reporting_by_place;
    if (byPlace !== undefined && byPlace !== null) {
      const to = { column: "reported", answers: { yes: 1, no: 2 }, noAnswer: [8, 9] };
      across("place", byPlace, { ...lifetime, answer: { to, is: "yes" } });
    }
  });

  it("frequency by act", () => {
    const { acts } = stored(`tfv${file}_frequency`);
    const found = violenceFrequency(data, questionnaire, design);
    expect(found.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const act of ACTS) {
      const { estimate, se, n_unweighted: n } = acts[act];
      Object.values(found.acts[act] ?? {}).forEach(([share], i) => {
        expect(share?.n).toBe(n);
        if (estimate === undefined) return;
        close(share?.value, estimate[i]);
        if (estimate[i] > 1e-12 && estimate[i] < 1 - 1e-12) close(share?.standardError, se[i]);
      });
    }
  });

  it("repetition, severity, pairs of acts", () => {
    compare(
      violenceFrequency(data, questionnaire, design).repeated[0],
      like(of.repeated as Further),
    );
    const severity = Object.fromEntries(
      ACTS.map((act, i) => [act, [3, 2, 4, 3, 2, 1, 1, 4][i] as number]),
    );
    compare(
      violenceSeverity(data, questionnaire, design, { severity }).estimates[0],
      like(of.severity as Further),
    );
    const { pairs } = violenceCoOccurrence(data, questionnaire, design, lifetime);
    expect(pairs).toHaveLength(28);
    const pair = pairs.find(({ acts }) => acts.join() === "threat,hate_gender");
    compare(pair?.both[0], like(of.both as Further));
    compare(pair?.secondGivenFirst[0], like(of.hate_given_threat as Further));
    compare(pair?.firstGivenSecond[0], like(of.threat_given_hate as Further));
    const [first, second] = [of.first?.estimate as number, of.second?.estimate as number];
    const both = of.both?.estimate as number;
    if (first > 0 && second > 0) {
      close(pair?.lift[0], both / (first * second));
      close(
        pair?.phi[0],
        (both - first * second) / Math.sqrt(first * second * (1 - first) * (1 - second)),
        1e-8,
      );
    } else expect(pair?.lift[0]).toBeNull();
  });

  it("one act alone is any act of a list of one", () => {
    const [alone] = violencePrevalence(data, questionnaire, design, {
      ...lifetime,
      acts: ["threat"],
    }).result.estimates;
    compare(alone, stored(`tfv${file}_types_life`).acts.threat);
  });
});

const two: ViolenceQuestionnaire = {
  filter: { column: "online", asked: 1, notAsked: 2 },
  acts: [
    { id: "a", lifetime: "a", recalls: { "since 15": "a15" } },
    { id: "b", lifetime: "b", recalls: { "since 15": "b15" } },
  ],
  codes: { yes: 1, no: 2, dontKnow: 8 },
};
const rows = [
  { online: 1, a: 1, a15: 2, b: 2, b15: null, who: 1, left: 1, hid: 2 },
  { online: 1, a: 1, a15: 1, b: 8, b15: null, who: null, left: 2, hid: 2 },
  { online: 1, a: 2, a15: null, b: 8, b15: null, who: null, left: 2, hid: 8 },
  { online: 2, a: null, a15: null, b: null, b15: null, who: null, left: 1, hid: 2 },
];
const givenUp: FollowUpQuestion = {
  columns: { left: "left", hid: "hid" },
  codes: { yes: 1, no: 2, dontKnow: 8 },
};

describe("other recall periods and lists of acts", () => {
  it("a period within the lifetime is read as twelve months are", () => {
    const { table } = deriveViolence(rows, two, { period: { recall: "since 15" } });
    expect([...booleansOf(table, "violence_any")]).toEqual([0, 1, 255, 255]);
    const onlyB = deriveViolence(rows, two, { period: "lifetime", acts: ["b"] });
    expect([...booleansOf(onlyB.table, "violence_any")]).toEqual([0, 255, 255, 255]);
    expect(onlyB.assumptions).toContain("acts: b");
  });
  it("refuses a period or an act that the questionnaire does not have", () => {
    expect(
      findingsOf(() => deriveViolence(rows, two, { period: { recall: "5 years" } })).map(
        ({ facts }) => facts.name,
      ),
    ).toEqual(['the column of "5 years" of a', 'the column of "5 years" of b']);
    expect(
      findingsOf(() => deriveViolence(rows, two, { period: "lifetime", acts: ["c"] }))[0]?.code,
    ).toBe("indicators/invalid-input");
  });
});

describe("further questions", () => {
  it("keeps outside who is no victim, was not asked or gave no answer", () => {
    const who = { column: "who", answers: { partner: 1 } };
    const { table, columns, counts } = deriveFollowUp(rows, two, who, { period: "lifetime" });
    expect([...booleansOf(table, columns.partner as string)]).toEqual([1, 255, 255, 255]);
    expect(counts).toEqual({ asked: 2, answered: 1, noAnswer: 0, missing: 1, unknown: 1 });
  });
  it("any of several answers is no only if all are", () => {
    const { table } = deriveFollowUp(rows, two, givenUp, {
      period: "lifetime",
      among: "interviewed",
    });
    expect([...booleansOf(table, "answer_any")]).toEqual([1, 0, 255, 1]);
  });
  it("gives the chilling effect of three denominators", () => {
    const { interviewed, asked, victims } = chillingEffect(rows, two, {}, givenUp, {
      period: "lifetime",
    });
    expect([interviewed, asked, victims].map(({ shares }) => shares.any?.[0]?.value)).toEqual([
      2 / 3,
      0.5,
      0.5,
    ]);
    expect([interviewed, asked, victims].map(({ counts }) => counts.asked)).toEqual([4, 3, 2]);
  });
  it("platform action is of those who told the platform", () => {
    const data = [1, 2, 2, 2, 3].map((to, i) => ({
      online: 1,
      a: 1,
      b: 2,
      told: i === 0 ? 2 : 1,
      to: i === 0 ? null : to,
      acted: to === 2 && i > 0 ? (i === 1 ? 1 : 2) : null,
    }));
    const yesNo = { yes: 1, no: 2 };
    const { platformActed, toOfVictims, findings } = violenceReporting(
      data,
      two,
      {},
      {
        reported: { column: "told", codes: yesNo },
        to: { column: "to", answers: { police: 1, platform: 2, friend: 3 } },
        platform: "platform",
        acted: { column: "acted", codes: yesNo },
        help: { column: "told", codes: yesNo },
      },
      { period: "lifetime" },
    );
    expect(platformActed?.[0]?.value).toBeCloseTo(1 / 3, 12);
    expect(toOfVictims?.platform?.[0]?.value).toBe(0.6);
    expect(findings).toEqual([]);
  });
  it("reports answers of who was not asked, unknown codes and answers that are none", () => {
    const stray = [...rows.slice(0, 1), { ...rows[2], who: 1, b: 2 }];
    const who = { column: "who", answers: { partner: 1 } };
    const { findings } = deriveFollowUp(stray, two, who, { period: "lifetime" });
    expect(findings[0]).toMatchObject({
      code: "indicators/against-the-routing",
      place: { column: "who", row: 2 },
    });
    const unknown = { column: "who", answers: { partner: 4 } };
    expect(
      findingsOf(() => deriveFollowUp(rows, two, unknown, { period: "lifetime" }))[0],
    ).toMatchObject({
      code: "indicators/unknown-code",
      place: { column: "who", row: 1 },
      found: 1,
    });
    const twice = { column: "who", answers: { partner: 1, stranger: [1, 2] } };
    expect(
      findingsOf(() => deriveFollowUp(rows, two, twice, { period: "lifetime" }))[0]?.code,
    ).toBe("indicators/questionnaire");
    expect(
      findingsOf(() =>
        violenceReporting(
          rows,
          two,
          {},
          { ...reporting, authorities: ["court"], acted: reporting.reported },
          lifetime,
        ),
      ),
    ).toHaveLength(2);
  });
  it("needs the codes, the columns and the scores of frequencies", () => {
    expect(findingsOf(() => deriveFrequency(rows, two))).toHaveLength(3);
    expect(
      findingsOf(() =>
        deriveFrequency(
          [{ a: 1, r: 1, f: 1 }],
          {
            acts: [{ id: "a", lifetime: "a", recent: "r", frequency: "f" }],
            codes: { yes: 1, no: 2 },
            frequency: { answers: { once: 1 }, repeated: [] },
          },
          { severity: {} },
        ),
      ),
    ).toHaveLength(2);
  });
  it("shares of one answer add up to 1 (property)", () => {
    const person = fc.record({
      online: fc.constant(1),
      a: fc.constantFrom(1, 2, 8),
      b: fc.constantFrom(1, 2),
      who: fc.constantFrom(1, 2, 3),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 30 }), (people) => {
        const { shares, counts } = violenceFollowUp(
          people,
          two,
          {},
          { column: "who", answers: { one: 1, two: 2, three: 3 } },
          { period: "lifetime" },
        );
        const sum = Object.values(shares).reduce((all, [share]) => all + (share?.value ?? 0), 0);
        expect(sum).toBeCloseTo(counts.answered > 0 ? 1 : 0, 10);
      }),
    );
  });
});
