import type { IndexMethodology } from "@vitalcore/composite";
import { type UncertaintySpec, uncertainty } from "@vitalcore/composite/uncertainty";
import type { Progress } from "@vitalcore/core";
import { describe, expect, test } from "vitest";

/**
 * From sources no thread starts, and the tasks of all threads are done here: what is tested is that the division does
 * not matter. `checks/threads.test.ts` does the same with threads, on the built package.
 */
const methodology: IndexMethodology = {
  kind: "IndexMethodology",
  version: 1,
  id: "threads",
  title: "Threads",
  nodes: [
    { id: "index" },
    { id: "x", parent: "index" },
    { id: "a", parent: "x", indicator: "a" },
    { id: "b", parent: "x", indicator: "b" },
    { id: "c", parent: "index", indicator: "c" },
  ],
  normalize: { method: "min-max", scale: [1, 100] },
};
const definitions = ["a", "b", "c"].map((id) => ({
  id,
  name: id,
  definition: id,
  unit: "SCORE",
  range: [null, null] as const,
  direction: "higherBetter" as const,
  home: "economic" as const,
  dimensions: ["economic"] as const,
  digital: false,
  status: "established" as const,
}));
const units = Array.from({ length: 9 }, (_, u) => `u${u}`);
const data = {
  unit: units,
  a: units.map((_, u) => (u * 37) % 11),
  b: units.map((_, u) => (u * u * 5 + 3) % 17),
  c: units.map((_, u) => (u === 4 ? null : (u * 13 + 2) % 7)),
};
const options = { unitColumn: "unit", definitions, classes: [30, 60] };
const spec = (design: UncertaintySpec["design"]): UncertaintySpec => ({
  kind: "UncertaintySpec",
  version: 1,
  factors: [
    { id: "noise", kind: "weight-noise", noise: { distribution: "uniform", spread: 0.4 } },
    {
      id: "mean",
      kind: "choice",
      alternatives: [{}, { change: { aggregate: { method: "geometric" } } }],
    },
  ],
  ...(design !== undefined && { design }),
});
const monteCarlo = spec({ method: "monte-carlo", runs: 20_000 });

describe("an uncertainty analysis on several threads", () => {
  test("is the same, to the last bit, for any number", async () => {
    const [alone, ...others] = await Promise.all(
      [1, 2, 3].map((workers) => uncertainty(data, methodology, monteCarlo, options, { workers })),
    );
    expect(alone?.runs).toBe(20_000);
    for (const other of others) expect(other).toEqual(alone);
  });

  test("is the same for rows, columns and finished tables", async () => {
    const rows = units.map((unit, u) => ({ unit, a: data.a[u], b: data.b[u], c: data.c[u] }));
    const small = spec({ method: "monte-carlo", runs: 3000 });
    const run = { workers: 2 };
    const fromRows = await uncertainty(rows, methodology, small, options, run);
    expect(await uncertainty(data, methodology, small, options, run)).toEqual(fromRows);
  });

  test("stops at the same run, and says how far it is", async () => {
    const precise = spec({ method: "monte-carlo", runs: 50_000, precision: 0.02 });
    const alone = await uncertainty(data, methodology, precise, options);
    expect(alone.runs).toBeGreaterThan(1024);
    expect(alone.runs).toBeLessThan(50_000);
    const seen: Progress[] = [];
    const run = { workers: 2, onProgress: (progress: Progress) => seen.push(progress) };
    expect(await uncertainty(data, methodology, precise, options, run)).toEqual(alone);
    expect(seen.map(({ done }) => done)).toEqual(Array.from(seen.keys(), (i) => i + 1));
    expect(seen.length).toBe(alone.runs / 1024);
  });

  test("is cancelled with the signal's reason", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const run = {
      workers: 2,
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    };
    await expect(uncertainty(data, methodology, monteCarlo, options, run)).rejects.toBe(reason);
  });

  test("hands out every run where it is asked to, on one", async () => {
    const seen = new Set<number>();
    const onRun = (run: number) => void seen.add(run);
    const small = spec({ method: "monte-carlo", runs: 1500 });
    await uncertainty(data, methodology, small, { ...options, onRun }, { workers: 3 });
    expect(seen.size).toBe(1500);
  });
});
