import type { IndexResult, LeafValue } from "../index-result.js";
import type { IndexMethodology, ScreeningException } from "../methodology.js";

/** What a unit has over the periods that decide. */
interface Tally {
  present: number;
  zeros: number;
  of: number;
}

/** The methodology without its thresholds, so that what units have can be counted. */
export function withoutThresholds(methodology: IndexMethodology): IndexMethodology {
  const { screening, ...rest } = methodology;
  return { ...rest, screening: { exceptions: screening?.exceptions ?? [] } };
}

/**
 * Decides over several periods together which units are in the index: the thresholds hold for all values of a unit in
 * them. Units that none of them knows are left out.
 *
 * @param results - of the periods that decide, built without thresholds.
 */
export function screenTogether(
  { screening = {} }: IndexMethodology,
  results: readonly IndexResult[],
  periods: string,
): (unit: string) => ScreeningException {
  const { indicatorsAtLeast = 0, nonzeroAtLeast = 0, after, exceptions = [] } = screening;
  const tallies = new Map<string, Tally>();
  for (const { units } of results) {
    for (const { unit, values } of units) {
      const tally = tallies.get(unit) ?? { present: 0, zeros: 0, of: 0 };
      tallies.set(unit, tally);
      for (const value of Object.values(values)) {
        const screened = after === "impute" ? imputedValue(value) : givenValue(value);
        tally.of += 1;
        if (screened !== null) tally.present += 1;
        if (screened === 0) tally.zeros += 1;
      }
    }
  }
  const decided = new Map(exceptions.map((exception) => [exception.unit, exception]));
  return (unit) => {
    const given = decided.get(unit);
    if (given !== undefined) return given;
    const { present, zeros, of } = tallies.get(unit) ?? { present: 0, zeros: 0, of: 0 };
    const share = present / of;
    const nonzero = present === 0 ? 1 : 1 - zeros / present;
    // A threshold is not missed by its rounding.
    const keep = share >= indicatorsAtLeast - 1e-9 && nonzero >= nonzeroAtLeast - 1e-12;
    const reason = `${present} of ${of} values ${periods}, ${zeros} of them zero`;
    return { unit, keep, reason };
  };
}

function givenValue({ value, denominated }: LeafValue): number | null {
  return denominated === undefined ? value : denominated;
}

function imputedValue(value: LeafValue): number | null {
  return value.imputed ?? givenValue(value);
}
