import type { Citation } from "../vocabulary/evidence-types.js";

/** What a concept means, in our words, and the texts from which that reading comes. */
export interface Definition {
  readonly text: string;
  /** Where the texts speak of it. */
  readonly sources: readonly Citation[];
  /** Present where the concept is an addition of ours: the sources then only lead further. */
  readonly basis?: "own";
}
