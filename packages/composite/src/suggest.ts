import { nearest } from "@vitalcore/core";

const MOST_SUGGESTIONS = 20;

/**
 * Makes a function that names the nearest of some candidates, for the first cases only: comparing
 * thousands of unknown words with thousands of candidates helps nobody and takes minutes.
 */
export function suggester(candidates: readonly string[]): (word: string) => string | undefined {
  let left = MOST_SUGGESTIONS;
  return (word) => {
    if (left === 0) return undefined;
    left -= 1;
    return nearest(word, candidates);
  };
}
