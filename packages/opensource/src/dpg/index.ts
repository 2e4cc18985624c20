export type {
  DpgAnswer,
  DpgAssessment,
  DpgCandidate,
  DpgCheck,
  DpgEvidenceItem,
  DpgOutcome,
  DpgReasonKind,
} from "./assess-dpg.js";
export { assessDpg, dpgAssessment } from "./assess-dpg.js";
export type { DpgCondition, DpgIndicator, DpgIndicatorId, DpgType } from "./indicators.js";
export { DPG_STANDARD, dpgIndicators } from "./indicators.js";
