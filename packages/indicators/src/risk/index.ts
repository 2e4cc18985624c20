// Risk of humanitarian crises

// Readiness for climate change
export type { AdaptationGain, AdaptationScores } from "./adaptation-gain.js";
export { adaptationGain } from "./adaptation-gain.js";
export type { InformComponents, InformRisk, RiskClass, Score } from "./inform-risk.js";
export { informRisk, riskClass, scaledGeometricMean } from "./inform-risk.js";
