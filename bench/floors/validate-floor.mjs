/**
 * The least that checks six columns: one pass over each typed array, codes looked up once per distinct text, nothing
 * but a count kept. What a library costs above this is what its generality and its report cost.
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
    wrongNumbers(n.values, 1, 1e6) +
    fractions(n.values)
  );
}

/** Where all distinct texts are known, only missing codes can be wrong. */
function wrongTexts({ codes, levels }, isKnown) {
  const wrong = Uint8Array.from(levels, (level) => (isKnown(level) ? 0 : 1));
  const allKnown = !wrong.includes(1);
  let failed = 0;
  if (allKnown) for (let i = 0; i < codes.length; i++) failed += codes[i] >>> 31;
  else for (let i = 0; i < codes.length; i++) if (codes[i] < 0 || wrong[codes[i]] === 1) failed++;
  return failed;
}

function wrongNumbers(values, low, high) {
  let failed = 0;
  for (let i = 0; i < values.length; i++) if (!(values[i] >= low && values[i] <= high)) failed++;
  return failed;
}

function fractions(values) {
  let failed = 0;
  for (let i = 0; i < values.length; i++) if (Math.floor(values[i]) !== values[i]) failed++;
  return failed;
}
