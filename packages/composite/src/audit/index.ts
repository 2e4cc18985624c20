// The audit of an index

export type { AuditOptions } from "./audit-index.js";
export { auditIndex } from "./audit-index.js";
export type { AuditedGroup, AuditedIndicator, IndexAudit } from "./audit-result.js";
export { indexAudit } from "./audit-result.js";
export { auditText } from "./audit-text.js";
export type { AuditClaim, HandbookStep } from "./handbook-steps.js";

// Its parts

export { nodeAvailability } from "./availability.js";
export type { ComponentAnalysis, SamplingAdequacy } from "./consistency.js";
export {
  componentAnalysis,
  cronbachAlpha,
  samplingAdequacy,
  varianceInflation,
} from "./consistency.js";
export type {
  Columns,
  CorrelationFlag,
  CorrelationOptions,
  CorrelationPair,
  FlagBounds,
} from "./correlations.js";
export { correlateColumns, correlationFlags, correlationPairs } from "./correlations.js";
export type { CorrelationRatio, CorrelationRatioOptions } from "./importance.js";
export { correlationRatio } from "./importance.js";
export type { ImportanceParts, ImportancePartsOptions } from "./importance-parts.js";
export { importanceParts } from "./importance-parts.js";
export type { ColumnStatistics, StatisticsBounds, StatisticsFlag } from "./statistics.js";
export { columnStatistics } from "./statistics.js";
