import { find } from "./catalog.js";
import { VitalError } from "./vital-error.js";

// Signed 32-bit numbers with the bits of the published constants: all arithmetic stays in 32-bit steps.
const MULTIPLIER_0 = 0xd2511f53 | 0;
const MULTIPLIER_1 = 0xcd9e8d57 | 0;
const WEYL_0 = 0x9e3779b9 | 0;
const WEYL_1 = 0xbb67ae85 | 0;
const ROUNDS = 10;

/** High 32 bits of the product of two numbers of 32 bits without sign, from products of halves; no sum overflows. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0;
  const carry = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (carry >>> 16)) | 0;
}

/** The block of a counter (four words) and a key (two), as 32-bit numbers of either sign. */
function fillBlock(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0);
    const high1 = multiplyHigh(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/**
 * One block of the counter-based generator Philox4x32-10: four random 32-bit words as a function of
 * counter and key. Source: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy
 * as 1, 2, 3", section 3.3.
 *
 * @param counter - four unsigned 32-bit words.
 * @param key - two unsigned 32-bit words.
 * @param out - receives the four words.
 *
 * @example
 * ```ts
 * import { philox } from "@vitalcore/core";
 * const block = philox(new Uint32Array(4), new Uint32Array(2), new Uint32Array(4));
 * block[0]?.toString(16); // => "6627e8d5"
 * ```
 */
export function philox(counter: Uint32Array, key: Uint32Array, out: Uint32Array): Uint32Array {
  const word = (of: Uint32Array, i: number) => (of[i] as number) | 0;
  fillBlock(
    word(counter, 0),
    word(counter, 1),
    word(counter, 2),
    word(counter, 3),
    word(key, 0),
    word(key, 1),
    out,
  );
  return out;
}

/**
 * Random numbers addressed by replication and draw: any of them can be had without the others, so
 * that results do not depend on the order of work, on chunks or on the number of workers.
 */
export interface RandomStream {
  readonly seed: number;
  readonly label: string;
  /** The uniform number of a draw, in the open interval (0, 1), with 52 random bits. */
  uniform(replication: number, draw: number): number;
  /** Fills an array with the uniform numbers of draws `first`, `first + 1`, ... of a replication. */
  fillUniform(replication: number, out: Float64Array, first?: number): Float64Array;
}

/** FNV-1a over UTF-16 code units: spreads labels over the second word of the key. */
function hashOf(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) {
    hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
}

function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed) && seed >= 0) return;
  throw new VitalError([find("core/invalid-seed", { found: seed })]);
}

/**
 * A stream of random numbers. The key of the generator is (seed, label), its counter (replication,
 * draw): two labels give independent streams for one seed.
 *
 * @param options.label - what the numbers are for, for example "weights".
 * @param options.seed - a whole number from 0 to 2^53 - 1; 1 if left out.
 * @throws VitalError `core/invalid-seed`.
 *
 * @example
 * ```ts
 * import { randomStream } from "@vitalcore/core";
 * const stream = randomStream({ seed: 7, label: "weights" });
 * stream.uniform(12, 3) === randomStream({ seed: 7, label: "weights" }).uniform(12, 3); // => true
 * ```
 */
export function randomStream(options: {
  readonly label: string;
  readonly seed?: number;
}): RandomStream {
  const { label, seed = 1 } = options;
  checkSeed(seed);
  const seedHigh = Math.floor(seed / 0x100000000);
  const key0 = seed | 0;
  const key1 = (hashOf(label) ^ seedHigh) | 0;
  const block = new Uint32Array(4);

  /** A block of four words serves two draws of 52 bits each. */
  const uniform = (replication: number, draw: number): number => {
    const index = Math.floor(draw / 2);
    const high = highWord(replication);
    fillBlock(index | 0, highWord(index), replication | 0, high, key0, key1, block);
    const at = 2 * (draw % 2);
    return toUniform(block[at] as number, block[at + 1] as number);
  };

  const fillUniform = (replication: number, out: Float64Array, first = 0): Float64Array => {
    if (first + out.length > SAME_HIGH_WORD) {
      for (let i = 0; i < out.length; i++) out[i] = uniform(replication, first + i);
      return out;
    }
    const from = first % 2;
    if (from === 1 && out.length > 0) out[0] = uniform(replication, first);
    fillDraws(key0, key1, replication, (first + from) / 2, out, from);
    return out;
  };

  return Object.freeze({ seed, label, uniform, fillUniform });
}

/** The bits of a whole number above the lower 32. */
function highWord(count: number): number {
  return count < 0x100000000 ? 0 : (count / 0x100000000) | 0;
}

/** Draws below have blocks with a counter whose second word is 0. */
const SAME_HIGH_WORD = 2 ** 33;

/**
 * Fills an array from a place on with the draws of a replication; `index` is the number of the first block. Each block
 * is that of `fillBlock`, written for long stretches, which takes a third of the time: two rounds at a time, no array
 * between, and what the first two rounds have in common for all blocks of a replication computed once.
 */
function fillDraws(
  key0: number,
  key1: number,
  replication: number,
  index: number,
  out: Float64Array,
  from: number,
): void {
  // The constants again, of the function: those of a bundled module are variables, which the engine reads every time.
  const M0 = 0xd2511f53 | 0;
  const M1 = 0xcd9e8d57 | 0;
  const W0 = 0x9e3779b9 | 0;
  const W1 = 0xbb67ae85 | 0;
  const low = replication | 0;
  const first0 = multiplyHigh(M1, low) ^ key0;
  const first1 = Math.imul(M1, low) ^ (key0 + W0);
  const first2 = highWord(replication) ^ key1;
  const second2 = multiplyHigh(M0, first0) ^ (key1 + W1);
  const second3 = Math.imul(M0, first0);
  const last = out.length - 1;
  for (let i = from; i <= last; i += 2, index++) {
    const a = multiplyHigh(M0, index) ^ first2;
    let c0 = multiplyHigh(M1, a) ^ first1;
    let c1 = Math.imul(M1, a);
    let c2 = second2 ^ Math.imul(M0, index);
    let c3 = second3;
    let k0 = (key0 + 2 * W0) | 0;
    let k1 = (key1 + 2 * W1) | 0;
    for (let round = 2; round < 10; round += 2) {
      const low0 = Math.imul(M0, c0);
      const low1 = Math.imul(M1, c2);
      const a0 = multiplyHigh(M1, c2) ^ c1 ^ k0;
      const a2 = multiplyHigh(M0, c0) ^ c3 ^ k1;
      c1 = Math.imul(M1, a2);
      c3 = Math.imul(M0, a0);
      c0 = multiplyHigh(M1, a2) ^ low1 ^ (k0 + W0);
      c2 = multiplyHigh(M0, a0) ^ low0 ^ (k1 + W1);
      k0 = (k0 + 2 * W0) | 0;
      k1 = (k1 + 2 * W1) | 0;
    }
    out[i] = toUniform(c0, c1);
    if (i < last) out[i + 1] = toUniform(c2, c3);
  }
}

/** 26 + 26 bits, and a half: never 0, never 1, symmetric about 1/2. */
function toUniform(high: number, low: number): number {
  return ((high >>> 6) * 0x4000000 + (low >>> 6) + 0.5) / 0x10000000000000;
}
