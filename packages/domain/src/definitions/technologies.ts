import type { TechnologyId } from "../vocabulary/technologies.js";
import type { Definition } from "./definition.js";

/**
 * What the technologies mean.
 *
 * @example
 * ```ts
 * import { technologyDefinitions } from "@vitalcore/domain/definitions";
 * technologyDefinitions.linux.text; // => "The operating system kernel on which most large web servers run."
 * ```
 */
export const technologyDefinitions: Readonly<Record<TechnologyId, Definition>> = {
  linux: {
    text: "The operating system kernel on which most large web servers run.",
    sources: ["undp-2025#14"],
  },
  openssl: {
    text: "The library that secures many encrypted connections, from bank transfers to private messages.",
    sources: ["undp-2025#14"],
  },
  openmrs: {
    text: "A medical record system for places with few resources.",
    sources: ["undp-2025#14"],
  },
  openelis: {
    text: "An information system for laboratories, used to follow outbreaks.",
    sources: ["undp-2025#14"],
  },
  qgis: {
    text: "A geographic information system, used among other things to map climate data.",
    sources: ["undp-2025#14"],
  },
  openweathermap: {
    text: "A weather information service. A text lists it as open source; it is a commercial service with free and paid plans.",
    sources: ["undp-2025#14"],
  },
  openssf: {
    text: "The foundation that coordinates the security of critical open source tools: an organization, listed by a text among the tools.",
    sources: ["undp-2025#14"],
  },
  curl: {
    text: "A tool and library that moves data between computers.",
    sources: ["undp-2025#14"],
  },
  python: { text: "A programming language.", sources: ["undp-2025#14"] },
  signal: { text: "An encrypted messenger.", sources: ["undp-2025#13"] },
  smos: {
    text: "Data on soil moisture and ocean salinity from a satellite. A text calls it open source; it is open data.",
    sources: ["undp-2025#13"],
  },
  "mobile-money": {
    text: "Payments and savings by telephone, which steady the finances of people without a bank and can also be used to control them.",
    sources: ["undp-2025#8", "undp-2025#9"],
  },
  telemedicine: { text: "Care at a distance.", sources: ["undp-2025#8"] },
  "distance-learning": { text: "Teaching at a distance.", sources: ["undp-2025#8"] },
  "digital-mapping": {
    text: "Maps made from digital data, used in answering disasters.",
    sources: ["undp-2025#8"],
  },
  "early-warning-system": {
    text: "Networks and messages that tell people of a hazard in time.",
    sources: ["undp-2025#8", "untfhs#17"],
  },
  "online-platforms": {
    text: "Market places and networks that open new opportunities.",
    sources: ["undp-2025#8"],
  },
  "social-media": {
    text: "Networks on which people publish and talk, and on which harassment is amplified.",
    sources: ["undp-2025#9"],
  },
  "transit-cards": {
    text: "Cards for public transport, which record where people go and can be used to control them.",
    sources: ["undp-2025#9"],
  },
  "digital-surveillance-systems": {
    text: "Systems that follow the movements and transactions of people.",
    sources: ["undp-2025#9"],
  },
  "automated-decision-systems": {
    text: "Systems that decide, or help to decide, on jobs, credit and homes.",
    sources: ["undp-2025#9"],
  },
  ai: {
    text: "Systems that infer from data and act on what they infer.",
    sources: ["undp-2025#9"],
  },
  internet: {
    text: "The connection on which digital opportunity rests.",
    sources: ["undp-2025#6", "undp-2025#8"],
  },
  "climate-monitoring-systems": {
    text: "Systems that watch the climate, adapted to local conditions.",
    sources: ["undp-2025#12"],
  },
  "financial-platforms": {
    text: "Systems for payments and credit, fitted to the rules of a country.",
    sources: ["undp-2025#12"],
  },
  "secure-communication-networks": {
    text: "Networks on which messages are safe: part of a sound open infrastructure.",
    sources: ["undp-2025#13"],
  },
  "software-repositories": {
    text: "Stores from which software is fetched, on whose soundness its users depend.",
    sources: ["undp-2025#13"],
  },
  "collaborative-development-platforms": {
    text: "Places where people build software together.",
    sources: ["undp-2025#13"],
  },
  "satellite-data": { text: "Observations of the Earth from space.", sources: ["undp-2025#13"] },
  "digital-public-goods": {
    text: "Open solutions that serve the Sustainable Development Goals, as a class.",
    sources: ["undp-2025#3", "undp-2025#11", "undp-2025#16"],
  },
  "ict-contracts": {
    text: "Contracts and procurement of information technology, where lock-in arises.",
    sources: ["undp-2025#10", "undp-2025#17"],
  },
  "biological-agents": {
    text: "Living agents of disease, which can be made into weapons.",
    sources: ["course-human-security#70"],
  },
};
