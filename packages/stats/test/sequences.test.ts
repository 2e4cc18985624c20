import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { halton, latinHypercube, type PointSequence, sobol } from "../src/sequences/index.js";
import { expectClose } from "./closeness.js";
import reference from "./fixtures/sequences.json" with { type: "json" };

const points = (sequence: PointSequence, count: number, first = 0): number[][] => {
  const { dimensions } = sequence;
  const flat = sequence.fill(new Float64Array(count * dimensions), first);
  return Array.from({ length: count }, (_, i) => [
    ...flat.subarray(i * dimensions, (i + 1) * dimensions),
  ]);
};

/** Most points in one box of a division of the unit square into 2^a by 2^b boxes. */
function fullestBox(
  sample: readonly number[][],
  i: number,
  j: number,
  a: number,
  b: number,
): number {
  const boxes = new Map<number, number>();
  for (const point of sample) {
    const column = Math.floor((point[i] as number) * 2 ** a);
    const row = Math.floor((point[j] as number) * 2 ** b);
    const key = column * 2 ** b + row;
    boxes.set(key, (boxes.get(key) ?? 0) + 1);
  }
  return Math.max(...boxes.values());
}

describe("Sobol' sequence", () => {
  it("without scrambling is scipy's, up to dimension 1,111", () => {
    const sequence = sobol({ dimensions: 1111, scramble: false });
    reference.rows.forEach((row, k) => {
      const point = sequence.point(row);
      expect(reference.columns.map((column) => point[column])).toEqual(reference.sobol[k]);
    });
  });

  it("has the same points in any chunks", () => {
    const sequence = sobol({ dimensions: 5 });
    const whole = points(sequence, 64, 3);
    const chunks = [points(sequence, 10, 3), points(sequence, 53, 13), points(sequence, 1, 66)];
    expect(chunks.flat()).toEqual(whole);
    expect([...sequence.point(40)]).toEqual(whole[37]);
  });

  it("reaches the last of its 2^32 points", () => {
    const [last] = points(sobol({ dimensions: 2, scramble: false }), 1, 2 ** 32 - 1);
    expect(last?.[0]).toBe(2 ** -32);
  });

  const seeds = [undefined, 1, 2, 3, 99] as const;
  it.each(seeds)("is a (0, m, 2)-net in its first two dimensions: seed %s", (seed) => {
    const options = seed === undefined ? { scramble: false } : { seed };
    const sample = points(sobol({ dimensions: 2, ...options }), 256);
    for (let a = 0; a <= 8; a++) expect(fullestBox(sample, 0, 1, a, 8 - a)).toBe(1);
  });

  it.each(seeds)("puts one point in each of 2^m intervals of every dimension: seed %s", (seed) => {
    const options = seed === undefined ? { scramble: false } : { seed };
    const dimensions = 1111;
    const sequence = sobol({ dimensions, ...options });
    for (const first of [0, 128]) {
      const sample = points(sequence, 128, first);
      for (let d = 0; d < dimensions; d++) {
        const cells = new Set(sample.map((point) => Math.floor((point[d] as number) * 128)));
        expect(cells.size).toBe(128);
      }
    }
  });

  it("keeps, scrambled, how many points every pair of dimensions has in every box", () => {
    const plain = points(sobol({ dimensions: 12, scramble: false }), 128);
    const scrambled = points(sobol({ dimensions: 12, seed: 5 }), 128);
    for (let i = 0; i < 12; i++) {
      for (let j = 0; j < i; j++) {
        for (const [a, b] of [
          [3, 4],
          [2, 2],
          [6, 1],
        ] as const) {
          expect(fullestBox(scrambled, i, j, a, b)).toBe(fullestBox(plain, i, j, a, b));
        }
      }
    }
  });

  it("differs between seeds and replications, and each dimension is scrambled for itself", () => {
    const first = (options: { seed?: number; replication?: number }) =>
      [...sobol({ dimensions: 3, ...options }).point(0)].join();
    const found = [
      first({}),
      first({ seed: 2 }),
      first({ replication: 1 }),
      first({ replication: 2 }),
    ];
    expect(new Set(found).size).toBe(4);
    expect(new Set(sobol({ dimensions: 50 }).point(0)).size).toBe(50);
    expect(first({ seed: 1, replication: 0 })).toBe(found[0]);
  });

  it("integrates a smooth function much better than independent points would", () => {
    // Integral of prod (1 + (x - 1/2)) is 1; its standard deviation is about 0.66 in five dimensions.
    const errors = Array.from({ length: 20 }, (_, replication) => {
      const sample = points(sobol({ dimensions: 5, replication }), 1024);
      const total = sample.reduce(
        (sum, point) => sum + point.reduce((f, x) => f * (0.5 + x), 1),
        0,
      );
      return total / 1024 - 1;
    });
    const rms = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
    expect(rms).toBeLessThan(0.66 / Math.sqrt(1024) / 10);
    const bias = errors.reduce((sum, e) => sum + e, 0) / errors.length;
    expect(Math.abs(bias)).toBeLessThan((4 * rms) / Math.sqrt(errors.length));
  });

  it("stays strictly inside the cube when scrambled", () => {
    const sample = points(sobol({ dimensions: 200 }), 512).flat();
    expect(sample.every((u) => u > 0 && u < 1)).toBe(true);
  });
});

describe("Halton sequence", () => {
  it("without scrambling is scipy's", () => {
    const sequence = halton({ dimensions: 40, scramble: false });
    reference.haltonRows.forEach((row, k) => {
      const expected = reference.halton[k] as number[];
      sequence.point(row).forEach((u, d) => {
        expectClose(u, expected[d] as number, 1e-15);
      });
    });
  });

  it.each([1, 2, 7])("scrambled has one point in each interval of its base: seed %i", (seed) => {
    const primes = [2, 3, 5, 7, 11, 13];
    const sample = points(halton({ dimensions: 6, seed }), 169);
    primes.forEach((prime, d) => {
      const count = prime ** 2;
      const cells = new Set(
        sample.slice(0, count).map((p) => Math.floor((p[d] as number) * count)),
      );
      expect(cells.size).toBe(count);
    });
  });

  it("has the same points in any chunks, all inside the cube", () => {
    const sequence = halton({ dimensions: 30, seed: 3 });
    expect(points(sequence, 7, 5)).toEqual(points(sequence, 12).slice(5));
    expect(
      points(sequence, 500)
        .flat()
        .every((u) => u > 0 && u < 1),
    ).toBe(true);
  });
});

describe("Latin hypercube", () => {
  it("has one point in each interval of each dimension, whatever the size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(99),
        (n, d, seed) => {
          const sample = latinHypercube({ points: n, dimensions: d, seed });
          for (let k = 0; k < d; k++) {
            const cells = new Set<number>();
            for (let i = 0; i < n; i++) cells.add(Math.floor((sample[i * d + k] as number) * n));
            expect(cells.size).toBe(n);
          }
        },
      ),
    );
  });

  it("is the same for the same seed and replication only", () => {
    const of = (seed: number, replication: number) =>
      latinHypercube({ points: 5, dimensions: 2, seed, replication }).join();
    expect(of(1, 0)).toBe(of(1, 0));
    expect(new Set([of(1, 0), of(2, 0), of(1, 1)]).size).toBe(3);
  });
});

describe("bad input", () => {
  it.each([
    ["no dimensions", () => sobol({ dimensions: 0 })],
    ["too many dimensions", () => sobol({ dimensions: 1112 })],
    ["half a dimension", () => halton({ dimensions: 1.5 })],
    ["a negative point", () => sobol({ dimensions: 1 }).point(-1)],
    ["a point beyond the last", () => sobol({ dimensions: 1 }).point(2 ** 32)],
    [
      "points beyond the last",
      () => sobol({ dimensions: 1 }).fill(new Float64Array(2), 2 ** 32 - 1),
    ],
    ["an array that does not fit", () => sobol({ dimensions: 2 }).fill(new Float64Array(3))],
    ["no points", () => latinHypercube({ points: 0, dimensions: 2 })],
    ["a seed that is not whole", () => halton({ dimensions: 2, seed: 0.5 })],
    ["a negative replication", () => halton({ dimensions: 2, replication: -1 })],
  ])("%s is refused", (_, run) => {
    expect(run).toThrow(/whole number/);
  });
});
