import type { TechnologyId } from "../../vocabulary/technologies.js";

/**
 * English labels of technologies.
 *
 * @example
 * ```ts
 * import { technologyLabels } from "@vitalcore/domain/labels/en";
 * technologyLabels.linux; // => "Linux"
 * ```
 */
export const technologyLabels: Readonly<Record<TechnologyId, string>> = {
  linux: "Linux",
  openssl: "OpenSSL Project",
  openmrs: "OpenMRS",
  openelis: "OpenELIS",
  qgis: "QGIS",
  openweathermap: "OpenWeatherMap",
  openssf: "OpenSSF",
  curl: "curl",
  python: "Python",
  signal: "Signal",
  smos: "SMOS satellite data",
  "mobile-money": "Mobile banking and mobile money",
  telemedicine: "Telemedicine platforms",
  "distance-learning": "Distance learning",
  "digital-mapping": "Digital mapping",
  "early-warning-system": "Digital early warning systems",
  "online-platforms": "Online platforms",
  "social-media": "Social media",
  "transit-cards": "Transit cards",
  "digital-surveillance-systems": "Digital surveillance systems",
  "automated-decision-systems": "Automated decision systems",
  ai: "Artificial intelligence",
  internet: "Internet connectivity",
  "climate-monitoring-systems": "Climate monitoring systems",
  "financial-platforms": "Financial platforms",
  "secure-communication-networks": "Secure communication networks",
  "software-repositories": "Reliable software repositories",
  "collaborative-development-platforms": "Collaborative development platforms",
  "satellite-data": "Satellite data",
  "digital-public-goods": "Digital public goods",
  "ict-contracts": "IT contracts and procurement",
  "biological-agents": "Biological agents",
};
