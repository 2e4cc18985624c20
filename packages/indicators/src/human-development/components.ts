import { between, type Demand, positive } from "../input-checks.js";
import type { HdiGoalposts } from "./edition.js";

/** What the Human Development Index is made of. */
export interface HdiComponents {
  /** Life expectancy at birth, in years. */
  readonly lifeExpectancy: number;
  /** Years of schooling that a child of school entrance age can expect. */
  readonly expectedSchooling: number;
  /** Mean years of schooling of people of 25 and over. */
  readonly meanSchooling: number;
  /** Gross national income per person, in international dollars at the price base of the edition. */
  readonly gniPerPerson: number;
}

/** A component of the Human Development Index. */
export type HdiComponent = keyof HdiComponents;

/** The four components, in the order of the report. */
export const HDI_COMPONENTS: readonly HdiComponent[] = [
  "lifeExpectancy",
  "expectedSchooling",
  "meanSchooling",
  "gniPerPerson",
];

/** The bounds are those of the possible, so that a wrong unit is seen: goalposts cap what is above them. */
const LONGEST_LIFE = 120;
const LONGEST_SCHOOLING = 40;

/** What is asked of a component. */
export function componentDemand(component: HdiComponent, value: unknown, name: string): Demand {
  if (component === "gniPerPerson") return positive(name, value, "a positive number of dollars");
  const most = component === "lifeExpectancy" ? LONGEST_LIFE : LONGEST_SCHOOLING;
  return between(name, value, 0, most, `a number of years from 0 to ${most}`);
}

/** What is asked of all four, named with a prefix such as "female ". */
export function componentDemands(components: HdiComponents, prefix = ""): Demand[] {
  return HDI_COMPONENTS.map((component) =>
    componentDemand(component, components[component], `${prefix}${component}`),
  );
}

/** What is asked of goalposts. */
export function goalpostDemands(goalposts: HdiGoalposts): Demand[] {
  return HDI_COMPONENTS.map((component) => {
    const [lowest, highest] = goalposts[component];
    const least = component === "gniPerPerson" ? Number.MIN_VALUE : 0;
    return {
      name: `the goalposts of ${component}`,
      value: `${lowest} to ${highest}`,
      wanted: "a lowest value below the highest (of income: above 0)",
      isMet: lowest >= least && highest > lowest && Number.isFinite(highest),
    };
  });
}
