// Low-discrepancy sequences and stratified samples of the unit cube
export { halton } from "./halton.js";
export { latinHypercube } from "./latin-hypercube.js";
export type { PointSequence, SequenceOptions } from "./point-sequence.js";
export { sobol } from "./sobol.js";
