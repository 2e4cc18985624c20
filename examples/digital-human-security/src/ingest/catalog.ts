import { type Finder, finder } from "@vitalcore/core";

/** What the reading of the files reports. */
export const exampleCatalog = {
  "example/unattributed-deaths": {
    severity: "warning",
    message:
      "{deaths} battle-related deaths of {period} under {found} are attributed to no country: {reason}.",
  },
  "example/unused-area": {
    severity: "info",
    message:
      "{rows} rows of {name} ({found}) are not used: it is not among the candidate countries.",
  },
  "example/vintages-differ": {
    severity: "warning",
    message:
      "Internet use of {area} in {period} is {newer} % in the newer file and {older} % in the older one.",
    hint: "The newer file is used; never fill gaps of one from the other.",
  },
} as const;

export const find: Finder<typeof exampleCatalog> = finder(exampleCatalog);
