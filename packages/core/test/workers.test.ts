import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Progress } from "../src/index.js";
import { type Job, runTasks, startThread, type Thread } from "../src/workers/index.js";
import { preparePowers } from "./fixtures/powers.js";

const folder = mkdtempSync(join(tmpdir(), "vitalcore-workers-"));
const script = pathToFileURL(join(folder, "powers-worker.mjs"));

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, "fixtures/powers-worker.ts")],
    outfile: join(folder, "powers-worker.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "silent",
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const thread = () =>
  startThread(
    () => new Worker(script, { type: "module" }),
    () => script,
  );

function job(bases: readonly number[], startThread: () => Thread = thread) {
  const taken: [number, number][] = [];
  const powers: Job<{ exponent: number }, number, number> = {
    stage: "powers",
    shared: { exponent: 3 },
    tasks: bases,
    prepare: preparePowers,
    startThread,
    take: (power, index) => void taken.push([index, power]),
  };
  return { powers, taken };
}

const bases = Array.from({ length: 23 }, (_, i) => i + 1);
const cubes = bases.map((base, i) => [i, base ** 3]);

describe("runTasks", () => {
  it.each([1, 2, 3])("takes the same results in the same order on %i threads", async (workers) => {
    const { powers, taken } = job(bases);
    const progress: Progress[] = [];
    await runTasks(powers, { workers, onProgress: (now) => progress.push(now) });
    expect(taken).toEqual(cubes);
    expect(progress.map(({ done }) => done)).toEqual(bases);
    expect(progress.at(-1)).toEqual({ stage: "powers", done: 23, total: 23 });
  });

  it("really runs on other threads", async () => {
    const { powers, taken } = job(bases);
    const here = {
      ...powers,
      prepare: () => () => {
        throw new Error("done on this thread");
      },
    };
    await runTasks(here, { workers: 2 });
    expect(taken).toEqual(cubes);
  });

  it.each([
    [
      "no thread can be started",
      () => {
        throw new Error("no threads here");
      },
    ],
    [
      "the script is missing",
      () =>
        startThread(
          () => new Worker(new URL("file:///nowhere.mjs")),
          () => new URL("file:///nowhere.mjs"),
        ),
    ],
    [
      "the script ends without serving",
      () =>
        startThread(
          () => new Worker(new URL("data:text/javascript,")),
          () => new URL("data:text/javascript,"),
        ),
    ],
  ])("does the work here when %s", async (_, start) => {
    const { powers, taken } = job(bases, start);
    await runTasks(powers, { workers: 2 });
    expect(taken).toEqual(cubes);
  });

  it("is rejected with what a task throws, as if it had run here", async () => {
    const { powers, taken } = job([1, 2, -1, 4]);
    await expect(runTasks(powers, { workers: 2 })).rejects.toThrow(RangeError);
    expect(taken.length).toBeLessThanOrEqual(2);
  });

  it("does nothing where there is nothing to do", async () => {
    const { powers, taken } = job([]);
    await runTasks(powers, { workers: 4 });
    expect(taken).toEqual([]);
  });

  it("is rejected with the signal's reason, before and during the work", async () => {
    const reason = new Error("enough");
    const before = job(bases);
    await expect(
      runTasks(before.powers, { workers: 2, signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    expect(before.taken).toEqual([]);
    const during = job(bases);
    const controller = new AbortController();
    const onProgress = ({ done }: Progress) => done === 3 && controller.abort(reason);
    await expect(
      runTasks(during.powers, { workers: 2, signal: controller.signal, onProgress }),
    ).rejects.toBe(reason);
    expect(during.taken.length).toBe(3);
  });
});

describe("runTasks, where threads must be worth their start", () => {
  afterEach(() => void vi.restoreAllMocks());

  /** A clock by which every task takes a second. */
  const slowClock = () => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      now += 1000;
      return now;
    });
  };
  const counted = (bases: readonly number[]) => {
    let started = 0;
    const { powers, taken } = job(bases, () => {
      started += 1;
      return thread();
    });
    return { powers, taken, started: () => started };
  };

  it("stays here for a short job", async () => {
    const { powers, taken, started } = counted(bases);
    await runTasks({ ...powers, worthFrom: 60_000 }, { workers: 3 });
    expect(taken).toEqual(cubes);
    expect(started()).toBe(0);
  });

  it.each([
    [3, 1000, 2],
    [3, 12_000, 1],
    [3, 60_000, 0],
  ])(
    "starts what pays: up to %i threads where %i ms are worth one start %i",
    async (workers, worthFrom, expected) => {
      slowClock();
      const { powers, taken, started } = counted(bases);
      await runTasks({ ...powers, worthFrom }, { workers });
      expect(taken).toEqual(cubes);
      expect(started()).toBe(expected);
    },
  );

  it("goes on here where threads fail, and with what a task throws", async () => {
    slowClock();
    const { powers, taken } = job(bases, () => {
      throw new Error("no threads here");
    });
    await runTasks({ ...powers, worthFrom: 1 }, { workers: 2 });
    expect(taken).toEqual(cubes);
    const wrong = job([1, 2, 3, 4, 5, -1, 7]);
    await expect(runTasks({ ...wrong.powers, worthFrom: 1 }, { workers: 2 })).rejects.toThrow(
      RangeError,
    );
  });
});
