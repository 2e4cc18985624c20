// The four freedoms

export type {
  Exercisable,
  FreedomAssessment,
  FreedomCondition,
  FreedomLimit,
  FreedomOutcome,
  FreedomQuestion,
} from "./assessment/assess-freedoms.js";
export { assessFreedoms, freedomAssessment } from "./assessment/assess-freedoms.js";
export type { AllFour, ConditionKind, CopyleftBounds } from "./assessment/combine.js";
export type { FreedomReason, FreedomReasonKind } from "./assessment/leaf.js";
// Findings
export { opensourceCatalog } from "./catalog.js";
// Licence expressions
export type {
  LicenseCombination,
  LicenseExpression,
  LicenseLeaf,
} from "./expression/license-expression.js";
export { leavesOf, writeExpression } from "./expression/license-expression.js";
export type { LicenseReading, LicenseReadingOptions } from "./expression/read-license.js";
export { readLicense } from "./expression/read-license.js";
export type {
  Grade,
  GradeBounds,
  PerFreedom,
  Standing,
} from "./freedom.js";
// Stacks
export type { DepthShares, StackAssessment, StackOptions, WeakLink } from "./stack/assess-stack.js";
export { assessStack, stackAssessment } from "./stack/assess-stack.js";
export type { FreedomShare, ShareBounds, StackShares } from "./stack/shares.js";
export type { StackComponent } from "./stack/stack-component.js";
