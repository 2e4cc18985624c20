import { countMissing } from "@vitalcore/core";

/**
 * The least that checks six columns: one pass over each array of numbers, codes looked up once per distinct text,
 * nothing but a count kept. How many texts are missing was noted when their dictionary was made, and is asked, not
 * counted. What a library costs above this is what its generality and its report cost.
 *
 * @param {{ area: any, indicator: any, period: any, unit: any, value: any, n: any }} columns typed columns of a table
 * @param {{ areas: Set<string>, indicators: Set<string>, periods: (text: string) => boolean, units: Set<string> }} known
 */
export function floorValidate({ area, indicator, period, unit, value, n }, known) {
  return (
    wrongTexts(area, (level) => known.areas.has(level)) +
    wrongTexts(indicator, (level) => known.indicators.has(level)) +
    wrongTexts(period, known.periods) +
    wrongTexts(unit, (level) => known.units.has(level)) +
    wrongNumbers(value.values, 0, 100) +
    wrongWholeNumbers(n.values, 1, 1e6)
  );
}

/** Where all distinct texts are known, only missing codes can be wrong. */
function wrongTexts(column, isKnown) {
  const { codes, levels } = column;
  const wrong = Uint8Array.from(levels, (level) => (isKnown(level) ? 0 : 1));
  if (!wrong.includes(1)) return countMissing(column);
  let failed = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] < 0 || wrong[codes[i]] === 1) failed++;
  return failed;
}

function wrongNumbers(values, low, high) {
  const { length } = values;
  let failed = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i];
    if (!(value >= low && value <= high)) failed++;
  }
  return failed;
}

function wrongWholeNumbers(values, low, high) {
  const { length } = values;
  let failed = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i];
    if (!(value >= low && value <= high && Math.floor(value) === value)) failed++;
  }
  return failed;
}
