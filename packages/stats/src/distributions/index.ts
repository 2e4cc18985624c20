// Continuous distributions
export { beta } from "./beta.js";
export { binomial } from "./binomial.js";
export type { ContinuousDistribution, DiscreteDistribution } from "./distribution.js";
export { fisherF } from "./fisher-f.js";
export { chiSquare, gamma } from "./gamma.js";
export { logGamma } from "./log-gamma.js";
export { normal, normalCdf, normalQuantile, normalSurvival } from "./normal.js";
export { poisson } from "./poisson.js";
export { studentT } from "./student-t.js";
export { triangular } from "./triangular.js";
