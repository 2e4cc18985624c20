import type { FrameworkId } from "../../vocabulary/frameworks.js";

/**
 * English labels of documents, agendas and programmes.
 *
 * @example
 * ```ts
 * import { frameworkLabels } from "@vitalcore/domain/labels/en";
 * frameworkLabels["hdr-1994"]; // => "Human Development Report 1994"
 * ```
 */
export const frameworkLabels: Readonly<Record<FrameworkId, string>> = {
  "hdr-1994": "Human Development Report 1994",
  "human-security-now": "Human Security Now",
  "sg-report-2010": "Secretary-General report A/64/701",
  "special-report-2022": "New Threats to Human Security in the Anthropocene",
  "policy-brief-5": "Our Common Agenda Policy Brief 5",
  "dpi-interim-report": "Leveraging DPI for Safe and Inclusive Societies",
  "global-digital-compact": "Global Digital Compact",
  sdgs: "Sustainable Development Goals",
  "un-open-source-week": "UN Open Source Week",
  "digital-x-3": "Digital X 3.0",
  "japan-bluebook": "Japan Diplomatic Bluebook",
  "japan-nss": "National Security Strategy of Japan",
  "triple-nexus-note": "Realizing the Triple Nexus",
  "hs-handbook": "UNTFHS Human Security Handbook",
  "pathways-for-peace": "Pathways for Peace",
  "anti-scam-handbook": "Anti-Scam Handbook v1.0",
  "digital-progress-report": "Digital Progress and Trends Report",
  "four-freedoms-os": "Four Freedoms of open source",
};
