import type { Goalpost, HdiGoalposts } from "./edition.js";

function share(value: number, [lowest, highest]: Goalpost): number {
  return Math.min(1, Math.max(0, (value - lowest) / (highest - lowest)));
}

export function healthIndex(years: number, goalposts: HdiGoalposts): number {
  return share(years, goalposts.lifeExpectancy);
}

/** Each of the two is capped by itself, not their mean. */
export function educationIndex(expected: number, mean: number, goalposts: HdiGoalposts): number {
  return (share(expected, goalposts.expectedSchooling) + share(mean, goalposts.meanSchooling)) / 2;
}

export function incomeIndex(dollars: number, { gniPerPerson }: HdiGoalposts): number {
  const [lowest, highest] = gniPerPerson;
  return share(Math.log(dollars), [Math.log(lowest), Math.log(highest)]);
}

/** Geometric mean of the three indices. */
export function combined(health: number, education: number, income: number): number {
  return Math.cbrt(health * education * income);
}
