// Insecurities of the same people

export type { JointInsecurities, JointPair } from "./joint-insecurities.js";
export { jointInsecurities, jointInsecuritiesResult } from "./joint-insecurities.js";
