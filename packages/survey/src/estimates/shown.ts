/** A number as facts of a result show it: four significant digits. */
export const shown = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(4));
