// Food Insecurity Experience Scale

export { foodCatalog } from "./catalog.js";
export type { FoodInsecurity, StandardItem } from "./food-insecurity.js";
export { fiesStandard, foodInsecurity } from "./food-insecurity.js";
// Scores of households, energy
export type {
  DietaryEnergy,
  FoodConsumption,
  FoodConsumptionScore,
  FoodCoping,
  Undernourishment,
} from "./food-scores.js";
export {
  copingStrategiesIndex,
  foodConsumptionScore,
  prevalenceOfUndernourishment,
} from "./food-scores.js";
// Prices
export type { MonthlyPrices, PriceAnomaly } from "./price-anomaly.js";
export { priceAnomaly } from "./price-anomaly.js";
export type { RaschItem, RaschModel, RaschScore } from "./rasch-model.js";
export { raschModel, raschModelResult } from "./rasch-model.js";
