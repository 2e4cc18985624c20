import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
import {
  factorScreeningResult,
  momentIndependent,
  momentIndependentResult,
  oneAtATime,
  screenFactors,
  sensitivity,
  sensitivityResult,
  varianceSplit,
  varianceSplitResult,
} from "@vitalcore/composite/sensitivity";
import {
  type Factor,
  shareInBottom,
  uncertainty,
  uncertaintyResult,
} from "@vitalcore/composite/uncertainty";
import { describe, expect, test } from "vitest";
import { data as five, options, smallIndex, spec } from "./support/small-index.js";

const methodology = smallIndex({ method: "min-max", scale: [1, 100] });
const data = {
  unit: [...five.unit, "u6"],
  a: [...five.a, 2.2],
  b: [...five.b, 4.4],
  c: [...five.c, 3.3],
  d: [...five.d, 0.6],
};
const mean: Factor = {
  id: "mean",
  kind: "choice",
  alternatives: [
    { label: "arithmetic" },
    { label: "geometric", change: { aggregate: { method: "geometric" } } },
    { label: "harmonic", share: 0.5, change: { aggregate: { method: "harmonic" } } },
  ],
};
const scale: Factor = {
  id: "scale",
  kind: "choice",
  alternatives: [{}, { change: { normalize: { method: "percentile-rank" } } }],
};
const weights: Factor = {
  id: "weights",
  kind: "weight-sets",
  sets: [{ weights: {} }, { weights: { a: 4 } }, { weights: { right: 3, d: 0.2 } }],
};
const figures: Factor = {
  id: "figures",
  kind: "value-sets",
  source: "imputation",
  sets: [{ values: {} }, { values: { a: { u1: 4.8 }, c: { u3: 1.2 } } }],
};
const inert: Factor = { id: "inert", kind: "choice", alternatives: [{}, {}] };
const all = [mean, scale, weights, figures, inert];

describe("groups of factors", () => {
  test("exactly: all of them are everything, and their Shapley effects sum to 1", async () => {
    const output = { kind: "score", unit: "u1" } as const;
    const result = await sensitivity(data, methodology, spec(all), {
      ...options,
      output,
      together: { methods: ["scale", "mean"], rest: ["figures", "weights", "inert"] },
    });
    expect(result.sensitivities.map(({ factor, members }) => [factor, members])).toEqual([
      ["methods", ["scale", "mean"]],
      ["rest", ["figures", "weights", "inert"]],
    ]);
    const [methods, rest] = result.sensitivities;
    const interaction = result.second?.[0]?.[1]?.value as number;
    expect((methods?.first.value ?? 0) + (rest?.first.value ?? 0) + interaction).toBeCloseTo(1, 12);
    expect(methods?.total.value).toBeCloseTo((methods?.first.value ?? 0) + interaction, 12);
    const shapley = result.sensitivities.map((each) => each.shapley?.value ?? Number.NaN);
    expect((shapley[0] as number) + (shapley[1] as number)).toBeCloseTo(1, 12);
    const bySource = await sensitivity(data, methodology, spec(all), {
      ...options,
      output,
      together: "sources",
    });
    expect(bySource.sensitivities.map(({ factor }) => factor)).toEqual([
      "methods",
      "weights",
      "imputation",
    ]);
  });

  test("drawn: indices, interactions and Shapley effects are near the exact ones", async () => {
    const given = { ...options, output: { kind: "rank", unit: "u6" } as const, second: true };
    const exact = await sensitivity(data, methodology, spec(all), given);
    const drawn = await sensitivity(data, methodology, spec(all, { method: "sobol", runs: 2048 }), {
      ...given,
      shapley: true,
      bootstrap: 60,
    });
    expect(drawn.isExact).toBe(false);
    expect(drawn.runs).toBe(2048 * 32);
    drawn.sensitivities.forEach(({ first, total, shapley }, i) => {
      const wanted = exact.sensitivities[i];
      expect(Math.abs(first.value - (wanted?.first.value ?? 9))).toBeLessThan(0.06);
      expect(Math.abs(total.value - (wanted?.total.value ?? 9))).toBeLessThan(0.06);
      expect(Math.abs((shapley?.value ?? 9) - (wanted?.shapley?.value ?? 9))).toBeLessThan(0.04);
      expect(shapley?.interval?.[0]).toBeLessThanOrEqual(shapley?.value as number);
    });
    const sum = drawn.sensitivities.reduce((s, { shapley }) => s + (shapley?.value ?? 0), 0);
    expect(sum).toBeCloseTo(1, 10);
    drawn.second?.forEach((row, i) => {
      row.forEach(({ value, interval }, j) => {
        if (i === j) return;
        expect(Math.abs(value - (exact.second?.[i]?.[j]?.value ?? 9))).toBeLessThan(0.12);
        expect(interval).not.toBeNull();
      });
    });
    expect(sensitivityResult.revive(JSON.parse(JSON.stringify(drawn)))).toEqual(drawn);
  });

  test.each([[{ x: ["nobody"] }], [{ x: ["mean"], y: ["mean"] }], [{ x: [] }]])(
    "refuses %j",
    async (together) => {
      const run = sensitivity(data, methodology, spec(all), { ...options, together });
      await expect(run).rejects.toThrow(/group/);
    },
  );

  test("Shapley effects of many drawn factors are refused, with the remedy", async () => {
    const many = Array.from({ length: 9 }, (_, i): Factor => ({ ...inert, id: `f${i}` }));
    const given = spec(many, { method: "sobol", runs: 4 });
    const run = sensitivity(data, methodology, given, { ...options, shapley: true });
    await expect(run).rejects.toThrow(/name groups/);
  });
});

describe("the split of variance by source", () => {
  test("exactly: the variances are those of the uncertainty analysis", async () => {
    const result = await varianceSplit(data, methodology, spec(all), options);
    const plain = await uncertainty(data, methodology, spec(all), options);
    expect(result.isExact).toBe(true);
    expect(result.groups).toEqual({
      methods: ["mean", "scale", "inert"],
      weights: ["weights"],
      imputation: ["figures"],
    });
    result.units.forEach(({ variance, shares }, i) => {
      expect(variance).toBeCloseTo((plain.units[i]?.rank?.sd ?? 0) ** 2, 10);
      const sum = Object.values(shares ?? {}).reduce((s, x) => s + x, 0);
      expect(sum).toBeCloseTo(1, 10);
    });
    expect(varianceSplitResult.revive(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(String(result)).toContain("imputation");
  });

  test("drawn: near the exact one", async () => {
    const given = { ...options, of: "score" } as const;
    const exact = await varianceSplit(data, methodology, spec(all), given);
    // A hair of noise makes the space endless.
    const noise: Factor = {
      id: "noise",
      kind: "weight-noise",
      noise: { distribution: "uniform", spread: 1e-9 },
    };
    const drawn = await varianceSplit(data, methodology, spec([...all, noise]), {
      ...given,
      rows: 4096,
    });
    expect(drawn.isExact).toBe(false);
    drawn.units.forEach(({ variance, shares }, i) => {
      const wanted = exact.units[i];
      expect(Math.abs(variance / (wanted?.variance ?? 1) - 1)).toBeLessThan(0.15);
      for (const [group, share] of Object.entries(wanted?.shares ?? {})) {
        expect(Math.abs((shares?.[group] ?? 9) - share)).toBeLessThan(0.08);
      }
    });
  });

  test("says nothing of a unit that never moves", async () => {
    const still = await varianceSplit(data, methodology, spec([inert]), options);
    expect(still.overall).toEqual({ variance: 0, shares: null });
    expect(still.units.every(({ shares }) => shares === null)).toBe(true);
  });
});

describe("one factor at a time", () => {
  test("each alternative is what buildIndex gives for it", async () => {
    const found = await oneAtATime(data, methodology, spec([mean, weights]), {
      ...options,
      output: { kind: "score", unit: "u2" },
    });
    const of = (id: string) => found.find(({ factor }) => factor === id);
    const scoreWith = (changed: IndexMethodology) =>
      buildIndex(data, changed, options).units.find(({ unit }) => unit === "u2")?.score ?? 0;
    const means = ["arithmetic", "geometric", "harmonic"] as const;
    means.forEach((method, i) => {
      const wanted = scoreWith({ ...methodology, aggregate: { method } });
      expect(of("mean")?.alternatives[i]?.label).toBe(method);
      expect(of("mean")?.alternatives[i]?.output).toBeCloseTo(wanted, 10);
    });
    const outputs = of("mean")?.alternatives.map(({ output }) => output ?? 0) ?? [];
    expect(of("mean")?.low).toBe(Math.min(...outputs));
    expect(of("mean")?.high).toBe(Math.max(...outputs));
    const reaches = found.map(({ low, high }) => (high ?? 0) - (low ?? 0));
    expect(reaches).toEqual([...reaches].sort((x, y) => y - x));
  });

  test("a parameter says at which value; noise gives quantiles", async () => {
    const power: Factor = {
      id: "power",
      kind: "parameter",
      stage: "aggregate",
      option: "exponent",
      distribution: { shape: "uniform", from: 0.2, to: 4 },
    };
    const noise: Factor = {
      id: "noise",
      kind: "weight-noise",
      noise: { distribution: "uniform", spread: 0.2 },
    };
    const general: IndexMethodology = {
      ...methodology,
      aggregate: { method: "generalized", exponent: 1 },
    };
    const found = await oneAtATime(data, general, spec([power, noise]), {
      ...options,
      output: { kind: "score", unit: "u2" },
    });
    const [first, second] = found;
    expect(first?.factor).toBe("power");
    // The power mean rises with its power.
    expect(Number(first?.lowAt)).toBeLessThan(0.6);
    expect(Number(first?.highAt)).toBeGreaterThan(3.6);
    expect(second?.lowAt).toBeNull();
    expect(second?.low).toBeLessThan(second?.high as number);
  });
});

describe("screening, and measures without moments", () => {
  test("an inert factor has no effect; the others are ordered as by their total indices", async () => {
    const given = { ...options, output: { kind: "score", unit: "u1" } as const };
    const result = await screenFactors(data, methodology, spec(all), { ...given, rows: 512 });
    expect(factorScreeningResult.revive(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(String(result)).toContain("What drawing a factor anew does to the score of u1");
    const { effects, runs } = result;
    expect(runs).toBe(512 * (1 + all.length));
    expect(effects.at(-1)).toEqual({ factor: "inert", muStar: 0, mu: 0, sigma: 0 });
    const exact = await sensitivity(data, methodology, spec(all), given);
    const most = (list: readonly { readonly factor: string; readonly by: number }[]) =>
      [...list].sort((x, y) => y.by - x.by)[0]?.factor;
    expect(most(effects.map(({ factor, sigma }) => ({ factor, by: sigma })))).toBe(
      most(exact.sensitivities.map(({ factor, total }) => ({ factor, by: total.value }))),
    );
  });

  test("the first-order share by alternatives is near the exact index; inert factors look like chance", async () => {
    const noise: Factor = {
      id: "noise",
      kind: "weight-noise",
      noise: { distribution: "uniform", spread: 1e-9 },
    };
    const given = { ...options, output: { kind: "rank", unit: "u1" } as const };
    const found = await momentIndependent(data, methodology, spec([...all, noise]), given);
    const exact = await sensitivity(data, methodology, spec(all), given);
    expect(found.notEvaluable).toEqual(["noise"]);
    expect(momentIndependentResult.revive(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(String(found)).toContain("Not measured, being of many numbers: noise.");
    found.measures.forEach(({ factor, first, pawn }, i) => {
      expect(factor).toBe(all[i]?.id);
      expect(Math.abs(first - (exact.sensitivities[i]?.first.value ?? 9))).toBeLessThan(0.04);
      if (factor === "inert") expect(pawn.most).toBeLessThan(0.04);
    });
    expect(found.inert.pawn.most).toBeLessThan(0.04);
  });
});

describe("what is summed up", () => {
  test("classes, histograms, draws and distances are those of the runs themselves", async () => {
    const edges = [40, 55];
    const result = await uncertainty(data, methodology, spec([mean, scale, weights]), {
      ...options,
      classes: edges,
      histogram: 7,
      draws: true,
      stableWithin: 1,
    });
    const { draws, units } = result;
    expect(draws?.ranks).toHaveLength(6);
    // Shares: arithmetic and geometric count twice the harmonic mean; the first factor changes fastest.
    const weightOf = (run: number) => (run % 3 === 2 ? 0.5 : 1) as number;
    const total = Array.from({ length: 18 }, (_, run) => weightOf(run)).reduce((s, w) => s + w, 0);
    const shareOf = (holds: (run: number) => boolean) =>
      Array.from({ length: 18 }, (_, run) => (holds(run) ? weightOf(run) : 0)).reduce(
        (s, w) => s + w,
        0,
      ) / total;
    const classOf = (score: number) => edges.filter((edge) => score >= edge).length;
    let changing = 0;
    let turned = 0;
    units.forEach(({ nominal, classes, near, isStable, histogram, rank }, u) => {
      const scores = (draws?.scores[u] ?? []) as number[];
      const ranks = (draws?.ranks[u] ?? []) as number[];
      expect(scores).toHaveLength(18);
      classes?.shares.forEach((share, k) => {
        expect(share).toBeCloseTo(
          shareOf((run) => classOf(scores[run] as number) === k),
          12,
        );
      });
      expect(classes?.nominal).toBe(classOf(nominal.score as number));
      changing += shareOf((run) => classOf(scores[run] as number) !== classes?.nominal);
      const isNear = shareOf((run) => Math.abs((ranks[run] as number) - (nominal.rank ?? 0)) <= 1);
      expect(near).toBeCloseTo(isNear, 12);
      expect(isStable).toBe(isNear >= 0.9);
      expect(histogram?.shares).toHaveLength(7);
      expect(histogram?.shares.reduce((s, x) => s + x, 0)).toBeCloseTo(1, 12);
      expect(histogram?.from).toBe(Math.min(...scores));
      expect(rank?.least).toBe(Math.min(...ranks));
      units.forEach((other, v) => {
        if ((nominal.rank as number) >= (other.nominal.rank as number)) return;
        const others = (draws?.ranks[v] ?? []) as number[];
        turned += shareOf((run) => (ranks[run] as number) > (others[run] as number));
      });
    });
    expect(result.classes?.changing).toBeCloseTo(changing, 10);
    expect(result.kendallDistance).toBeCloseTo(turned / 15, 10);
    const bottom = shareInBottom(result, "u1", 2);
    expect(bottom).toBeCloseTo(
      shareOf((run) => (draws?.ranks[0]?.[run] ?? 0) >= 5),
      12,
    );
    expect(uncertaintyResult.revive(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  test("the output of class changes is their count", async () => {
    const edges = [40, 55];
    const given = spec([mean, scale]);
    const result = await uncertainty(data, methodology, given, { ...options, classes: edges });
    const why = await sensitivity(data, methodology, given, {
      ...options,
      output: { kind: "class-changes", edges },
    });
    expect(why.mean).toBeCloseTo(result.classes?.changing ?? -1, 12);
  });

  test.each([[{ classes: [3, 2] }], [{ histogram: 0.5 }], [{ stableWithin: -1 }]])(
    "refuses %j",
    async (bad) => {
      const run = uncertainty(data, methodology, spec([mean]), { ...options, ...bad });
      await expect(run).rejects.toThrow(/must be/);
    },
  );
});
