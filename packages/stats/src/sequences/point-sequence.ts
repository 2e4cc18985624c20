/** Options that all sequences share. */
export interface SequenceOptions {
  /** Number of coordinates of a point. */
  readonly dimensions: number;
  /** Whether the points are randomized; true if left out. Without it the first point is the origin. */
  readonly scramble?: boolean;
  /** A whole number from 0; 1 if left out. */
  readonly seed?: number;
  /** Which of the independent randomizations of a seed; 0 if left out. */
  readonly replication?: number;
}

/** Points of the unit cube, any of which can be had without the others. */
export interface PointSequence {
  readonly dimensions: number;
  /** The coordinates of point `index`, from 0. */
  point(index: number): Float64Array;
  /** Fills an array, point by point, with as many points as fit, from point `first` (0 if left out) on. */
  fill(out: Float64Array, first?: number): Float64Array;
}
