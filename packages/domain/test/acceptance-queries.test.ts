import { describe, expect, test } from "vitest";
import { everything } from "../src/everything.js";
import {
  claimPaths,
  computableFrom,
  consequences,
  createModel,
  diffModels,
  extend,
  membership,
  saidAbout,
} from "../src/model/index.js";
import { measures, populationGroups, threats } from "../src/vocabulary/index.js";

const model = createModel(everything);

/** Named by the design of the catalogue as threats that nobody measures, before the model was written. */
const withoutIndicator = [
  ...["ai-harm", "anti-globalization-backlash", "artificial-scarcity-information-asymmetry"],
  ...["civil-unrest", "covid-19", "cultural-threat", "deepened-inequality-by-technology"],
  ...["drug-related-harm", "ethnic-tension", "exploitation-of-displaced"],
  ...["external-military-threat", "governance-gap", "gross-human-rights-violations", "h1n1"],
  ...["harmful-technology-decisions", "livelihood-disruption", "militant-recruitment"],
  ...["open-source-fragility", "organized-crime", "sars", "social-dislocation"],
];

describe("the twelve questions that a model must answer", () => {
  test("1: which indicators measure threats to the community dimension that fall on migrants?", () => {
    const selected = model.threats.affecting("community").fallingOn("migrants");
    expect(selected.ids).toContain("migrant-digital-tracking");
    expect(selected.ids).toContain("forced-displacement"); // falls on refugees, who are migrants
    const ids = selected.indicators().ids;
    expect(ids).toContain("migrant-surveillance-exposure");
    expect(ids).toContain("refugees-by-origin");
    // What strikes the dimension directly comes first.
    const direct = model.threats.striking("community").ids;
    expect(model.threats.affecting("community").ids.slice(0, direct.length)).toEqual(direct);
  });

  test("2: which digital threats undermine freedom from fear and have no indicator?", () => {
    // Social support, which is ours and experimental, speaks of social dislocation since.
    const established = createModel({
      ...everything,
      indicators: everything.indicators?.filter(({ id }) => id !== "social-support") ?? [],
    });
    expect(established.threats.unmeasured().ids.toSorted()).toEqual(withoutIndicator.toSorted());
    expect(model.threats.digital().undermining("from-fear").unmeasured().ids).toEqual(["ai-harm"]);
  });

  test("3: which measures of protection, and which of empowerment, mitigate online harassment?", () => {
    const against = model.measures.mitigating("online-harassment");
    expect(against.by("protection").ids).toEqual(["norms-policies-institutions"]);
    expect(against.by("empowerment").ids).toEqual(["digital-literacy-programmes"]);
    // What is meant for the broader threat is meant for the narrower one, and not the reverse.
    expect(model.measures.mitigating("doxing").ids).toEqual([
      "norms-policies-institutions",
      "data-protection",
      "digital-literacy-programmes",
    ]);
  });

  test("4: which digital public goods safeguard health, with what evidence and status?", () => {
    const goods = model.technologies.safeguarding("health").registeredAsPublicGood();
    expect(goods.ids).toEqual(["openmrs", "openelis"]);
    for (const { digitalPublicGood } of goods.records()) {
      expect(digitalPublicGood?.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(digitalPublicGood?.evidence).toMatch(/^https:/);
    }
  });

  test("5: which SDG indicators cover political security, and which dimensions have no link?", () => {
    const covered = model.sdgByDimension();
    const political = covered.political.map(({ code }) => code);
    expect(political).toEqual(expect.arrayContaining(["5.5.1", "16.3.2", "16.7.2", "16.10.1"]));
    const without = Object.entries(covered).filter(([, links]) => links.length === 0);
    expect(without).toEqual([]);
    const lean = createModel({ indicators: [] });
    expect(Object.values(lean.sdgByDimension()).every((links) => links.length === 0)).toBe(true);
  });

  test("6: given observations, which gaps can be computed, and which inputs are missing?", () => {
    const at = { area: "NAM", period: "2018", unit: "PERCENT" };
    const observations = [
      { ...at, indicator: "internet-use", value: 51 },
      { ...at, indicator: "mobile-broadband-coverage", value: 88 },
      { ...at, indicator: "internet-use", breakdown: { sex: "M" }, value: 53 },
      { ...at, indicator: "internet-use", breakdown: { sex: "F" }, value: null },
      { ...at, area: "DEU", indicator: "internet-use", value: 87 },
    ];
    const found = computableFrom(everything.indicators ?? [], observations);
    const of = (indicator: string, area = "NAM") =>
      found.find((each) => each.indicator === indicator && each.area === area);
    expect(of("usage-gap")?.computable).toBe(true);
    expect(of("usage-gap", "DEU")?.missing.map(({ name }) => name)).toEqual(["coverage"]);
    // A value for women that is missing is no input, and the value for all people is none either.
    expect(of("gender-gap-absolute")?.missing).toEqual([
      { name: "use(F)", indicator: "internet-use", breakdown: { sex: "F" } },
    ]);
    expect(of("offline-population")?.computable).toBe(false);
    expect(of("mobile-ownership-gender-gap")).toBeUndefined();
  });

  test("7: what does a threat lead to through claims, and how firmly is it said?", () => {
    const found = consequences(model, "threat/poverty", { depth: 3 });
    const flight = found.find(({ reference }) => reference === "threat/forced-displacement");
    expect(flight?.depth).toBe(3);
    expect(flight?.steps.map(({ claim }) => claim)).toEqual(["c057", "c058", "c069"]);
    expect(flight).toMatchObject({ hedge: "asserted", sign: "more" });
    const state = found.find(({ reference }) => reference === "threat/weak-or-collapsed-state");
    expect(state).toMatchObject({ depth: 1, hedge: "often" });
    // No path is firmer than its weakest claim.
    const [downturn] = claimPaths(model, "threat/economic-downturn", "threat/forced-displacement");
    expect(downturn).toMatchObject({ hedge: "may", sign: "more" });
    expect(downturn?.steps.map(({ hedge }) => hedge)).toEqual(["may", "asserted"]);
    // What reduces what reduces leads to more; what only shapes leads nowhere in particular.
    const [security] = claimPaths(model, "threat/weak-or-collapsed-state", "concept/peace");
    expect(security).toMatchObject({ sign: "less" });
    const [lens] = claimPaths(model, "actor/practitioners", "concept/analytic-lens");
    expect(lens).toMatchObject({ sign: "unclear" });
    // That hard power does not suffice is no way to anything.
    expect(consequences(model, "concept/hard-power")).toEqual([]);
  });

  test("8: given a group, which indicators can be disaggregated that far?", () => {
    const { ids } = model.indicators.brokenDownBy({ sex: "F", age: "18-29", urbanisation: "R" });
    expect(ids).toContain("internet-use"); // by sex, age and place
    expect(ids).toContain("tfvaw-12m-prevalence"); // of women anyway, by age and place
    expect(ids).not.toContain("gini");
    expect(ids).not.toContain("stunting"); // of children under five
    expect(model.indicators.brokenDownBy({ sex: "M" }).ids).not.toContain("tfvaw-12m-prevalence");
    expect(membership(populationGroups.women, { sex: "F", age: "18-29", urbanisation: "R" })).toBe(
      "within",
    );
  });

  test("9: which threats map to a hazard code?", () => {
    expect(model.threats.mappedTo("hips-2025", "TL0106").ids).toEqual([
      "online-harassment",
      "cyberbullying",
    ]);
    expect(model.threats.mappedTo("hips-2020", "TL0106").ids).toEqual([]);
  });

  test("10: what changed from one version to another?", () => {
    const { poverty: _gone, ...kept } = threats;
    const next = createModel(
      {
        ...everything,
        threats: {
          ...kept,
          pandemic: { ...threats.pandemic, deprecated: { since: "2.0.0", replacedBy: "outbreak" } },
          outbreak: threats.pandemic,
          drought: { ...threats.drought, affects: ["environmental"] },
        },
        threatLabels: { ...everything.threatLabels, drought: "Droughts" },
      },
      { version: "2.0.0" },
    );
    const difference = diffModels(model, next);
    expect(difference).toMatchObject({
      to: "2.0.0",
      added: ["threat/outbreak"],
      removed: ["threat/poverty"],
      deprecated: [{ reference: "threat/pandemic", replacedBy: "outbreak" }],
      relabelled: [
        { reference: "threat/drought", language: "en", before: "Drought", after: "Droughts" },
      ],
      redefined: [],
      changed: [{ reference: "threat/drought", fields: ["affects"] }],
    });
    expect(diffModels(model, createModel(everything))).toMatchObject({ added: [], changed: [] });
  });

  test("12: what do the texts say about something?", () => {
    const said = saidAbout(model, "threat/poverty");
    expect(said.citations).toEqual(
      expect.arrayContaining(["chs-2003-extract#5", "course-human-security#58", "undp-2025#3"]),
    );
    expect(said.claims.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["c057", "c059", "c060", "c063"]),
    );
    expect(said.sameParagraphs).toContain("mechanism/poverty-insecurity-cycle");
    const online = saidAbout(model, "threat/online-harassment");
    expect(online.statistics.map(({ id }) => id)).toContain("women-online-violence-low");
    expect(online.anomalies.map(({ id }) => id)).toContain("women-16-58");
  });
});

describe("claims in loops", () => {
  const loop = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      id: `l${i}`,
      cause: "a",
      effect: "b",
      causes: [`threat/t${i}`] as const,
      effects: [`threat/t${(i + 1) % n}`] as const,
      polarity: "aggravates" as const,
      hedge: "may" as const,
      sources: [],
    }));

  test("are followed once", () => {
    const circle = createModel({ claims: loop(4) });
    expect(consequences(circle, "threat/t0", { depth: 100 })).toHaveLength(3);
    expect(claimPaths(circle, "threat/t0", "threat/t3", { depth: 100 })).toHaveLength(1);
    expect(claimPaths(circle, "threat/t0", "threat/t0", { depth: 100 })).toEqual([
      expect.objectContaining({ hedge: "may" }),
    ]);
  });

  test("and thickets end", () => {
    const names = Array.from({ length: 30 }, (_, i) => `threat/t${i}` as const);
    const [first] = loop(1);
    const thicket = createModel({
      claims: [{ ...(first as NonNullable<typeof first>), causes: names, effects: names }],
    });
    const found = claimPaths(thicket, "threat/t0", "threat/t29", { depth: 8, limit: 40 });
    expect(found).toHaveLength(40);
    expect(found[0]?.steps).toHaveLength(1);
  });
});

describe("a model", () => {
  test("holds what is given, and nothing else", () => {
    const small = createModel({ measures });
    expect(small.threats.size).toBe(0);
    expect(small.measures.mitigating("poverty").size).toBeGreaterThan(0);
    expect(small.has("threat/poverty")).toBe(false);
    expect(small.all("dimension").size).toBe(7);
  });

  test("names what was probably meant", () => {
    expect(() => model.concept("threat/povrety")).toThrow(/no concept "threat\/povrety"/);
    try {
      model.label("threat/povrety");
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: "domain/unknown-concept",
        findings: [{ suggestion: "threat/poverty" }],
      });
    }
    expect(model.has("threat/constructor")).toBe(false);
    expect(model.threats.fallingOn("toString").ids).toEqual([]);
  });

  test("speaks six languages where it can, and English elsewhere", () => {
    expect(model.label("dimension/food", "fr")).toBe("Sécurité alimentaire");
    expect(model.label("principle/comprehensive", "zh")).toBe("全面");
    expect(model.label("threat/doxing", "fr")).toBe("Doxing");
    expect(Object.keys(model.concept("freedom/from-fear").labels).sort()).toEqual([
      "ar",
      "en",
      "es",
      "fr",
      "ru",
      "zh",
    ]);
  });

  test("says on what a relation rests", () => {
    const links = model.links("threat/online-harassment");
    expect(links).toContainEqual({
      from: "threat/online-harassment",
      relation: "affects",
      to: "dimension/community",
      basis: "own",
      directness: "indirect",
    });
    expect(links).toContainEqual({
      from: "threat/online-harassment",
      relation: "fallsOn",
      to: "population-group/women",
      basis: "text",
    });
    expect(model.links("threat/online-harassment", "to").map(({ relation }) => relation)).toEqual(
      expect.arrayContaining(["broader", "mitigates", "measures", "dealsWith"]),
    );
  });

  test("answers for ten thousand threats of a pack as for a hundred", () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({
      id: `org.example:t${i}`,
      label: `Threat ${i}`,
      definition: "A threat.",
      category: "crime",
      ...(i > 0 && { broader: `org.example:t${Math.floor((i - 1) / 3)}` }),
      affects: ["food"],
      undermines: ["from-want"],
      fallsOn: ["farmers"],
    }));
    const { model: large, findings } = extend(model, {
      origin: "org.example",
      version: "1.0.0",
      threats: rows,
    });
    expect(findings).toEqual([]);
    expect(large.threats.size).toBe(10_099);
    expect(large.threats.within("org.example:t0").size).toBe(10_000);
    expect(large.threats.affecting("food").fallingOn("farmers").unmeasured().size).toBeGreaterThan(
      9_999,
    );
    expect(large.concept("org.example:threat/t1").narrower).toHaveLength(3);
    expect(diffModels(model, large).added).toHaveLength(10_000);
  });
});
