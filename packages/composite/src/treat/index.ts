// Checks

export type { ShapeBounds, ShapeCheck } from "./shape-check.js";
export { checkShape } from "./shape-check.js";

// Treatments

export type { TreatTransform, TreatTransformOptions } from "./transforms.js";
export { treatTransform } from "./transforms.js";
export type { OwnTreatments, TreatedColumn, TreatedPoint, TreatStep } from "./treat-column.js";
export { treatColumn } from "./treat-column.js";
export type { Winsorized, WinsorizedPoint, WinsorizeOptions } from "./winsorize.js";
export { winsorize } from "./winsorize.js";
