import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { philox, randomStream } from "../src/index.js";

/** Known answers of the Random123 distribution (Salmon et al. 2011), kat_vectors: philox4x32 10. */
const KNOWN_ANSWERS = [
  [
    "00000000 00000000 00000000 00000000",
    "00000000 00000000",
    "6627e8d5 e169c58d bc57ac4c 9b00dbd8",
  ],
  [
    "ffffffff ffffffff ffffffff ffffffff",
    "ffffffff ffffffff",
    "408f276d 41c83b0e a20bc7c6 6d5451fd",
  ],
  [
    "243f6a88 85a308d3 13198a2e 03707344",
    "a4093822 299f31d0",
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  ],
] as const;

const words = (hex: string) =>
  Uint32Array.from(hex.split(" "), (word) => Number.parseInt(word, 16));

describe("philox", () => {
  it.each(KNOWN_ANSWERS)("of %s with key %s is %s", (counter, key, expected) => {
    expect(philox(words(counter), words(key), new Uint32Array(4))).toEqual(words(expected));
  });
});

describe("randomStream", () => {
  const index = fc.oneof(fc.nat(9), fc.nat(), fc.integer({ min: 0, max: 2 ** 40 }));

  it("gives any draw without the others, filled or one by one (property)", () => {
    fc.assert(
      fc.property(index, index, fc.integer({ min: 1, max: 9 }), (replication, first, count) => {
        const stream = randomStream({ seed: 3, label: "weights" });
        const filled = stream.fillUniform(replication, new Float64Array(count), first);
        const single = Array.from(filled, (_, i) => stream.uniform(replication, first + i));
        expect([...filled]).toEqual(single);
      }),
    );
  });

  it("stays inside (0, 1) (property)", () => {
    fc.assert(
      fc.property(index, index, (replication, draw) => {
        const value = randomStream({ label: "x" }).uniform(replication, draw);
        return value > 0 && value < 1;
      }),
    );
  });

  it("differs by seed, label, replication and draw, beyond 32 bits too", () => {
    const value = (seed: number, label: string, replication: number, draw: number) =>
      randomStream({ seed, label }).uniform(replication, draw);
    const drawn = [
      value(1, "a", 0, 0),
      value(2, "a", 0, 0),
      value(1 + 2 ** 32, "a", 0, 0),
      value(1, "b", 0, 0),
      value(1, "a", 1, 0),
      value(1, "a", 2 ** 32, 0),
      value(1, "a", 0, 1),
      value(1, "a", 0, 2 ** 33),
    ];
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it("is uniform: chi-square of 100,000 draws in 100 cells is within its 99.9 % bounds", () => {
    const draws = randomStream({ seed: 11, label: "uniformity" }).fillUniform(
      0,
      new Float64Array(1e5),
    );
    const counts = new Float64Array(100);
    for (const draw of draws) counts[Math.floor(draw * 100)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // qchisq(c(0.0005, 0.9995), 99) in R
    expect(chiSquare).toBeGreaterThan(57.6);
    expect(chiSquare).toBeLessThan(152.7);
  });

  it("has seed 1 by default, and says which seed it has", () => {
    expect(randomStream({ label: "a" }).seed).toBe(1);
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 53])("refuses the seed %d", (seed) => {
    expect(() => randomStream({ seed, label: "a" })).toThrow("is not a whole number");
  });
});
