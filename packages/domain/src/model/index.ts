// Models

export { createModel, type Model } from "./model.js";
export type { ModelParts, RecordOf } from "./parts.js";

// Questions

export type {
  ActorSelection,
  MeasureSelection,
  TechnologySelection,
  ThreatSelection,
} from "./concept-selections.js";
export type { ConceptView } from "./concept-view.js";
export type { Link } from "./graph.js";
export type { IndicatorSelection, SdgCoverage } from "./indicator-selection.js";
export type { Selection } from "./selection.js";

// Claims and texts

export type { ClaimPath, Consequence } from "./claim-paths.js";
export { claimPaths, consequences } from "./claim-paths.js";
export type { ClaimStep } from "./claim-step.js";
export type { Statements } from "./said-about.js";
export { saidAbout } from "./said-about.js";

// Data

export type { Computability } from "./computable.js";
export { computableFrom } from "./computable.js";
export type { Membership } from "./membership.js";
export { membership } from "./membership.js";

// Change

export { checkPack } from "./check-pack.js";
export type { ModelDifference } from "./diff-models.js";
export { diffModels } from "./diff-models.js";
export type { Extension } from "./extend.js";
export { extend } from "./extend.js";
export type { Pack, PackRecord } from "./pack.js";

// Findings

export { modelCatalog } from "./catalog.js";
