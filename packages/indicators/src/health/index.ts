// Services and what they cost

export type { CatastrophicSpending, HouseholdSpending } from "./health-spending.js";
export { catastrophicSpending } from "./health-spending.js";
export type { ServiceCoverage, ServiceTracers } from "./service-coverage.js";
export { serviceCoverage } from "./service-coverage.js";
