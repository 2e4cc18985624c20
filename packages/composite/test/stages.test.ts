import {
  type AggregateOptions,
  buildIndex,
  checkMethodology,
  denominate,
  type FrameworkNode,
  type IndexMethodology,
  type IndexResult,
} from "@vitalcore/composite";
import { explainDifference, removeElements, whatIf } from "@vitalcore/composite/compare";
import { imputeByColumn, imputeByEm, imputeMultiple } from "@vitalcore/composite/impute";
import { kemenyOrder, outrankingMatrix } from "@vitalcore/composite/outranking";
import { buildPanel, fixNormalization } from "@vitalcore/composite/panel";
import { rebuild } from "@vitalcore/composite/reproduce";
import { treatColumn, treatTransform } from "@vitalcore/composite/treat";
import { ahpWeights, benefitOfTheDoubt, withWeights } from "@vitalcore/composite/weights";
import { isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definition, methodology } from "./support/toy.js";

const IDS = ["a", "b", "c", "d"] as const;
const definitions = IDS.map((id, i) => definition(id, i === 3 ? "higherWorse" : "higherBetter"));
const options = { unitColumn: "unit", definitions };

type Row = Readonly<Record<string, string | number | null>>;

const nodes: readonly FrameworkNode[] = [
  { id: "index" },
  { id: "left", parent: "index", weight: 2 },
  { id: "right", parent: "index", weight: 1 },
  { id: "a", parent: "left", indicator: "a" },
  { id: "b", parent: "left", indicator: "b" },
  { id: "c", parent: "right", indicator: "c" },
  { id: "d", parent: "right", indicator: "d" },
];

const cell = fc.integer({ min: 1, max: 1000 }).map((x) => x / 8);
const rowsArbitrary = (gaps: boolean): fc.Arbitrary<readonly Row[]> =>
  fc
    .array(fc.tuple(...IDS.map(() => (gaps ? fc.option(cell, { freq: 5 }) : cell))), {
      minLength: 6,
      maxLength: 14,
    })
    .map((cells) => {
      // Two rows in which every indicator varies.
      const fixed = [
        [1, 2, 3, 4],
        [120, 110, 90, 70],
      ];
      return [...fixed, ...cells].map((row, i) => ({
        unit: `U${String(i).padStart(2, "0")}`,
        ...Object.fromEntries(IDS.map((id, k) => [id, row[k] ?? null])),
      }));
    });

const build = (rows: readonly Row[], document: IndexMethodology): IndexResult =>
  buildIndex(rows, document, options);

const codesOf = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

const aggregations: readonly AggregateOptions[] = [
  { method: "arithmetic" },
  { method: "geometric" },
  { method: "harmonic" },
  { method: "generalized", exponent: 3 },
  { method: "generalized", exponent: -2 },
  { method: "median" },
  { method: "minimum" },
  { method: "mean-min", alpha: 0.5, beta: 1 },
  { method: "mazziotta-pareto" },
  { method: "owa", order: [2, 1] },
  { method: "copeland" },
  { method: "wroclaw" },
];

const positive = { method: "min-max", scale: [1, 100] } as const;

describe("what holds with every stage", () => {
  it.each(aggregations)("the order of rows and nodes does not matter: $method", (aggregate) => {
    const document = methodology(nodes, {
      impute: { method: "unit-mean" },
      treat: {},
      normalize: positive,
      nodes: nodes.map((node) =>
        node.id === "left" || node.id === "right" ? { ...node, aggregate } : node,
      ),
    });
    fc.assert(
      fc.property(rowsArbitrary(true), (rows) => {
        const scores = (result: IndexResult) =>
          result.units.map(({ unit, rank, scores: own, values }) => [unit, rank, own, values]);
        const turned = { ...document, nodes: [...document.nodes].reverse() };
        expect(scores(build([...rows].reverse(), turned))).toEqual(scores(build(rows, document)));
      }),
      { numRuns: 25 },
    );
  });

  it("a better value never lowers a score between fixed goalposts, in a monotone aggregation", () => {
    const posts = nodes.map((node) =>
      node.indicator === undefined
        ? node
        : {
            ...node,
            normalize: node.id === "d" ? { worst: 130, best: 0 } : { worst: 0, best: 130 },
          },
    );
    for (const aggregate of aggregations.slice(0, 7)) {
      const document = methodology(
        posts.map((node) => (node.id === "left" ? { ...node, aggregate } : node)),
        { normalize: { method: "goalposts", scale: [1, 100] } },
      );
      fc.assert(
        fc.property(rowsArbitrary(false), cell, (rows, rise) => {
          const better = rows.map((row, i) =>
            i === 2 ? { ...row, a: (row.a as number) + rise } : row,
          );
          const score = (result: IndexResult) =>
            result.units.find(({ unit }) => unit === "U02")?.score as number;
          const [before, after] = [score(build(rows, document)), score(build(better, document))];
          expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        }),
        { numRuns: 25 },
      );
    }
  });

  it("which is false for Mazziotta-Pareto: a rise of one part can cost more in balance", () => {
    const document = methodology(
      [
        { id: "index", aggregate: { method: "mazziotta-pareto" } },
        { id: "a", parent: "index", indicator: "a" },
        { id: "b", parent: "index", indicator: "b" },
        { id: "c", parent: "index", indicator: "c" },
      ],
      { normalize: { method: "goalposts", worst: 0, best: 100, clamp: false } },
    );
    const score = (a: number) =>
      build([{ unit: "U", a, b: 1, c: 1 }], document).units[0]?.score as number;
    expect(score(40)).toBeLessThan(score(3));
  });

  it("contributions to a difference sum to it, whatever the aggregation", () => {
    for (const aggregate of aggregations.slice(0, 10)) {
      const document = methodology(
        nodes.map((node) => (node.indicator === undefined ? { ...node, aggregate } : node)),
        { normalize: positive, aggregate: { atLeast: 0.5 } },
      );
      fc.assert(
        fc.property(rowsArbitrary(false), (rows) => {
          const result = build(rows, document);
          const { difference, parts } = explainDifference(result, "U00", "U01");
          const sum = parts.reduce((total, { contribution }) => total + contribution, 0);
          expect(sum).toBeCloseTo(difference, 8);
        }),
        { numRuns: 25 },
      );
    }
  });

  it("a result is built again from itself, bit for bit", () => {
    const document = methodology(nodes, {
      impute: { method: "median" },
      treat: { atMost: 2 },
      normalize: { method: "z-score" },
    });
    fc.assert(
      fc.property(rowsArbitrary(true), (rows) => {
        const result = build(rows, document);
        expect(JSON.stringify(rebuild(result))).toBe(JSON.stringify(result));
      }),
      { numRuns: 25 },
    );
  });

  it("imputation never changes a value that was there, and says what it filled", () => {
    for (const method of ["mean", "median", "unit-mean", "nearest"] as const) {
      const document = methodology(nodes, { impute: { method }, normalize: positive });
      fc.assert(
        fc.property(rowsArbitrary(true), (rows) => {
          for (const { unit, values } of build(rows, document).units) {
            const row = rows.find((each) => each.unit === unit) as Row;
            for (const id of IDS) {
              expect(values[id]?.value).toBe(row[id]);
              if (row[id] !== null) expect(values[id]?.imputed).toBeUndefined();
            }
          }
        }),
        { numRuns: 25 },
      );
    }
  });

  it("treatment keeps the order of values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 10 ** 6 }), { minLength: 5 }),
        (values) => {
          const { values: treated } = treatColumn(values);
          values.forEach((x, i) => {
            values.forEach((y, j) => {
              if (x < y) expect(treated[i] as number).toBeLessThanOrEqual(treated[j] as number);
            });
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it("nobody does better than under weights of one's own", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 }), (rows) => {
        const columns = [0, 1, 2].map((k) => rows.map((row) => row[k] as number));
        const scores = benefitOfTheDoubt(columns);
        scores.forEach(({ weights, score }, i) => {
          rows.forEach((row, j) => {
            const value = row.reduce((sum, y, k) => sum + y * (weights[k] as number), 0);
            expect(value).toBeLessThanOrEqual(1 + 1e-8);
            if (i === j) expect(value).toBeCloseTo(score, 8);
          });
        });
        expect(Math.max(...scores.map(({ score }) => score))).toBeCloseTo(1, 8);
      }),
      { numRuns: 50 },
    );
  });

  it("removing by hand is what removal in turn gives", () => {
    fc.assert(
      fc.property(rowsArbitrary(false), (rows) => {
        const document = methodology(nodes, { normalize: positive });
        const result = build(rows, document);
        for (const { node, ranks } of removeElements(result)) {
          const without = build(rows, {
            ...document,
            nodes: document.nodes.filter(({ id }) => id !== node),
          });
          for (const { unit, rank } of without.units) expect(ranks[unit]).toBe(rank);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("what is refused, or said", () => {
  const rows: readonly Row[] = [
    { unit: "A", a: 1, b: 4, c: 3, d: 9, size: 10, group: "x" },
    { unit: "B", a: 2, b: null, c: 1, d: 5, size: 0, group: "y" },
    { unit: "C", a: 8, b: 2, c: 2, d: 7, size: 5, group: "x" },
  ];
  const at = (id: string, more: Partial<FrameworkNode>) =>
    nodes.map((node) => (node.id === id ? { ...node, ...more } : node));
  const refused = (document: IndexMethodology) =>
    codesOf(() => buildIndex(rows, document, options));
  const relaxed = { normalize: { method: "min-max" }, aggregate: { atLeast: 0 } } as const;

  it.each([
    ["a zero denominator", at("a", { denominate: { by: "size" } }), {}, "zero-denominator"],
    [
      "a denominator that is not there",
      at("a", { denominate: { by: "sizes" } }),
      {},
      "indicator-without-data",
    ],
    [
      "no grouping of that name",
      nodes,
      { impute: { method: "mean", group: "groups" } },
      "unknown-grouping",
    ],
    [
      "no such predictor",
      at("b", { impute: { method: "regression", predictors: ["z"] } }),
      {},
      "unknown-predictor",
    ],
    [
      "too few units for a regression",
      at("b", { impute: { method: "regression", predictors: ["a", "c"] } }),
      {},
      "imputation-undefined",
    ],
    [
      "a target at the worst value",
      at("a", { normalize: { method: "distance-to-target", best: 1 } }),
      {},
      "target-not-beyond",
    ],
    [
      "a reference that is the worst",
      at("a", { normalize: { method: "distance-to-reference", reference: "A" } }),
      {},
      "reference-unusable",
    ],
    [
      "a reference that is not there",
      at("a", { normalize: { method: "distance-to-reference", reference: "Z" } }),
      {},
      "reference-unusable",
    ],
    [
      "a share of the maximum where less is better",
      at("d", { normalize: { method: "fraction-of-max" } }),
      {},
      "method-needs-more-is-better",
    ],
    [
      "edges that do not rise",
      at("a", { normalize: { method: "percentile-scale", edges: [50, 5] } }),
      {},
      "out-of-bounds",
    ],
    [
      "classes against the direction",
      at("a", { normalize: { method: "categories", edges: [2], scores: [9, 1] } }),
      {},
      "categories-against-direction",
    ],
    [
      "a method that was not passed",
      at("left", { aggregate: { method: "custom:mine" } }),
      {},
      "method-not-passed",
    ],
    [
      "a power mean without its power",
      at("left", { aggregate: { method: "generalized" } }),
      {},
      "lacking-parameter",
    ],
    [
      "places without weights",
      at("left", { aggregate: { method: "owa", order: [1] } }),
      {},
      "lacking-parameter",
    ],
    [
      "goalposts after a logarithm",
      at("a", {
        normalize: { method: "goalposts", worst: 0, best: 9 },
        treat: { first: "log-ct", always: true },
      }),
      {},
      "treated-scale",
    ],
  ] as const)("%s", (_, own, more, code) => {
    const document = methodology(own, { ...relaxed, ...more } as Partial<IndexMethodology>);
    expect(refused(document)).toContain(`composite/${code}`);
  });

  it("all problems of a methodology come at once", () => {
    const codes = checkMethodology(
      methodology(at("left", { aggregate: { method: "generalized", exponent: 0 } }), {
        screening: { nonzeroAtLeast: 2 },
        impute: { above: 0 },
        treat: { atMost: -1 },
        panel: { within: 0.5 },
      }),
      { definitions },
    ).filter(({ code }) => code === "composite/out-of-bounds");
    expect(codes).toHaveLength(5);
  });

  it("gaps that stay are named, with their units", () => {
    const { findings } = buildIndex(
      rows,
      methodology(nodes, { ...relaxed, impute: { method: "mean", group: "group" } }),
      options,
    );
    const left = findings.find(({ code }) => code === "composite/not-imputed");
    expect(left?.facts).toMatchObject({ indicator: "b", units: ["B"] });
    const filled = buildIndex(
      rows,
      methodology(nodes, {
        ...relaxed,
        impute: { method: "mean", group: "group", fallback: "overall" },
      }),
      options,
    );
    expect(filled.units.find(({ unit }) => unit === "B")?.values.b?.imputed).toBe(3);
  });

  it("exceptions of screening hold, with their reasons", () => {
    const result = buildIndex(
      rows,
      methodology(nodes, {
        ...relaxed,
        normalize: { method: "rank" },
        screening: {
          indicatorsAtLeast: 1,
          exceptions: [
            { unit: "B", keep: true, reason: "The capital." },
            { unit: "A", keep: false, reason: "War." },
          ],
        },
      }),
      options,
    );
    expect(result.notRanked.map(({ unit, reasons }) => [unit, reasons[0]?.message])).toEqual([
      ["A", "left out by decision: War."],
    ]);
  });

  it("functions of one's own are used where the methodology names them", () => {
    const result = buildIndex(
      rows,
      methodology(at("left", { aggregate: { method: "custom:first" } }), {
        ...relaxed,
        impute: { method: "custom:seven" },
      }),
      {
        ...options,
        methods: {
          aggregate: { "custom:first": (scores) => scores[0] as number },
          impute: { "custom:seven": (target) => target.map(() => 7) },
        },
      },
    );
    const unit = result.units.find((each) => each.unit === "B");
    expect(unit?.scores.left).toBe(unit?.scores.a);
    expect(unit?.values.b?.imputed).toBe(7);
  });

  it.each([
    [
      "an unknown node",
      () => whatIf(build(rows, methodology(nodes, relaxed)), { without: ["lefft"] }),
    ],
    [
      "a weight below zero",
      () => whatIf(build(rows, methodology(nodes, relaxed)), { weights: { a: -1 } }),
    ],
    [
      "nothing left",
      () => whatIf(build(rows, methodology(nodes, relaxed)), { without: ["left", "right"] }),
    ],
    ["a transform of a constant", () => treatTransform([1, 1], "log-ct")],
    ["a logarithm that would turn the order", () => treatTransform([0.1, 0.5], "log-gii")],
    [
      "comparisons that contradict each other's inverse",
      () =>
        ahpWeights([
          [1, 2],
          [2, 1],
        ]),
    ],
    ["bounds of shares that cannot be met", () => benefitOfTheDoubt([[1], [1]], { low: 0.6 })],
    [
      "a column that does not vary",
      () =>
        imputeByEm([
          [1, 1, 1],
          [1, 2, Number.NaN],
        ]),
    ],
    [
      "too many units for a Kemeny order",
      () => kemenyOrder(outrankingMatrix([Array.from({ length: 17 }, (_, i) => i)])),
    ],
    [
      "ranks fixed to a base period",
      () =>
        fixNormalization(
          build(rows, methodology(nodes, { ...relaxed, normalize: { method: "percentile-rank" } })),
        ),
    ],
    [
      "a base period that is not there",
      () =>
        buildPanel(
          rows.map((row) => ({ ...row, year: 2020 })),
          methodology(nodes, { ...relaxed, panel: { fit: "base", base: "1999" } }),
          { ...options, periodColumn: "year" },
        ),
    ],
  ])("%s is an error that says so", (_, run) => {
    expect(codesOf(run).every((code) => code.startsWith("composite/"))).toBe(true);
    expect(codesOf(run).length).toBeGreaterThan(0);
  });
});

describe("functions alone", () => {
  it("leave their input as it is", () => {
    const values = [1, Number.NaN, 3];
    imputeByColumn(values);
    denominate(values, [1, 2, 3]);
    treatColumn([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000]);
    expect(values).toEqual([1, Number.NaN, 3]);
    const document = methodology(nodes);
    expect(withWeights(document, { a: 2 })).not.toBe(document);
    expect(document.nodes).toEqual(nodes);
  });

  it("draw the same sets for the same seed, and others for another", () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const y = [2.1, 3.8, 6.2, Number.NaN, 10.1, 11.8, 14.2, Number.NaN, 18.1, 19.8];
    const draw = (seed: number) =>
      imputeMultiple([x, y], { sets: 2, seed }).map((set) => set[1]?.[3]);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1)[0]).not.toBe(draw(1)[1]);
  });

  it("one unit alone makes a panel between goalposts", () => {
    const posts = nodes.map((node) =>
      node.indicator === undefined
        ? node
        : { ...node, normalize: node.id === "d" ? { worst: 10, best: 0 } : { worst: 0, best: 10 } },
    );
    const { periods } = buildPanel(
      [
        { unit: "A", year: 2019, a: 1, b: 2, c: 3, d: 4 },
        { unit: "A", year: 2020, a: 2, b: 3, c: 4, d: 3 },
      ],
      methodology(posts, { normalize: { method: "goalposts" } }),
      { ...options, periodColumn: "year" },
    );
    expect(periods.map(({ result }) => result.units[0]?.score)).toEqual([25, 35]);
  });
});
