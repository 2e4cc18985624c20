// Indices made from answers

export { perceptionCatalog } from "./catalog.js";
export type { ItemScale, ScaleDimension, ScaleItem } from "./item-scale.js";
export type { ItemScores } from "./item-scores.js";
export { itemScores } from "./item-scores.js";
