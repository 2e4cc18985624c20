import type { IndicatorDefinition } from "../indicator-definition.js";

/** One side of a divide: a category of an axis. */
export interface DivideSide {
  /** As in the observations, for example "U". */
  readonly code: string;
  /** In words, in the plural: "urban people". */
  readonly people: string;
}

/** What tells the members of the family of divides apart. */
export interface DivideOptions {
  /** The indicator that is compared: a proportion in percent. */
  readonly of: IndicatorDefinition;
  /** Axis along which it is compared. */
  readonly axis: string;
  /** The side from which the other is subtracted, or which is divided by it. */
  readonly upper: DivideSide;
  readonly lower: DivideSide;
  /** `difference` in percentage points (best at 0), or `ratio` (best at 1). */
  readonly form: "difference" | "ratio";
  /** What the definition says instead of, or beside, what follows from the rest. */
  readonly override?: Partial<IndicatorDefinition>;
}

/**
 * The definition of a divide: an indicator compared between two categories of an axis. The gaps of the
 * catalogue between town and country, ages, incomes and abilities are members of this family; others are
 * made the same way.
 *
 * @returns a definition whose id is that of the indicator with `-gap-` or `-ratio-` and the axis, unless
 *   `override` names another.
 *
 * @example
 * ```ts
 * import { divide, internetUse } from "@vitalcore/domain/indicators";
 * const gap = divide({
 *   of: internetUse,
 *   axis: "education",
 *   upper: { code: "ISCED11_5T8", people: "people with tertiary education" },
 *   lower: { code: "ISCED11_0T1", people: "people with primary education or less" },
 *   form: "difference",
 * });
 * gap.id; // => "internet-use-gap-education"
 * gap.range; // => [-100, 100]
 * gap.inputs?.map(({ breakdown }) => breakdown?.["education"]); // => ["ISCED11_5T8", "ISCED11_0T1"]
 * ```
 */
export function divide(options: DivideOptions): IndicatorDefinition {
  const { of, axis, upper, lower, form, override } = options;
  const difference = form === "difference";
  const names = [`value(${upper.code})`, `value(${lower.code})`] as const;
  const { parameters: _parameters, notes: _notes, universe, ...base } = of;
  return {
    ...base,
    id: `${of.id}-${difference ? "gap" : "ratio"}-${axis}`,
    name: `${of.name}: ${upper.people} against ${lower.people}`,
    definition: `${of.name}: ${upper.people} ${difference ? "minus" : "divided by"} ${lower.people}.`,
    unit: difference ? "PERCENTAGE_POINT" : "RATIO",
    range: difference ? [-100, 100] : [0, null],
    direction: difference ? "targetZero" : "targetOne",
    numerator: difference ? `${names[0]} - ${names[1]}` : names[0],
    denominator: difference ? "none" : names[1],
    formula: `${names[0]} ${difference ? "-" : "/"} ${names[1]}`,
    calculator: "connectivity#groupGaps",
    inputs: [upper, lower].map(({ code }, i) => ({
      name: names[i] as string,
      indicator: of.id,
      breakdown: { [axis]: code },
    })),
    ...(universe !== undefined && { universe }),
    ...(of.disaggregation && { disaggregation: of.disaggregation.filter((each) => each !== axis) }),
    methodKind: difference ? "gap" : "ratio",
    ...override,
  };
}

const types = {
  "image-based-abuse": "image-based sexual abuse",
  cyberstalking: "cyberstalking",
  doxing: "doxing",
  "online-hate-speech": "online hate speech",
  "synthetic-media-abuse": "synthetic media abuse",
  "online-threats": "online threats of violence",
  "online-impersonation": "impersonation or account takeover",
  "digital-coercive-control": "digital coercive control by a partner",
} as const;

/** Types that silence people and groups, beyond the harm to the person. */
const publicTypes: readonly OnlineViolenceType[] = ["doxing", "online-hate-speech"];

/** A type of technology-facilitated violence that surveys ask for. */
export type OnlineViolenceType = keyof typeof types;

/**
 * The definition of the prevalence of one type of technology-facilitated violence among women in the last
 * twelve months. Types overlap: their values do not add up to the value for any type.
 *
 * @example
 * ```ts
 * import { onlineViolenceByType } from "@vitalcore/domain/indicators";
 * onlineViolenceByType("doxing").id; // => "tfvaw-12m-doxing"
 * onlineViolenceByType("digital-coercive-control").universe?.description; // => "ever-partnered women aged 15 and over"
 * ```
 */
export function onlineViolenceByType(type: OnlineViolenceType): IndicatorDefinition {
  const partnered = type === "digital-coercive-control";
  const women = partnered ? "ever-partnered women aged 15 and over" : "women aged 15 and over";
  return {
    id: `tfvaw-12m-${type}`,
    name: `Women with ${types[type]}, last 12 months`,
    definition: `Share of ${women} who met ${types[type]} in the last twelve months.`,
    unit: "PERCENT",
    range: [0, 100],
    direction: "higherWorse",
    home: "personal",
    dimensions: publicTypes.includes(type) ? ["personal", "community", "political"] : ["personal"],
    freedoms: ["from-fear", "live-in-dignity"],
    threats: [type, "online-harassment"],
    groups: ["women"],
    numerator: `weighted women who met ${types[type]}`,
    denominator: `weighted ${women} who were interviewed`,
    universe: { description: women, sex: "F", age: [15, null] },
    formula: "100 * sum(w_i * y_it) / sum(w_i)",
    calculator: "microdata#violencePrevalence",
    parameters: { recallMonths: [12] },
    disaggregation: [
      "age",
      "disability",
      "urbanisation",
      "education",
      "income",
      "ethnicity",
      "migrationStatus",
      "sexualOrientation",
      "occupation",
    ],
    source: {
      publisher: "National VAW or ICT survey",
      dataset: "TF VAW module (UN Women / WHO joint programme)",
    },
    methodKind: "survey-prevalence",
    ohchrStage: "outcome",
    digital: true,
    status: "experimental",
    notes:
      "Types overlap: their values do not add up to the value for any type, which is at least the largest of them.",
  };
}
