export type { KemenyOrder } from "./kemeny.js";
export { kemenyOrder } from "./kemeny.js";
export type { OutrankingMatrix } from "./outranking.js";
export { bordaScores, copelandScores, outrankingMatrix } from "./outranking.js";
