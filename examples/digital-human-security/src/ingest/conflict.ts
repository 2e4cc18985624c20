import { cellAt, type Finding, numbersOf, type Table, textOf } from "@vitalcore/core";
import { findArea } from "@vitalcore/domain/areas";
import { rollup, sum } from "d3-array";
import { find } from "./catalog.js";
import { type Candidate, forEveryCandidate, type Ingested, type Reading } from "./ingested.js";

const FIRST_YEAR = 2014;
const LAST_YEAR = 2018;
const PERIOD = `${FIRST_YEAR}/${LAST_YEAR}`;

/** Fought elsewhere: in Afghanistan, Pakistan and Syria. */
const FOUGHT_ABROAD = "United States of America";
/** Deaths of Israel and of Palestine stand under one name and cannot be told apart. */
const NOT_SEPARABLE = "Israel";
const NOT_SEPARATED = ["ISR", "PSE"];

/** Deaths (best estimates) by the location whose government or territory is fought over. */
function deathsByLocation(deaths: Table): Map<string, number> {
  const locations = textOf(deaths, "location_inc");
  const years = numbersOf(deaths, "year");
  const best = numbersOf(deaths, "bd_best");
  const rows = [...best.keys()].filter(
    (row) => (years[row] as number) >= FIRST_YEAR && (years[row] as number) <= LAST_YEAR,
  );
  return rollup(
    rows,
    (group) => sum(group, (row) => best[row] as number),
    (row) => cellAt(locations, row) ?? "",
  );
}

/**
 * Battle-related deaths a year per 100,000 people, 2014 to 2018. `battle_location` cannot be used: it
 * names several countries for most deaths. Non-state violence is not in this file.
 */
export function readConflictDeaths(deaths: Table, candidates: readonly Candidate[]): Ingested {
  const findings: Finding[] = [];
  const leave = (location: string, count: number, reason: string) =>
    findings.push(
      find("example/unattributed-deaths", {
        place: { column: "location_inc" },
        found: location,
        facts: { deaths: count, period: PERIOD, reason },
      }),
    );
  const deathsOf = new Map<string, number>();
  for (const [location, count] of deathsByLocation(deaths)) {
    if (location.includes(",")) leave(location, count, "it names several countries");
    else if (location === FOUGHT_ABROAD)
      leave(location, count, "they were fought in other countries");
    else if (location === NOT_SEPARABLE) leave(location, count, "they include those of Palestine");
    else {
      const { area, finding } = findArea(location);
      if (area !== null) deathsOf.set(area.alpha3, count);
      else findings.push(finding);
    }
  }
  const years = LAST_YEAR - FIRST_YEAR + 1;
  const readings = candidates.map(({ area, population }): Reading => {
    if (NOT_SEPARATED.includes(area)) {
      const note = "the file counts deaths of Israel and Palestine together";
      return { area, period: PERIOD, value: null, status: ["O"], note };
    }
    const count = deathsOf.get(area);
    const note = count === undefined ? "no conflict above 25 deaths a year" : "mean of five years";
    return { area, period: PERIOD, value: ((count ?? 0) / years / population) * 1e5, note };
  });
  const absent = { period: PERIOD, value: null };
  const observations = forEveryCandidate(
    "conflict",
    "conflict-death-rate",
    candidates,
    readings,
    absent,
  );
  return { observations, findings };
}
