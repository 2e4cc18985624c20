import type { MeasureId } from "./measures.js";
import type { Technology } from "./record-types.js";

/**
 * Tools, services, data and classes of technology that the texts name. An open set; the catalogue of digital
 * public goods is in `@vitalcore/opensource`.
 *
 * @example
 * ```ts
 * import { technologyIds } from "@vitalcore/domain/vocabulary";
 * technologyIds.includes("openmrs"); // => true
 * ```
 */
export const technologyIds = [
  "linux",
  "openssl",
  "openmrs",
  "openelis",
  "qgis",
  "openweathermap",
  "openssf",
  "curl",
  "python",
  "signal",
  "smos",
  "mobile-money",
  "telemedicine",
  "distance-learning",
  "digital-mapping",
  "early-warning-system",
  "online-platforms",
  "social-media",
  "transit-cards",
  "digital-surveillance-systems",
  "automated-decision-systems",
  "ai",
  "internet",
  "climate-monitoring-systems",
  "financial-platforms",
  "secure-communication-networks",
  "software-repositories",
  "collaborative-development-platforms",
  "satellite-data",
  "digital-public-goods",
  "ict-contracts",
  "biological-agents",
] as const;

/** Id of a technology that ships here. */
export type TechnologyId = (typeof technologyIds)[number];

/**
 * Technologies: what they are, what they safeguard or endanger, and which of the four freedoms they grant.
 * The dimensions are our reading where a text does not name them.
 *
 * @example
 * ```ts
 * import { technologies } from "@vitalcore/domain/vocabulary";
 * technologies.openmrs.safeguards; // => ["health"]
 * ```
 */
export const technologies: Readonly<Record<TechnologyId, Technology<TechnologyId, MeasureId>>> = {
  linux: {
    nature: "software",
    safeguards: ["economic", "community"],
    grants: ["inspect", "use", "modify", "distribute"],
    implements: ["open-source-adoption"],
  },
  openssl: {
    nature: "software",
    safeguards: ["economic", "personal"],
    grants: ["inspect", "use", "modify", "distribute"],
    implements: ["data-protection"],
  },
  openmrs: {
    nature: "software",
    broader: "digital-public-goods",
    safeguards: ["health"],
    grants: ["inspect", "use", "modify", "distribute"],
    digitalPublicGood: {
      status: "registered",
      asOf: "2026-11-21",
      evidence:
        "https://github.com/DPGAlliance/publicgoods-api/blob/05dbd940e3eaa78941c1df3ed749b7b404968af3/docs/dpg/openmrs/index.json",
      verified: true,
    },
  },
  openelis: {
    nature: "software",
    broader: "digital-public-goods",
    safeguards: ["health"],
    grants: ["inspect", "use", "modify", "distribute"],
    digitalPublicGood: {
      status: "registered",
      asOf: "2026-11-21",
      evidence:
        "https://github.com/DPGAlliance/publicgoods-api/blob/4b02bbf87e2729ab7f52d37bbd9bc771fbb37bda/docs/dpg/openelis-global/index.json",
      verified: true,
    },
    implements: ["coordinated-health-response"],
  },
  qgis: {
    nature: "software",
    broader: "digital-mapping",
    safeguards: ["environmental"],
    grants: ["inspect", "use", "modify", "distribute"],
    digitalPublicGood: { status: "unknown", asOf: "2026-11-21", verified: false },
  },
  openweathermap: {
    nature: "service",
    safeguards: ["environmental"],
    digitalPublicGood: { status: "unknown", asOf: "2026-11-21", verified: false },
    disputed: true,
  },
  openssf: { nature: "organization", safeguards: ["economic", "personal"] },
  curl: {
    nature: "software",
    safeguards: ["economic"],
    grants: ["inspect", "use", "modify", "distribute"],
  },
  python: {
    nature: "software",
    safeguards: ["economic"],
    grants: ["inspect", "use", "modify", "distribute"],
  },
  signal: {
    nature: "software",
    broader: "secure-communication-networks",
    safeguards: ["political", "personal"],
    grants: ["inspect", "use", "modify", "distribute"],
    digitalPublicGood: { status: "unknown", asOf: "2026-11-21", verified: false },
    implements: ["encrypted-communication"],
  },
  smos: {
    nature: "data",
    broader: "satellite-data",
    safeguards: ["food", "environmental"],
    digitalPublicGood: { status: "unknown", asOf: "2026-11-21", verified: false },
    disputed: true,
  },
  "mobile-money": {
    nature: "service",
    broader: "financial-platforms",
    safeguards: ["economic"],
    endangers: ["political"],
  },
  telemedicine: { nature: "service", safeguards: ["health"] },
  "distance-learning": { nature: "service", safeguards: ["community", "economic"] },
  "digital-mapping": { nature: "class", safeguards: ["environmental"] },
  "early-warning-system": {
    nature: "class",
    safeguards: ["environmental"],
    implements: ["early-warning-systems"],
  },
  "online-platforms": { nature: "class", safeguards: ["economic"] },
  "social-media": { nature: "class", broader: "online-platforms", endangers: ["personal"] },
  "transit-cards": { nature: "class", endangers: ["personal", "political"] },
  "digital-surveillance-systems": { nature: "class", endangers: ["political", "personal"] },
  "automated-decision-systems": { nature: "class", endangers: ["economic"] },
  ai: { nature: "class", safeguards: ["economic"], endangers: ["economic", "political"] },
  internet: { nature: "class", safeguards: ["economic", "community"] },
  "climate-monitoring-systems": { nature: "class", safeguards: ["environmental"] },
  "financial-platforms": { nature: "class", safeguards: ["economic"] },
  "secure-communication-networks": {
    nature: "class",
    safeguards: ["personal", "political"],
    implements: ["encrypted-communication"],
  },
  "software-repositories": { nature: "class", safeguards: ["economic"] },
  "collaborative-development-platforms": {
    nature: "class",
    safeguards: ["community"],
    implements: ["open-source-adoption"],
  },
  "satellite-data": { nature: "class", safeguards: ["food", "environmental"] },
  "digital-public-goods": {
    nature: "class",
    safeguards: [
      "economic",
      "food",
      "health",
      "environmental",
      "personal",
      "community",
      "political",
    ],
    grants: ["inspect", "use", "modify", "distribute"],
    implements: ["open-source-adoption"],
  },
  "ict-contracts": { nature: "practice", endangers: ["political"] },
  "biological-agents": { nature: "agent", endangers: ["health"] },
};
