import { breakdownAxes, type IndicatorDefinition, statusLabels, unitOf } from "@vitalcore/domain";
import { ALL_STATUSES, axisOfComponent } from "./component-ids.js";

const NAMES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["INDICATOR", "Indicator"],
  ["REF_AREA", "Reference area"],
  ["TIME_PERIOD", "Time period"],
  ["OBS_VALUE", "Observation value"],
  ["UNIT_MEASURE", "Unit of measure"],
  ["OBS_STATUS", "Observation status"],
  [ALL_STATUSES, "Observation status, all that hold"],
  ["STD_ERROR", "Standard error"],
  ["LOWER_BOUND", "Lower bound of the interval"],
  ["UPPER_BOUND", "Upper bound of the interval"],
  ["CONF_LEVEL", "Confidence level of the interval"],
  ["SAMPLE_SIZE", "Respondents or records the value rests on"],
  ["SAMPLE_MISSING", "Records left out because a value was missing"],
  ["EDITION", "Edition of the source"],
  ["AS_OF", "Date at which the value was current"],
  ["SOURCE_DETAIL", "Source"],
  ["COMMENT_OBS", "Comment"],
]);

/** The English name of a component. */
export function componentName(id: string): string {
  const known = NAMES.get(id);
  if (known !== undefined) return known;
  const axis = axisOfComponent(id);
  if (!Object.hasOwn(breakdownAxes, axis)) return axis;
  return breakdownAxes[axis as keyof typeof breakdownAxes].label;
}

/** Names for the values of components. */
export interface ValueNames {
  /** The definitions of the indicators that occur, for their names. */
  readonly definitions?: Iterable<IndicatorDefinition>;
  /** Names of areas by code, for example those of `@vitalcore/domain/areas/names/en`. */
  readonly areaNames?: Readonly<Record<string, string>>;
}

/** The English name of a value of a component; the value itself where none is known. */
export function valueNamer({ definitions = [], areaNames = {} }: ValueNames) {
  const indicators = new Map(Array.from(definitions, ({ id, name }) => [id, name]));
  return (component: string, value: string): string => {
    if (component === "INDICATOR") return indicators.get(value) ?? value;
    if (component === "REF_AREA") {
      return Object.hasOwn(areaNames, value) ? (areaNames[value] as string) : value;
    }
    if (component === "UNIT_MEASURE") return unitOf(value)?.label ?? value;
    if (component === "OBS_STATUS" && Object.hasOwn(statusLabels, value)) {
      return statusLabels[value as keyof typeof statusLabels];
    }
    return value === "_T" ? "Total" : value;
  };
}
