// People who were forced to flee

export { displacementCatalog } from "./catalog.js";
export type { DisplacedGroups, DisplacedPeople } from "./displaced-people.js";
export { displacedPeople } from "./displaced-people.js";
export type {
  DisplacementColumns,
  DisplacementTotal,
  DisplacementTotals,
} from "./displacement-totals.js";
export { displacementTotals } from "./displacement-totals.js";
