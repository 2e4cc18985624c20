/** A span of whole years of age; an open end is infinite. */
export interface AgeSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads the code of an age group: SDMX (`Y15T24`, `Y_GE65`, `Y_LT5`, `Y7`) or plain (`15-24`, `65+`, `<5`, `7`).
 *
 * @returns the span, or `undefined` if the code is neither.
 */
export function readAges(code: string): AgeSpan | undefined {
  const between = /^(?:Y(\d{1,3})T(\d{1,3})|(\d{1,3}) ?[-–] ?(\d{1,3}))$/.exec(code);
  if (between !== null) {
    const from = Number(between[1] ?? between[3]);
    const to = Number(between[2] ?? between[4]);
    return from <= to ? { from, to } : undefined;
  }
  const least = /^(?:Y_GE(\d{1,3})|(\d{1,3}) ?\+)$/.exec(code);
  if (least !== null) return { from: Number(least[1] ?? least[2]), to: Number.POSITIVE_INFINITY };
  const below = /^(?:Y_LT(\d{1,3})|< ?(\d{1,3}))$/.exec(code);
  if (below !== null) return { from: 0, to: Number(below[1] ?? below[2]) - 1 };
  const single = /^Y?(\d{1,3})$/.exec(code);
  return single === null ? undefined : { from: Number(single[1]), to: Number(single[1]) };
}
