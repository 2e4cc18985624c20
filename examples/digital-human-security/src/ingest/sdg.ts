import { cellAt, numbersOf, type Table, textOf } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { type Candidate, forEveryCandidate, type Ingested, type Reading } from "./ingested.js";

/** One row of the long table of SDG series. */
export interface SdgRow {
  readonly area: string;
  readonly year: number;
  readonly sex: string;
  readonly age: string;
  /** As it is written: one series holds "<2.5" and "N". */
  readonly value: string;
}

/** The rows of a series that are countries and have a value. */
export function seriesOf(sdg: Table, series: string): SdgRow[] {
  const [codes, areas, sexes, ages] = ["series", "iso3", "sex", "age"].map((name) =>
    textOf(sdg, name),
  );
  const years = numbersOf(sdg, "year");
  const values = textOf(sdg, "value");
  const rows: SdgRow[] = [];
  for (let row = 0; row < sdg.length; row++) {
    const area = cellAt(areas!, row);
    if (cellAt(codes!, row) !== series || area === null) continue;
    rows.push({
      area,
      year: years[row] as number,
      sex: cellAt(sexes!, row) ?? "",
      age: cellAt(ages!, row) ?? "",
      value: cellAt(values, row) ?? "",
    });
  }
  return rows;
}

/** The years of poverty and homicide surveys that are taken. */
const FIRST_YEAR = 2010;
const LAST_YEAR = 2018;
const SURVEY_YEARS = `${FIRST_YEAR}/${LAST_YEAR}`;

const inSurveyYears = ({ year }: SdgRow) => year >= FIRST_YEAR && year <= LAST_YEAR;

/** Extreme poverty ($1.90 a day, 2011 PPP) in all survey years. */
export function readPoverty(sdg: Table, candidates: readonly Candidate[]): Ingested {
  const readings = seriesOf(sdg, "SI_POV_DAY1")
    .filter(inSurveyYears)
    .map(({ area, year, value }) => ({ area, period: String(year), value: Number(value) }));
  const absent = {
    period: SURVEY_YEARS,
    value: null,
    note: "no survey of these years in the file",
  };
  const observations = forEveryCandidate(
    "sdg",
    "extreme-poverty-rate",
    candidates,
    readings,
    absent,
  );
  return { observations, findings: [] };
}

/**
 * Moderate or severe food insecurity of all ages. The rows by sex are for people of 15 and over: their
 * mean is not the value of all.
 */
export function readFoodInsecurity(sdg: Table, candidates: readonly Candidate[]): Ingested {
  const readings = seriesOf(sdg, "AG_PRD_FIESMSI")
    .filter(({ sex, age, year }) => sex === "bothsex" && age === "allage" && year === 2018)
    .map(({ area, value }) => ({
      area,
      period: "2018",
      value: Number(value),
      note: "average of 2016 to 2018",
    }));
  const absent = { period: "2018", value: null, note: "the country has no FIES value for 2018" };
  const observations = forEveryCandidate(
    "sdg",
    "food-insecurity-fies",
    candidates,
    readings,
    absent,
  );
  return { observations, findings: [] };
}

/** Homicide in the years with a rate of both sexes; the file has none for all people. */
export function readHomicide(sdg: Table, candidates: readonly Candidate[]): Ingested {
  const rows = seriesOf(sdg, "VC_IHR_PSRC").filter(inSurveyYears);
  const rateOfWomen = new Map(
    rows
      .filter(({ sex }) => sex === "female")
      .map(({ area, year, value }) => [`${area} ${year}`, Number(value)]),
  );
  const readings = rows
    .filter(({ sex }) => sex === "male")
    .flatMap(({ area, year, value }): Reading[] => {
      const women = rateOfWomen.get(`${area} ${year}`);
      if (women === undefined) return [];
      const note = "mean of the rates of men and women, as if there were equally many of both";
      return [
        { area, period: String(year), value: (Number(value) + women) / 2, status: ["E"], note },
      ];
    });
  const note = "no year with rates of both sexes in the file";
  const absent = { period: SURVEY_YEARS, value: null, note };
  const observations = forEveryCandidate("sdg", "homicide-rate", candidates, readings, absent);
  return { observations, findings: [] };
}

/** The text of a value below the detection limit. */
const CENSORED = /^<(\d+(?:\.\d+)?)$/;

/**
 * Undernourishment, for an alternative: as the only food indicator it would drop countries where hunger is
 * greatest. A censored value ("<2.5") is taken at its limit and flagged; it is never missing.
 */
export function readUndernourishment(sdg: Table, candidates: readonly Candidate[]): Observation[] {
  const readings = seriesOf(sdg, "SN_ITK_DEFC")
    .filter(({ year }) => year === 2018)
    .flatMap(({ area, value }): Reading[] => {
      const limit = CENSORED.exec(value)?.[1];
      if (limit !== undefined) {
        const note = `censored: ${value}`;
        return [{ area, period: "2018", value: Number(limit), status: ["E"], note }];
      }
      const number = Number(value);
      return Number.isNaN(number) ? [] : [{ area, period: "2018", value: number }];
    });
  const absent = { period: "2018", value: null, note: "no value of 2018 in the file" };
  return forEveryCandidate("sdg", "undernourishment", candidates, readings, absent);
}
