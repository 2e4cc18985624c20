import { type Finder, finder } from "@vitalcore/core";

/** The rules of areas and their groups. */
export const areaCatalog = {
  "domain/unknown-area": {
    severity: "error",
    message: "There is no area {found}.",
    hint: "Nearest: {candidates}. Observations hold ISO 3166-1 alpha-3 codes; findArea() reads other codes, and names in the six UN languages.",
  },
  "domain/ambiguous-area": {
    severity: "error",
    message: "{found} may mean {candidates}.",
    hint: "Write the code of the one that is meant.",
  },
  "domain/not-a-country": {
    severity: "warning",
    message: "{found} is {name}, not a country or area.",
    hint: "Leave it out, or keep it apart: groups and regions are not units beside countries.",
  },
  "domain/historic-area": {
    severity: "error",
    message: "{found} is {name}, which existed until {until}; it was followed by {successors}.",
    hint: "Decide to which of them the values belong; there is no rule that holds for all data.",
  },
  "domain/renamed-area": {
    severity: "info",
    message: "{found} is a former code or name of {name}; it is read as {area}.",
    hint: "Check that the borders are the same for the years at hand.",
  },
  "domain/unknown-group": {
    severity: "error",
    message: "There is no group of areas {found}.",
    hint: "The groups are: {groups}.",
  },
  "domain/group-date": {
    severity: "error",
    outcome: "not-evaluable",
    message: 'Membership of "{group}" on {found} is not known here.',
    hint: "It is known from {from} to {until}.",
  },
} as const;

export const find: Finder<typeof areaCatalog> = /* @__PURE__ */ finder(areaCatalog);
