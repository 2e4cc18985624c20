import { cellAt, type Finding, numbersOf, type Table, textOf } from "@vitalcore/core";
import { isAreaId, type Observation } from "@vitalcore/domain";
import {
  coverageGaps,
  mobileOwnershipParity,
  parities,
  usageGaps,
} from "@vitalcore/indicators/connectivity";

const EDITION = "unsd-sdg-2020";

/** Series of the SDG database by the indicator that they hold. */
const SERIES = {
  "internet-use": "IT_USE_II99",
  "mobile-broadband-coverage": "IT_MOB_3GNTWK",
  "device-ownership": "IT_MOB_OWN",
} as const;

const SEX: Readonly<Record<string, string>> = { female: "F", male: "M" };

/** The observations of a series: countries only, one for each year and sex. */
export function observationsOf(sdg: Table, indicator: keyof typeof SERIES): Observation[] {
  const [codes, areas, sexes] = ["series", "iso3", "sex"].map((name) => textOf(sdg, name));
  const years = numbersOf(sdg, "year");
  const values = textOf(sdg, "value");
  const observations: Observation[] = [];
  for (let row = 0; row < sdg.length; row++) {
    const area = cellAt(areas!, row);
    const value = Number(cellAt(values, row) ?? Number.NaN);
    if (cellAt(codes!, row) !== SERIES[indicator] || area === null || !isAreaId(area)) continue;
    if (Number.isNaN(value)) continue;
    const sex = SEX[cellAt(sexes!, row) ?? ""];
    const period = String(years[row]);
    observations.push({
      indicator,
      area,
      period,
      value,
      unit: "PERCENT",
      edition: EDITION,
      source: EDITION,
      ...(sex !== undefined && { breakdown: { sex } }),
    });
  }
  return observations;
}

/** Gaps and parity wherever the file allows it, and everything that was found on the way. */
export function computeGaps(sdg: Table): {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
} {
  const coverage = observationsOf(sdg, "mobile-broadband-coverage");
  const use = observationsOf(sdg, "internet-use").filter(
    ({ breakdown }) => breakdown === undefined,
  );
  const results = [
    coverageGaps(coverage),
    usageGaps({ coverage, use }),
    parities(observationsOf(sdg, "device-ownership"), mobileOwnershipParity),
  ];
  return {
    observations: results.flatMap(({ observations }) => observations),
    findings: results.flatMap(({ findings }) => findings),
  };
}
