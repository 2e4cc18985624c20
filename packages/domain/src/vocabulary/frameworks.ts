import type { Framework } from "./record-types.js";

/**
 * Documents, agendas and programmes that carry the concept.
 *
 * @example
 * ```ts
 * import { frameworkIds } from "@vitalcore/domain/vocabulary";
 * frameworkIds.includes("hdr-1994"); // => true
 * ```
 */
export const frameworkIds = [
  "hdr-1994",
  "human-security-now",
  "sg-report-2010",
  "special-report-2022",
  "policy-brief-5",
  "dpi-interim-report",
  "global-digital-compact",
  "sdgs",
  "un-open-source-week",
  "digital-x-3",
  "japan-bluebook",
  "japan-nss",
  "triple-nexus-note",
  "hs-handbook",
  "pathways-for-peace",
  "anti-scam-handbook",
  "digital-progress-report",
  "four-freedoms-os",
] as const;

/** Id of a document, agenda or programme that ships here. */
export type FrameworkId = (typeof frameworkIds)[number];

/**
 * Documents, agendas and programmes, with year and source.
 *
 * @example
 * ```ts
 * import { frameworks } from "@vitalcore/domain/vocabulary";
 * frameworks["hdr-1994"].source; // => "undp-1994"
 * ```
 */
export const frameworks: Readonly<Record<FrameworkId, Framework>> = {
  "hdr-1994": { year: 1994, source: "undp-1994" },
  "human-security-now": { year: 2003, source: "chs-2003" },
  "sg-report-2010": { year: 2010, source: "unsg-2010" },
  "special-report-2022": { year: 2022, source: "undp-2022" },
  "policy-brief-5": { year: 2023, source: "un-2023" },
  "dpi-interim-report": { year: 2024, source: "undp-oset-2024" },
  "global-digital-compact": { year: 2024 },
  sdgs: { year: 2015 },
  "un-open-source-week": { year: 2023 },
  "digital-x-3": {},
  "japan-bluebook": { source: "mofa-japan-bluebook" },
  "japan-nss": { year: 2022, source: "mofa-japan-2022" },
  "triple-nexus-note": { year: 2022, source: "untfhs-2022" },
  "hs-handbook": { year: 2015, source: "untfhs-2015" },
  "pathways-for-peace": { year: 2018, source: "world-bank-un-2018" },
  "anti-scam-handbook": { year: 2024, source: "undp-singapore-2024" },
  "digital-progress-report": { year: 2023, source: "world-bank-2023" },
  "four-freedoms-os": { source: "undp-2025" },
};
