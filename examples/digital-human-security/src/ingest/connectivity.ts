import { cellAt, type Finding, numbersOf, type Table, textOf } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import {
  coverageGaps,
  mobileOwnershipParity,
  parities,
  usageGaps,
} from "@vitalcore/indicators/connectivity";
import { find } from "./catalog.js";
import {
  type Candidate,
  forEveryCandidate,
  type Ingested,
  observationFrom,
  type Reading,
} from "./ingested.js";
import { seriesOf } from "./sdg.js";
import type { SourceName } from "./source-files.js";

const YEAR = 2017;
const PERIOD = String(YEAR);
/** A fall by more than this within a year is a break in the series, not fewer people online. */
const BREAK_POINTS = 15;
/** Vintages that differ by more than this are reported. */
const VINTAGE_POINTS = 5;

/** Which file internet use is taken from: both hold the same series of ITU. */
export type InternetVintage = "newer" | "older";

/** Internet users in per cent, by country and year, in the newer vintage. */
function internetUse(internet: Table): Map<string, number> {
  const codes = textOf(internet, "Code");
  const years = numbersOf(internet, "Year");
  const shares = numbersOf(internet, "Percentage");
  const rows = [...shares.keys()].filter((row) => !Number.isNaN(shares[row]));
  return new Map(rows.map((row) => [`${cellAt(codes, row)} ${years[row]}`, shares[row] as number]));
}

/** The same in the older vintage. */
function olderInternetUse(sdg: Table): Map<string, number> {
  return new Map(
    seriesOf(sdg, "IT_USE_II99").map(({ area, year, value }) => [`${area} ${year}`, Number(value)]),
  );
}

function readUse(
  use: ReadonlyMap<string, number>,
  source: SourceName,
  candidates: readonly Candidate[],
): Observation[] {
  const readings = candidates.flatMap(({ area }): Reading[] => {
    const value = use.get(`${area} ${YEAR}`);
    if (value === undefined) return [];
    const before = use.get(`${area} ${YEAR - 1}`);
    if (before === undefined || before - value <= BREAK_POINTS)
      return [{ area, period: PERIOD, value }];
    const note = `the series breaks: ${before.toFixed(1)} % in ${YEAR - 1}`;
    return [{ area, period: PERIOD, value, status: ["B"], note }];
  });
  const absent = { period: PERIOD, value: null, note: "no internet use of 2017 in the file" };
  return forEveryCandidate(source, "internet-use", candidates, readings, absent);
}

function readCoverage(sdg: Table, candidates: readonly Candidate[]): Observation[] {
  const readings = seriesOf(sdg, "IT_MOB_3GNTWK")
    .filter(({ year }) => year === YEAR)
    .map(({ area, value }) => ({ area, period: PERIOD, value: Number(value) }));
  const absent = { period: PERIOD, value: null, note: "no 3G coverage of 2017 in the file" };
  return forEveryCandidate("sdg", "mobile-broadband-coverage", candidates, readings, absent);
}

/** Where the two vintages differ by points that matter. */
function compareVintages(internet: Table, sdg: Table, candidates: readonly Candidate[]): Finding[] {
  const newer = internetUse(internet);
  const older = olderInternetUse(sdg);
  return candidates.flatMap(({ area }) => {
    const now = newer.get(`${area} ${YEAR}`);
    const before = older.get(`${area} ${YEAR}`);
    if (now === undefined || before === undefined) return [];
    if (Math.abs(now - before) <= VINTAGE_POINTS) return [];
    const facts = { area, period: PERIOD, newer: now.toFixed(1), older: before.toFixed(1) };
    return [find("example/vintages-differ", { place: { unit: area }, facts })];
  });
}

/** What enters the index (coverage gap, usage gap of the covered), and the usage gap of all beside it. */
export function readConnectivity(
  internet: Table,
  sdg: Table,
  candidates: readonly Candidate[],
  vintage: InternetVintage = "newer",
): Ingested {
  const coverage = readCoverage(sdg, candidates);
  const use =
    vintage === "newer"
      ? readUse(internetUse(internet), "internet", candidates)
      : readUse(olderInternetUse(sdg), "sdg", candidates);
  const gaps = usageGaps({ coverage, use });
  const uncovered = coverageGaps(coverage);
  return {
    observations: [...uncovered.observations, ...gaps.observations],
    findings: [
      ...compareVintages(internet, sdg, candidates),
      ...uncovered.findings,
      ...gaps.findings,
    ],
  };
}

/** Gender gap and parity score of mobile phone ownership, in the latest year with both sexes. */
export function readMobileParity(sdg: Table, candidates: readonly Candidate[]): Ingested {
  const known = new Set(candidates.map(({ area }) => area));
  const sexOf: Readonly<Record<string, string>> = { female: "F", male: "M" };
  const shares = seriesOf(sdg, "IT_MOB_OWN")
    .filter(({ area, sex }) => known.has(area) && sexOf[sex] !== undefined)
    .map(({ area, year, sex, value }) => ({
      ...observationFrom("sdg", {
        indicator: "device-ownership",
        area,
        period: String(year),
        value: Number(value),
      }),
      breakdown: { sex: sexOf[sex] as string },
    }));
  return parities(shares, mobileOwnershipParity);
}
