import type { ThreatId } from "../../vocabulary/threats/ids.js";
import type { Definition } from "../definition.js";

/** Threats of deprivation, economic shock and displacement, defined in our words. */
export const deprivationThreatDefinitions = {
  poverty: {
    text: "Lack of the means, services and opportunities that a decent life needs.",
    sources: [
      "course-human-security#10",
      "course-human-security#56",
      "course-human-security#58",
      "undp-2025#3",
      "undp-2025#5",
      "chs-2003-extract#5",
    ],
  },
  "extreme-poverty": {
    text: "Poverty so deep that bare subsistence is at risk.",
    sources: ["chs-2003-extract#5", "untfhs#3"],
  },
  unemployment: {
    text: "Being without paid work while available for it and seeking it.",
    sources: ["course-human-security#10"],
  },
  "economic-inequality": {
    text: "Wide and lasting gaps between groups in income, wealth and chances, relative deprivation included.",
    sources: [
      "course-human-security#27",
      "course-human-security#50",
      "undp-2025#3",
      "undp-2025#10",
    ],
  },
  "economic-downturn": {
    text: "A sudden and deep reversal of incomes and jobs, which strikes hardest where there are no safety nets.",
    sources: ["chs-2003-extract#9"],
  },
  "lack-of-basic-services": {
    text: "Health care, schooling, water or other services that everyone needs are missing, out of reach or overwhelmed.",
    sources: ["course-human-security#78", "babbitt-2023#46", "course-human-security#60"],
  },
  "livelihood-disruption": {
    text: "Change takes away the ways in which people earn their living and live together faster than they can adapt.",
    sources: ["course-human-security#27", "course-human-security#29", "course-human-security#58"],
  },
  "food-insecurity": {
    text: "People cannot count on enough safe and nourishing food.",
    sources: ["undp-2025#13", "undp-2025#14"],
  },
  statelessness: {
    text: "Having no nationality, and so no state on whose protection one has a claim.",
    sources: ["course-human-security#80"],
  },
  "forced-displacement": {
    text: "People are driven from home, within their country or across a border.",
    sources: [
      "undp-2025#3",
      "course-human-security#56",
      "course-human-security#58",
      "course-human-security#76",
      "course-human-security#78",
      "babbitt-2023#46",
    ],
  },
  "burden-on-host-communities": {
    text: "Lasting pressure on services, work, housing and land where displaced people arrive.",
    sources: ["course-human-security#78", "course-human-security#80"],
  },
  malnutrition: {
    text: "Stunting, wasting, overweight or lack of micronutrients from a poor diet.",
    sources: ["sdg-2017"],
    basis: "own",
  },
  "unsafe-water": {
    text: "Water that is not safe to drink, and sanitation that does not keep people from disease.",
    sources: ["sdg-2017"],
    basis: "own",
  },
  "child-labour": {
    text: "Work that harms children or keeps them from school.",
    sources: ["sdg-2017"],
    basis: "own",
  },
  "impoverishing-health-spending": {
    text: "Costs of care that push households into hardship.",
    sources: ["sdg-2017"],
    basis: "own",
  },
  "food-price-shock": {
    text: "A sudden and abnormal rise of food prices.",
    sources: ["sdg-2017"],
    basis: "own",
  },
} as const satisfies Partial<Record<ThreatId, Definition>>;
