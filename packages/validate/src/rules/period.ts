import { type Finding, MISSING_CODE } from "@vitalcore/core";
import { readPeriod } from "@vitalcore/domain/periods";
import { find } from "../catalog.js";
import { textView } from "./column-views.js";
import { levelChecks } from "./level-checks.js";
import type { PeriodRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

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

/** What is wrong with a text as a period, or nothing. */
export function periodFinding(text: string): Finding | undefined {
  const time = POINT_IN_TIME.exec(text);
  if (time !== null) return readPeriod(time[1] as string).finding;
  const { finding } = readPeriod(text);
  if (finding === undefined) return undefined;
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    const suggestion = dateOfSerial(serial);
    return find("validate/serial-date", { found: text, suggestion });
  }
  return finding;
}

export const period: RuleKind<PeriodRule> = {
  level: 1,
  columns: ({ column, frequency }) => (frequency === undefined ? [column] : [column, frequency]),
  start({ column, frequency }) {
    const check = levelChecks(column, periodFinding);
    const kinds = new Map<string, string | undefined>();
    const kindOf = (text: string): string | undefined => {
      if (!kinds.has(text)) kinds.set(text, readPeriod(text).period?.kind);
      return kinds.get(text);
    };
    return {
      chunk(chunk, tally) {
        const { table, rowOf } = chunk;
        const periods = textView(table, column);
        check(periods, chunk, tally);
        if (frequency === undefined) return;
        const frequencies = textView(table, frequency);
        for (let i = 0; i < periods.codes.length; i++) {
          const code = periods.codes[i] as number;
          const letterCode = frequencies.codes[i] as number;
          if (code === MISSING_CODE || letterCode === MISSING_CODE) continue;
          const letter = frequencies.levels[letterCode] as string;
          const wanted = KIND_OF_FREQUENCY.get(letter);
          const found = periods.levels[code] as string;
          const kind = kindOf(found);
          // Faulty periods are reported already; intervals have no frequency.
          if (wanted === undefined || kind === undefined || kind === "interval" || kind === wanted)
            continue;
          const place = { row: rowOf(i), column };
          tally.fail("validate/frequency", {
            place,
            found,
            facts: { frequency: letter, wanted, kind },
          });
        }
      },
    };
  },
};
