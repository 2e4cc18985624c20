import { cellAt, numbersOf, type Table, textOf } from "@vitalcore/core";
import { type Candidate, type Ingested, observationFrom } from "./ingested.js";

/** Codes of groups (regions, development classes, the world) start so. */
const AGGREGATE = /^ZZ/;

const COLUMN_OF = {
  "gni-per-person": "gnipc_2018",
  "life-expectancy": "le_2018",
  "maternal-mortality": "mmr_2018",
  "women-in-parliament": "pr_f_2018",
} as const;

/** The rows that are countries: index in the table, code and name. */
function countryRows(hdr: Table): { row: number; area: string; name: string }[] {
  const codes = textOf(hdr, "code");
  const names = textOf(hdr, "country");
  return Array.from({ length: hdr.length }, (_, row) => ({
    row,
    area: cellAt(codes, row) ?? "",
    name: cellAt(names, row) ?? "",
  })).filter(({ area }) => area !== "" && !AGGREGATE.test(area));
}

/** The candidates for the ranking: the countries of the Human Development Report. */
export function candidatesOf(hdr: Table): Candidate[] {
  const millions = numbersOf(hdr, "pop_total_2018");
  return countryRows(hdr).map(({ row, area, name }) => ({
    area,
    name,
    population: (millions[row] as number) * 1e6,
  }));
}

/** Income, life expectancy, maternal mortality and women in parliament, all of 2018. */
export function readHdr(hdr: Table): Ingested {
  const observations = Object.entries(COLUMN_OF).flatMap(([indicator, column]) => {
    const values = numbersOf(hdr, column);
    return countryRows(hdr).map(({ row, area }) => {
      const value = values[row] as number;
      const facts = { area, period: "2018", indicator };
      if (!Number.isNaN(value)) return observationFrom("hdr", { ...facts, value });
      return observationFrom("hdr", {
        ...facts,
        value: null,
        note: `${column} is empty in the file`,
      });
    });
  });
  return { observations, findings: [] };
}
