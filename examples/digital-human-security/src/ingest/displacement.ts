import { cellAt, type Finding, numbersOf, type Table, textOf } from "@vitalcore/core";
import { find } from "./catalog.js";
import { type Candidate, forEveryCandidate, type Ingested, type Reading } from "./ingested.js";

const YEAR = 2018;
const PERIOD = String(YEAR);
const perPersons = (count: number, population: number) => (count / population) * 1e5;

/** The row of each country of origin in the year. */
function rowsOfYear(table: Table): Map<string, number> {
  const years = numbersOf(table, "year");
  const origins = textOf(table, "coo_iso");
  const rows = [...years.keys()].filter((row) => years[row] === YEAR);
  return new Map(rows.map((row) => [cellAt(origins, row) ?? "", row]));
}

/** Refugees, asylum-seekers and other people in need of protection, by origin, end of 2018. */
export function readRefugees(unhcr: Table, candidates: readonly Candidate[]): Ingested {
  const counted = ["refugees", "asylum_seekers", "oip"].map((column) => numbersOf(unhcr, column));
  const rowOf = rowsOfYear(unhcr);
  const readings = candidates.map(({ area, population }): Reading => {
    const at = { area, period: PERIOD };
    if (area === "PSE") {
      const note = "refugees under UNRWA's mandate are not in the file";
      return { ...at, value: null, status: ["O"], note };
    }
    const row = rowOf.get(area);
    if (row === undefined)
      return { ...at, value: 0, status: ["I"], note: "no row in the file: set to 0" };
    // An empty `oip` means that nobody is in need of protection outside the two other groups.
    const count = counted.reduce((sum, values) => sum + (values[row] || 0), 0);
    return { ...at, value: perPersons(count, population) };
  });
  const absent = { period: PERIOD, value: null };
  const observations = forEveryCandidate(
    "refugees",
    "refugees-by-origin",
    candidates,
    readings,
    absent,
  );
  return { observations, findings: [] };
}

/** People displaced inside their country by conflict and violence, end of 2018. */
export function readDisplaced(idmc: Table, candidates: readonly Candidate[]): Ingested {
  const totals = numbersOf(idmc, "total");
  const names = textOf(idmc, "coo_name");
  const rowOf = rowsOfYear(idmc);
  const readings = candidates.map(({ area, population }): Reading => {
    const row = rowOf.get(area);
    if (row !== undefined) {
      return { area, period: PERIOD, value: perPersons(totals[row] as number, population) };
    }
    const note = "not listed, set to 0: nobody displaced, or not monitored";
    return { area, period: PERIOD, value: 0, status: ["I"], note };
  });
  const known = new Set(candidates.map(({ area }) => area));
  const findings: Finding[] = [...rowOf]
    .filter(([area]) => !known.has(area))
    .map(([found, row]) =>
      find("example/unused-area", {
        place: { column: "coo_iso", row: row + 1 },
        found,
        facts: { rows: 1, name: cellAt(names, row) ?? "?" },
      }),
    );
  const absent = { period: PERIOD, value: null };
  const observations = forEveryCandidate("displaced", "idp-share", candidates, readings, absent);
  return { observations, findings };
}
