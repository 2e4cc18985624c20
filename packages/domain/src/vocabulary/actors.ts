import type { Actor } from "./record-types.js";

/**
 * Those who provide, endanger, fund, measure or study security. An open set.
 *
 * @example
 * ```ts
 * import { actorIds } from "@vitalcore/domain/vocabulary";
 * actorIds.includes("state"); // => true
 * ```
 */
export const actorIds = [
  "state",
  "undp",
  "commission-on-human-security",
  "untfhs",
  "un-secretary-general",
  "united-nations",
  "oset",
  "itu",
  "who",
  "iom",
  "un-women",
  "unhcr",
  "world-bank",
  "international-financial-institutions",
  "igos",
  "ngos",
  "civil-society",
  "community-leaders",
  "businesses",
  "it-vendors",
  "system-integrators",
  "platform-owners",
  "foreign-actors",
  "educational-institutions",
  "development-financiers",
  "technical-assistance-providers",
  "consultants",
  "open-source-communities",
  "dpga",
  "openssf",
  "human-security-network",
  "european-union",
  "canada",
  "japan",
  "leir-institute",
  "people",
  "non-state-armed-groups",
  "criminal-networks",
  "terrorist-organizations",
  "technology-creators",
  "global-south",
  "practitioners",
] as const;

/** Id of an actor that ships here. */
export type ActorId = (typeof actorIds)[number];

/**
 * Actors, what they are and what they do. One actor may be provider and perpetrator; which threats and
 * measures that concerns is said there. Roles are our reading of the texts.
 *
 * @example
 * ```ts
 * import { actors } from "@vitalcore/domain/vocabulary";
 * actors.state.roles; // => ["provider", "perpetrator", "data-source"]
 * ```
 */
export const actors: Readonly<Record<ActorId, Actor<ActorId>>> = {
  state: { type: "state", roles: ["provider", "perpetrator", "data-source"] },
  undp: {
    type: "un",
    broader: "united-nations",
    roles: ["provider", "advocate", "researcher", "data-source"],
  },
  "commission-on-human-security": { type: "commission", roles: ["researcher", "advocate"] },
  untfhs: { type: "un", broader: "united-nations", roles: ["funder", "advocate"] },
  "un-secretary-general": { type: "un", broader: "united-nations", roles: ["advocate"] },
  "united-nations": {
    type: "un",
    broader: "igos",
    roles: ["provider", "standard-setter", "advocate"],
  },
  oset: { type: "un", broader: "united-nations", roles: ["researcher", "standard-setter"] },
  itu: {
    type: "un",
    broader: "united-nations",
    roles: ["data-source", "standard-setter", "provider"],
  },
  who: {
    type: "un",
    broader: "united-nations",
    roles: ["provider", "data-source", "standard-setter"],
  },
  iom: { type: "un", broader: "united-nations", roles: ["provider", "data-source"] },
  "un-women": {
    type: "un",
    broader: "united-nations",
    roles: ["provider", "data-source", "advocate"],
  },
  unhcr: { type: "un", broader: "united-nations", roles: ["provider", "data-source"] },
  "world-bank": {
    type: "financial-institution",
    broader: "international-financial-institutions",
    roles: ["provider", "funder", "data-source", "researcher"],
  },
  "international-financial-institutions": {
    type: "financial-institution",
    broader: "igos",
    roles: ["provider", "funder"],
  },
  igos: { type: "intergovernmental", roles: ["provider", "advocate"] },
  ngos: {
    type: "civil-society",
    broader: "civil-society",
    roles: ["provider", "advocate", "researcher"],
  },
  "civil-society": { type: "civil-society", roles: ["provider", "advocate"] },
  "community-leaders": { type: "people", broader: "people", roles: ["provider"] },
  businesses: { type: "private", roles: ["provider", "perpetrator", "technology-supplier"] },
  "it-vendors": {
    type: "private",
    broader: "businesses",
    roles: ["provider", "technology-supplier", "perpetrator"],
  },
  "system-integrators": { type: "private", broader: "businesses", roles: ["technology-supplier"] },
  "platform-owners": {
    type: "private",
    broader: "businesses",
    roles: ["technology-supplier", "perpetrator"],
  },
  "foreign-actors": { type: "private", roles: ["perpetrator", "technology-supplier"] },
  "educational-institutions": { type: "academic", roles: ["provider", "researcher"] },
  "development-financiers": { type: "financial-institution", roles: ["provider", "funder"] },
  "technical-assistance-providers": { type: "civil-society", roles: ["provider"] },
  consultants: { type: "private", broader: "businesses", roles: ["provider"] },
  "open-source-communities": {
    type: "civil-society",
    broader: "civil-society",
    roles: ["provider", "technology-supplier"],
  },
  dpga: { type: "multi-stakeholder", roles: ["provider", "standard-setter", "advocate"] },
  openssf: { type: "multi-stakeholder", roles: ["provider", "standard-setter"] },
  "human-security-network": { type: "state-coalition", roles: ["advocate"] },
  "european-union": { type: "regional", roles: ["provider", "funder", "advocate"] },
  canada: { type: "state", broader: "state", roles: ["advocate"] },
  japan: { type: "state", broader: "state", roles: ["funder", "advocate"] },
  "leir-institute": {
    type: "academic",
    broader: "educational-institutions",
    roles: ["researcher"],
  },
  people: { type: "people", roles: ["provider", "affected"] },
  "non-state-armed-groups": { type: "armed-or-criminal", roles: ["perpetrator"] },
  "criminal-networks": { type: "armed-or-criminal", roles: ["perpetrator"] },
  "terrorist-organizations": {
    type: "armed-or-criminal",
    broader: "non-state-armed-groups",
    roles: ["perpetrator"],
  },
  "technology-creators": {
    type: "private",
    roles: ["provider", "technology-supplier", "perpetrator"],
  },
  "global-south": { type: "state-coalition", roles: ["advocate", "affected"] },
  practitioners: { type: "people", broader: "people", roles: ["provider", "researcher"] },
};
