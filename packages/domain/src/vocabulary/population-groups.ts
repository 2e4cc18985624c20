import type { PopulationGroup } from "./record-types.js";

/**
 * Groups of people whom the texts name. An open set.
 *
 * @example
 * ```ts
 * import { populationGroupIds } from "@vitalcore/domain/vocabulary";
 * populationGroupIds.includes("stateless-people"); // => true
 * ```
 */
export const populationGroupIds = [
  "individuals",
  "communities",
  "most-vulnerable",
  "marginalized-groups",
  "low-income-communities",
  "people-in-absolute-poverty",
  "migrants",
  "refugees",
  "internally-displaced",
  "stateless-people",
  "diasporas",
  "host-communities",
  "returnees",
  "women",
  "girls",
  "children",
  "orphans",
  "youth",
  "older-people",
  "people-in-remote-areas",
  "unbanked",
  "entrepreneurs",
  "journalists",
  "activists",
  "farmers",
  "patients",
  "skilled-technologists",
  "ethnic-groups",
  "grassroots-populations",
  "people-in-developing-countries",
  "people-in-ldcs",
  "women-politicians",
] as const;

/** Id of a population group that ships here. */
export type PopulationGroupId = (typeof populationGroupIds)[number];

/**
 * Groups, and how each is found in disaggregated data: sex as in SDMX CL_SEX, urbanization as in the SDG
 * code lists, occupation as in ISCO-08, income in fifths (`Q1` the poorest). The conditions are our reading;
 * older people begin at 60 here, and at 65 in other statistics.
 *
 * @example
 * ```ts
 * import { populationGroups } from "@vitalcore/domain/vocabulary";
 * populationGroups.youth.where; // => [{ axis: "age", from: 15, to: 24 }]
 * ```
 */
export const populationGroups: Readonly<
  Record<PopulationGroupId, PopulationGroup<PopulationGroupId>>
> = {
  individuals: {},
  communities: {},
  "most-vulnerable": {},
  "marginalized-groups": { broader: "most-vulnerable" },
  "low-income-communities": { where: [{ axis: "income", in: ["Q1"] }], approximate: true },
  "people-in-absolute-poverty": { broader: "low-income-communities" },
  migrants: { where: [{ axis: "migrationStatus", in: ["migrant"] }] },
  refugees: { broader: "migrants", where: [{ axis: "migrationStatus", in: ["refugee"] }] },
  "internally-displaced": { where: [{ axis: "migrationStatus", in: ["internally-displaced"] }] },
  "stateless-people": { where: [{ axis: "migrationStatus", in: ["stateless"] }] },
  diasporas: { broader: "migrants" },
  "host-communities": { broader: "communities" },
  returnees: { where: [{ axis: "migrationStatus", in: ["returnee"] }] },
  women: {
    where: [
      { axis: "sex", in: ["F"] },
      { axis: "age", from: 18 },
    ],
  },
  girls: {
    broader: "children",
    where: [
      { axis: "sex", in: ["F"] },
      { axis: "age", to: 17 },
    ],
  },
  children: { where: [{ axis: "age", to: 17 }] },
  orphans: { broader: "children" },
  youth: { where: [{ axis: "age", from: 15, to: 24 }] },
  "older-people": { where: [{ axis: "age", from: 60 }] },
  "people-in-remote-areas": { where: [{ axis: "urbanisation", in: ["R"] }], approximate: true },
  unbanked: {},
  entrepreneurs: {},
  journalists: { where: [{ axis: "occupation", in: ["2642"] }] },
  activists: {},
  farmers: { where: [{ axis: "occupation", in: ["61", "62", "63"] }], approximate: true },
  patients: {},
  "skilled-technologists": { where: [{ axis: "occupation", in: ["25", "35"] }], approximate: true },
  "ethnic-groups": { broader: "communities" },
  "grassroots-populations": { broader: "communities" },
  "people-in-developing-countries": {},
  "people-in-ldcs": { broader: "people-in-developing-countries", areaGroup: "ldc" },
  "women-politicians": {
    broader: "women",
    where: [
      { axis: "sex", in: ["F"] },
      { axis: "occupation", in: ["1111"] },
    ],
  },
};
