// Several periods

export type { BuildPanelOptions, PanelPeriod, PanelResult } from "./build-panel.js";
export { buildPanel, panelResult } from "./build-panel.js";
export { fixNormalization } from "./fix-normalization.js";
export { fixTreatment } from "./fix-treatment.js";

// Changes

export type { RankMove, RankStep } from "./rank-moves.js";
export { rankMoves } from "./rank-moves.js";
export { growthRate, percentChange } from "./trends.js";

// Regions

export type { RegionalOptions, RegionalScore } from "./regional-scores.js";
export { regionalScores } from "./regional-scores.js";
