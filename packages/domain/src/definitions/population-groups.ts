import type { PopulationGroupId } from "../vocabulary/population-groups.js";
import type { Definition } from "./definition.js";

/**
 * What the population groups mean.
 *
 * @example
 * ```ts
 * import { populationGroupDefinitions } from "@vitalcore/domain/definitions";
 * populationGroupDefinitions.individuals.text; // => "Each person."
 * ```
 */
export const populationGroupDefinitions: Readonly<Record<PopulationGroupId, Definition>> = {
  individuals: { text: "Each person.", sources: ["undp-2025#4", "babbitt-2023#34", "untfhs#17"] },
  communities: {
    text: "Local communities and communities of identity.",
    sources: ["babbitt-2023#34", "untfhs#22", "undp-2025#13"],
  },
  "most-vulnerable": {
    text: "Those who are most exposed to a threat and least able to cope with it.",
    sources: ["untfhs#9", "undp-2025#9", "babbitt-2023#34"],
  },
  "marginalized-groups": {
    text: "People whom society keeps at its edge.",
    sources: ["undp-2025#9"],
  },
  "low-income-communities": {
    text: "Poor households and neighbourhoods.",
    sources: ["undp-2025#9"],
  },
  "people-in-absolute-poverty": {
    text: "People who live in absolute poverty or amid conflict. The texts add that they are not the only ones under threat.",
    sources: ["untfhs#3"],
  },
  migrants: {
    text: "People who live, or are on their way to live, outside the country of their birth or nationality.",
    sources: ["undp-2025#9", "course-human-security#82"],
  },
  refugees: {
    text: "People who fled across a border from conflict, violence or persecution.",
    sources: ["course-human-security#76", "course-human-security#78"],
  },
  "internally-displaced": {
    text: "People who had to leave home and remain in their country.",
    sources: ["course-human-security#78"],
  },
  "stateless-people": {
    text: "People whom no state considers its nationals.",
    sources: ["course-human-security#80"],
  },
  diasporas: {
    text: "Communities that live outside their place of origin and keep ties to it.",
    sources: ["course-human-security#80", "course-human-security#82"],
  },
  "host-communities": {
    text: "Communities and countries that take displaced people in.",
    sources: ["course-human-security#78", "course-human-security#80"],
  },
  returnees: {
    text: "People who go back after displacement.",
    sources: ["course-human-security#80"],
  },
  women: {
    text: "Women of full age.",
    sources: ["undp-2025#9", "course-human-security#50", "course-human-security#78"],
  },
  girls: { text: "Females under eighteen.", sources: ["undp-2025#35"] },
  children: {
    text: "People under eighteen.",
    sources: ["undp-2025#8", "course-human-security#78"],
  },
  orphans: { text: "Children who lost one parent or both.", sources: ["course-human-security#68"] },
  youth: {
    text: "Young people; for statistics the United Nations takes ages 15 to 24.",
    sources: ["babbitt-2023#46"],
  },
  "older-people": {
    text: "Older people; statistics begin at 60 or at 65.",
    sources: ["undp-2025#9"],
  },
  "people-in-remote-areas": {
    text: "People who live far from services.",
    sources: ["undp-2025#8"],
  },
  unbanked: {
    text: "Adults without an account at a bank or with a mobile money service.",
    sources: ["undp-2025#8"],
  },
  entrepreneurs: {
    text: "People who start and run a business of their own.",
    sources: ["undp-2025#8"],
  },
  journalists: {
    text: "People who gather and publish news.",
    sources: ["undp-2025#12", "undp-2025#13"],
  },
  activists: {
    text: "People who defend a civic cause, online activists included.",
    sources: ["undp-2025#12", "undp-2025#13"],
  },
  farmers: {
    text: "People who grow crops or keep animals for a living.",
    sources: ["undp-2025#12", "undp-2025#13"],
  },
  patients: { text: "People who use health care.", sources: ["undp-2025#14"] },
  "skilled-technologists": {
    text: "Programmers, engineers and other specialists of information technology, who may emigrate.",
    sources: ["undp-2025#10"],
  },
  "ethnic-groups": {
    text: "Ethnic, racial and religious groups: identities along which threats are felt differently.",
    sources: ["babbitt-2023#50", "course-human-security#27", "course-human-security#82"],
  },
  "grassroots-populations": {
    text: "Local people with whom non-governmental organizations work.",
    sources: ["course-human-security#40"],
  },
  "people-in-developing-countries": {
    text: "People in developing countries. The texts name them beside people in developed ones.",
    sources: ["untfhs#3", "undp-2025#10", "chs-2003-extract#11"],
  },
  "people-in-ldcs": {
    text: "People in the least developed countries, as the United Nations lists them.",
    sources: ["undp-2025#6"],
  },
  "women-politicians": {
    text: "Women in government and parliament.",
    sources: ["course-human-security#50"],
  },
};
