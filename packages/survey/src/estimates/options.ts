import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { type Choices, checkChoice } from "../design/choices.js";
import { MISSING_POLICIES, type MissingPolicy } from "../design/design-spec.js";

/** Which design effect is computed beside an estimate. */
export type DesignEffectKind =
  /** None. */
  | "none"
  /** Against simple random sampling without replacement from the estimated population (R: `deff=TRUE`). */
  | "without-replacement"
  /** Against simple random sampling with replacement (R: `deff="replace"`). */
  | "with-replacement";

/** Options of all estimators. */
export interface EstimateOptions<Name extends string = string> {
  /** Columns whose combinations make the groups; the first varies fastest. */
  readonly by?: Name | readonly Name[];
  /** Keep combinations without rows, with no value. Default false. */
  readonly emptyGroups?: boolean;
  /** Confidence level of the interval; default 0.95. */
  readonly level?: number;
  /**
   * Degrees of freedom of the t quantile: "design" (default; of each domain), "infinite" (normal, as
   * R's `confint` has it by default), or a number.
   */
  readonly df?: "design" | "infinite" | number;
  /** What missing answers mean; default as the design says. */
  readonly missing?: MissingPolicy;
  /** Default "none"; prevalence has "with-replacement". */
  readonly designEffect?: DesignEffectKind;
  /** Keep the covariance matrix of all estimates, between groups too. Default false. */
  readonly covariance?: boolean;
}

/** All kinds, to be checked against. */
export const DESIGN_EFFECTS: Choices<DesignEffectKind> = {
  none: true,
  "without-replacement": true,
  "with-replacement": true,
};

const SHARED_CHOICES = { missing: MISSING_POLICIES, designEffect: DESIGN_EFFECTS };

/**
 * Checks what all estimators take, and of an estimator's own options those of `choices`. All problems are reported
 * together.
 */
export function checkOptions<Options extends EstimateOptions>(
  options: Options,
  choices: { readonly [Name in keyof Options]?: Choices<string> } = {},
): void {
  const findings: Finding[] = [];
  for (const [name, allowed] of Object.entries({ ...SHARED_CHOICES, ...choices })) {
    checkChoice(`\`${name}\``, options[name as keyof Options], allowed, findings);
  }
  const { level = 0.95, df = "design" } = options;
  if (!(level > 0 && level < 1)) {
    const facts = { option: "`level`", wanted: "a share between 0 and 1, such as 0.95" };
    findings.push(find("survey/option", { found: level, facts }));
  }
  if (df !== "design" && df !== "infinite" && !(typeof df === "number" && df > 0)) {
    const facts = { option: "`df`", wanted: 'a number above 0, "design" or "infinite"' };
    findings.push(find("survey/option", { found: df, facts }));
  }
  throwIfErrors(findings);
}
