import type { PopulationGroupId } from "../../vocabulary/population-groups.js";

/**
 * English labels of population groups.
 *
 * @example
 * ```ts
 * import { populationGroupLabels } from "@vitalcore/domain/labels/en";
 * populationGroupLabels.individuals; // => "Individuals"
 * ```
 */
export const populationGroupLabels: Readonly<Record<PopulationGroupId, string>> = {
  individuals: "Individuals",
  communities: "Communities",
  "most-vulnerable": "Most vulnerable people",
  "marginalized-groups": "Marginalized groups",
  "low-income-communities": "Low-income communities",
  "people-in-absolute-poverty": "People in absolute poverty or conflict",
  migrants: "Migrants",
  refugees: "Refugees",
  "internally-displaced": "Internally displaced people",
  "stateless-people": "Stateless people",
  diasporas: "Diasporas",
  "host-communities": "Host communities and countries",
  returnees: "Returnees",
  women: "Women",
  girls: "Girls",
  children: "Children",
  orphans: "Orphaned children",
  youth: "Youth",
  "older-people": "Older people",
  "people-in-remote-areas": "People in remote areas",
  unbanked: "Unbanked people",
  entrepreneurs: "Entrepreneurs",
  journalists: "Journalists",
  activists: "Activists",
  farmers: "Farmers",
  patients: "Patients",
  "skilled-technologists": "Skilled technologists",
  "ethnic-groups": "Ethnic, racial and religious groups",
  "grassroots-populations": "Grassroots populations",
  "people-in-developing-countries": "People in developing countries",
  "people-in-ldcs": "People in least developed countries",
  "women-politicians": "Women in government",
};
