import type { Finding, TextColumn } from "@vitalcore/core";
import { readPeriod } from "@vitalcore/domain/periods";
import { find } from "../catalog.js";
import type { Tally } from "../report/tally.js";
import { textView } from "./column-views.js";
import { levelChecks } from "./level-checks.js";
import type { PeriodRule } from "./rule.js";
import type { Chunk, RuleKind } from "./rule-kind.js";

/** Kinds of period by the letters of SDMX CL_FREQ. */
const KIND_OF_FREQUENCY: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["A", "year"],
  ["S", "half"],
  ["T", "trimester"],
  ["Q", "quarter"],
  ["M", "month"],
  ["W", "week"],
  ["D", "day"],
]);

/** Serial days of spreadsheets from 1954 to 2119: what a date column becomes when its format is lost. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const POINT_IN_TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** The date of a serial day of the 1900 date system, which counts a 29 February 1900. */
function dateOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

/** "2019/2020" is two years by ISO 8601, and to many a school or marketing year: nothing tells which. */
function twoYears(text: string): Finding | undefined {
  if (!/^\d{4}\/\d{4}$/.test(text)) return undefined;
  const [first = "", second = ""] = text.split("/");
  if (Number(second) !== Number(first) + 1) return undefined;
  return find("validate/two-years", { found: text, facts: { first, second } });
}

/** What is wrong with a text as a period, or nothing. */
export function periodFinding(text: string): Finding | undefined {
  const time = POINT_IN_TIME.exec(text);
  if (time !== null) return readPeriod(time[1] as string).finding;
  const { finding } = readPeriod(text);
  if (finding === undefined) return twoYears(text);
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    const suggestion = dateOfSerial(serial);
    return find("validate/serial-date", { found: text, suggestion });
  }
  return finding;
}

/** Reports periods that are not of the kind that the frequency of their row asks for. */
function frequencyCheck(column: string, frequency: string) {
  const kinds = new Map<string, string | undefined>();
  const kindOf = (text: string): string | undefined => {
    if (!kinds.has(text)) kinds.set(text, readPeriod(text).period?.kind);
    return kinds.get(text);
  };
  return (periods: TextColumn, { table, rowOf }: Chunk, tally: Tally) => {
    const frequencies = textView(table, frequency);
    return (i: number): void => {
      const letter = frequencies.levels[frequencies.codes[i] as number];
      if (letter === undefined) return;
      const wanted = KIND_OF_FREQUENCY.get(letter);
      const found = periods.levels[periods.codes[i] as number] as string;
      const kind = kindOf(found);
      // Intervals and points in time have no frequency.
      if (wanted === undefined || kind === undefined || kind === "interval" || kind === wanted) {
        return;
      }
      const place = { row: rowOf(i), column };
      const facts = { frequency: letter, wanted, kind };
      tally.fail("validate/frequency", { place, found, facts });
    };
  };
}

export const period: RuleKind<PeriodRule> = {
  level: 1,
  columns: ({ column, frequency }) => (frequency === undefined ? [column] : [column, frequency]),
  start({ column, frequency }) {
    const further = frequency === undefined ? undefined : frequencyCheck(column, frequency);
    const check = levelChecks(column, periodFinding, further);
    return { chunk: (chunk, tally) => check(textView(chunk.table, column), chunk, tally) };
  },
};
