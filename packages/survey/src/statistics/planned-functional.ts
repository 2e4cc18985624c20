import type { Cell } from "@vitalcore/core";
import type { ValueName } from "../estimates/build-estimates.js";
import {
  countFunctional,
  type Functional,
  meansFunctional,
  ratioFunctional,
  totalsFunctional,
} from "../estimates/functional.js";
import { plannedColumns, type ReplicatePlan, type StatisticsPlan } from "./plan.js";

const nothing = new Float64Array(0);

/** The statistic of a plan as a function of totals. */
export function functionalOf(plan: StatisticsPlan | ReplicatePlan): Functional {
  const terms = plannedColumns(plan).map(() => nothing);
  switch (plan.statistic) {
    case "mean":
    case "proportion":
      return meansFunctional(terms);
    case "total":
      return totalsFunctional(terms);
    case "ratio":
      return ratioFunctional(nothing, nothing);
    case "count":
      return countFunctional();
  }
}

/** What the values of a plan are called. */
export function namesOf(plan: StatisticsPlan | ReplicatePlan): ValueName[] {
  switch (plan.statistic) {
    case "mean":
    case "total":
      return plan.columns.map((variable) => ({ variable }));
    case "ratio":
      return [{ variable: `${plan.numerator}/${plan.denominator}` }];
    case "proportion": {
      const { event } = plan;
      if (event === undefined) return [{ variable: plan.column }];
      const category = Array.isArray(event) ? event.map(String).join(" or ") : (event as Cell);
      return [{ variable: plan.column, category }];
    }
    case "count":
      return [{ variable: "count" }];
  }
}
