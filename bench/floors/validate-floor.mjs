/**
 * The least that checks six columns: one pass over each typed array, codes looked up once per distinct text, nothing
 * but a count kept. What a library costs above this is what its generality and its report cost.
 *
 * @param {{ area: any, indicator: any, period: any, unit: any, value: any, n: any }} columns typed columns of a table
 * @param {{ areas: Set<string>, indicators: Set<string>, periods: (text: string) => boolean, units: Set<string> }} known
 */
export function floorValidate({ area, indicator, period, unit, value, n }, known) {
  let failed = 0;
  const text = ({ codes, levels }, isKnown) => {
    const wrong = Uint8Array.from(levels, (level) => (isKnown(level) ? 0 : 1));
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || wrong[codes[i]] === 1) failed++;
    }
  };
  text(area, (level) => known.areas.has(level));
  text(indicator, (level) => known.indicators.has(level));
  text(period, known.periods);
  text(unit, (level) => known.units.has(level));
  for (let i = 0; i < value.values.length; i++) {
    if (!(value.values[i] >= 0 && value.values[i] <= 100)) failed++;
  }
  for (let i = 0; i < n.values.length; i++) {
    if (!(n.values[i] >= 1 && n.values[i] <= 1e6) || !Number.isInteger(n.values[i])) failed++;
  }
  return failed;
}
