// Calculators by id

export type { Calculated } from "../derive.js";
export { registryCatalog } from "./catalog.js";
export type { ComputableIndicators, NeededInputs } from "./computable.js";
export { computable, computeFrom } from "./computable.js";
export {
  calculatorInputs,
  calculatorSchema,
  computedIndicators,
  computeIndicator,
} from "./compute-indicator.js";
