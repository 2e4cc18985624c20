// Calculators by id

export { registryCatalog } from "./catalog.js";
export { calculatorInputs, computedIndicators, computeIndicator } from "./compute-indicator.js";
