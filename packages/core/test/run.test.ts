import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MergeableStatistic, overChunks, type Progress, runSteps } from "../src/index.js";

describe("runSteps", () => {
  it("does the steps in order and reports each", async () => {
    const done: number[] = [];
    const reports: Progress[] = [];
    await runSteps("counting", 3, (i) => void done.push(i), {
      onProgress: (progress) => reports.push(progress),
    });
    expect(done).toEqual([0, 1, 2]);
    expect(reports).toEqual([1, 2, 3].map((n) => ({ stage: "counting", done: n, total: 3 })));
  });

  it("is rejected with the signal's reason, before or during the work", async () => {
    const reason = new Error("enough");
    await expect(
      runSteps("x", 1, () => undefined, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    const controller = new AbortController();
    let steps = 0;
    const run = runSteps(
      "x",
      10,
      (i) => {
        steps += 1;
        if (i === 4) controller.abort(reason);
      },
      { signal: controller.signal },
    );
    await expect(run).rejects.toBe(reason);
    expect(steps).toBe(5);
  });

  it("is rejected with what a step throws", async () => {
    const failing = () => Promise.reject(new Error("broken step"));
    await expect(runSteps("x", 2, failing)).rejects.toThrow("broken step");
  });
});

describe("overChunks", () => {
  const mean: MergeableStatistic<readonly number[], { n: number; sum: number }, number> = {
    empty: () => ({ n: 0, sum: 0 }),
    accumulate: (state, chunk) => ({
      n: state.n + chunk.length,
      sum: chunk.reduce((sum, value) => sum + value, state.sum),
    }),
    merge: (a, b) => ({ n: a.n + b.n, sum: a.sum + b.sum }),
    finish: ({ n, sum }) => sum / n,
  };

  it("gives the same for any split of the data (property)", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer()), { minLength: 1 }), (chunks) => {
        expect(overChunks(mean, chunks)).toBe(overChunks(mean, [chunks.flat()]));
      }),
    );
  });
});
