import { DIMENSIONS_BY_DEGREE, PACKED_NUMBERS } from "./joe-kuo-numbers.js";

/** Most dimensions there are direction numbers for. */
export const MOST_DIMENSIONS = 1111;
/** Bits of a coordinate, and logarithm of the number of points. */
export const BITS = 32;

/** The value of a packing character: A-Z, a-z, 0-9, - and _. */
function sixBits(character: number): number {
  if (character === 45) return 62;
  if (character === 95) return 63;
  if (character >= 97) return character - 71;
  return character >= 65 ? character - 65 : character + 4;
}

/** Reads groups of bits, highest first, from the packed text. */
function bitReader(packed: string): (width: number) => number {
  let position = 0;
  return (width) => {
    let value = 0;
    for (let i = 0; i < width; i++, position++) {
      const six = sixBits(packed.charCodeAt(Math.floor(position / 6)));
      value = value * 2 + ((six >> (5 - (position % 6))) & 1);
    }
    return value;
  };
}

/** The directions of one dimension from its first ones: Bratley and Fox (1988), ACM TOMS 14. */
function extend(directions: Uint32Array, degree: number, coefficients: number): void {
  for (let j = degree; j < BITS; j++) {
    const before = directions[j - degree] as number;
    let direction = before ^ (before >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((coefficients >> (degree - 1 - k)) & 1) direction ^= directions[j - k] as number;
    }
    directions[j] = direction;
  }
}

/**
 * The direction numbers of the first dimensions, 32 for each, as binary fractions in 32 bits.
 *
 * @param dimensions - at most {@link MOST_DIMENSIONS}.
 */
export function directionNumbers(dimensions: number): Uint32Array {
  const all = new Uint32Array(dimensions * BITS);
  // The first dimension is the van der Corput sequence.
  for (let j = 0; j < BITS; j++) all[j] = 2 ** (BITS - 1 - j);
  const read = bitReader(PACKED_NUMBERS);
  let dimension = 1;
  for (const [i, count] of DIMENSIONS_BY_DEGREE.entries()) {
    const degree = i + 1;
    for (let k = 0; k < count && dimension < dimensions; k++, dimension++) {
      const directions = all.subarray(dimension * BITS, (dimension + 1) * BITS);
      const coefficients = read(degree - 1);
      for (let j = 0; j < degree; j++) directions[j] = (2 * read(j) + 1) * 2 ** (BITS - 1 - j);
      extend(directions, degree, coefficients);
    }
  }
  return all;
}
