/** First and last day of a period, as numbers that compare: 20180731. */
export interface PeriodBounds {
  readonly first: number;
  readonly last: number;
}

const MONTHS_OF: Readonly<Record<string, number>> = { S: 6, Q: 3, M: 1 };

/** The days of an SDMX period, or `undefined` if the text is none. */
export function periodBounds(text: string): PeriodBounds | undefined {
  const [from = "", to, ...rest] = text.split("/");
  if (rest.length > 0) return undefined;
  const start = simpleBounds(from);
  if (to === undefined || start === undefined) return start;
  const end = simpleBounds(to);
  if (end === undefined || end.last < start.first) return undefined;
  return { first: start.first, last: end.last };
}

function simpleBounds(text: string): PeriodBounds | undefined {
  const year = /^(\d{4})$/.exec(text);
  if (year !== null) return months(Number(year[1]), 1, 12);
  const part = /^(\d{4})-([SQM])(\d{1,2})$/.exec(text);
  if (part !== null) {
    const width = MONTHS_OF[part[2] as string] as number;
    const number = Number(part[3]);
    if (number < 1 || number > 12 / width) return undefined;
    return months(Number(part[1]), (number - 1) * width + 1, number * width);
  }
  const month = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (month === null) return undefined;
  const y = Number(month[1]);
  const m = Number(month[2]);
  if (m < 1 || m > 12) return undefined;
  if (month[3] === undefined) return months(y, m, m);
  const day = Number(month[3]);
  if (day < 1 || day > daysIn(y, m)) return undefined;
  return { first: y * 10000 + m * 100 + day, last: y * 10000 + m * 100 + day };
}

function months(year: number, first: number, last: number): PeriodBounds {
  return {
    first: year * 10000 + first * 100 + 1,
    last: year * 10000 + last * 100 + daysIn(year, last),
  };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
