/** The bits of a 32-bit word in reverse order. */
function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}

/**
 * Nested uniform (Owen) scrambling of a binary fraction in 32 bits: each bit is flipped or not depending on
 * the bits before it, so that every net stays a net. The flips come from a hash in which a bit of the
 * reversed word only influences higher ones.
 * Source: Owen (1995); the hash is Laine and Karras (2011) with the constants of Vegdahl (2021), used as in Burley
 * (2020), J. Computer Graphics Techniques 9(4).
 *
 * @param seed - 32 random bits, others for each dimension.
 */
export function owenScramble(fraction: number, seed: number): number {
  let x = reverseBits(fraction);
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return reverseBits(x);
}
