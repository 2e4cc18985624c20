import type { Case } from "./record-types.js";
import type { ThreatId } from "./threats/ids.js";

/**
 * Places and events that the texts take as examples, as of when they were written.
 *
 * @example
 * ```ts
 * import { caseIds } from "@vitalcore/domain/vocabulary";
 * caseIds.length; // => 13
 * ```
 */
export const caseIds = [
  "rwanda-genocide",
  "afghanistan",
  "iraq",
  "palestine",
  "asia-latin-america-downturns",
  "syria",
  "turkey-lebanon-jordan",
  "rohingya-bangladesh",
  "sub-saharan-africa-hiv",
  "mobile-money-regions",
  "great-lakes",
  "japan-digital-inclusion",
  "canada-japan-adopters",
] as const;

/** Id of a case that ships here. */
export type CaseId = (typeof caseIds)[number];

/**
 * Cases: where, and which threats they show. The threats are our reading; no rating of a place is implied.
 *
 * @example
 * ```ts
 * import { cases } from "@vitalcore/domain/vocabulary";
 * cases.syria.areas; // => ["SYR"]
 * ```
 */
export const cases: Readonly<Record<CaseId, Case<ThreatId>>> = {
  "rwanda-genocide": { areas: ["RWA"], threats: ["genocide", "gross-human-rights-violations"] },
  afghanistan: { areas: ["AFG"], threats: ["weak-or-collapsed-state", "violent-conflict"] },
  iraq: { areas: ["IRQ"], threats: ["weak-or-collapsed-state", "violent-conflict"] },
  palestine: { areas: ["PSE"], threats: ["violent-conflict"] },
  "asia-latin-america-downturns": {
    region: "Asia and Latin America",
    threats: ["economic-downturn"],
  },
  syria: { areas: ["SYR"], threats: ["violent-conflict", "forced-displacement"] },
  "turkey-lebanon-jordan": {
    areas: ["TUR", "LBN", "JOR"],
    threats: ["burden-on-host-communities"],
  },
  "rohingya-bangladesh": {
    areas: ["BGD"],
    threats: ["forced-displacement", "statelessness", "burden-on-host-communities"],
  },
  "sub-saharan-africa-hiv": { region: "Sub-Saharan Africa", threats: ["hiv-aids"] },
  "mobile-money-regions": { region: "Sub-Saharan Africa, South Asia and East Asia" },
  "great-lakes": {
    region: "Great Lakes region of Africa",
    threats: ["genocide", "violent-conflict"],
  },
  "japan-digital-inclusion": { areas: ["JPN"], threats: ["digital-exclusion"] },
  "canada-japan-adopters": { areas: ["CAN", "JPN"] },
};
