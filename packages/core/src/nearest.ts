/** Words longer than this are not compared: a hostile header must not cost seconds. */
const LONGEST_WORD = 200;

/** Edit distance with transpositions of neighbours (optimal string alignment; Damerau 1964). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(substitution, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforeLast[j - 2] as number) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}

function folded(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/**
 * The candidate that was probably meant: equal but for case, accents and spaces, or within a third
 * of the word's letters of it (at least one).
 *
 * @returns the nearest candidate (the first of several equally near), or `undefined` if none is near.
 *
 * @example
 * ```ts
 * import { nearest } from "@vitalcore/core";
 * nearest("helth", ["wealth", "health", "heat"]); // => "health"
 * nearest("xyz", ["health"]); // => undefined
 * ```
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // Callers without types may look for what is no word.
  if (typeof word !== "string" || word.length > LONGEST_WORD) return undefined;
  const wanted = folded(word);
  let found: string | undefined;
  let smallest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= smallest + 4) continue;
    const distance = editDistance(wanted, folded(candidate));
    if (distance < smallest) {
      smallest = distance;
      found = candidate;
    }
  }
  return found;
}
