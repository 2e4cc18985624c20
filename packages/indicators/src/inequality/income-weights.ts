/** Incomes with their weights. */
export interface IncomeWeights {
  /** Zero or positive, none missing. */
  readonly incomes: ArrayLike<number>;
  /** As many; equal if left out. */
  readonly weights?: ArrayLike<number>;
}
