import type { Calculator } from "../calculator.js";
import { connectivityCalculators } from "./connectivity.js";
import { indexCalculators } from "./indices.js";
import { rateCalculators } from "./rates.js";
import { violenceCalculators } from "./violence.js";
import { welfareCalculators } from "./welfare.js";

/** The calculators by id of the indicator; made anew, so that nothing happens on import. */
export function calculatorsById(): ReadonlyMap<string, Calculator> {
  return new Map([
    ...connectivityCalculators(),
    ...violenceCalculators(),
    ...welfareCalculators(),
    ...rateCalculators(),
    ...indexCalculators(),
  ]);
}
