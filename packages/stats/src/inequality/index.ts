// Inequality
export { atkinson, generalizedEntropy } from "./entropy.js";
export type { GiniDefinition } from "./gini.js";
export { gini } from "./gini.js";
export type { LorenzCurve } from "./lorenz.js";
export { lorenzCurve, lorenzShare, palmaRatio, quintileShareRatio } from "./lorenz.js";
// Poverty
export type { PoorRule } from "./poverty.js";
export { fosterGreerThorbecke } from "./poverty.js";
