import type { Cell, Finding } from "@vitalcore/core";
import type { ObserveContext } from "@vitalcore/domain";
import { observe } from "@vitalcore/domain";
import * as z from "zod";
import { violenceContrast } from "../../microdata/violence-contrast.js";
import { violenceFrequency, violenceSeverity } from "../../microdata/violence-frequency.js";
import { violencePrevalence } from "../../microdata/violence-prevalence.js";
import type { ViolenceDenominator } from "../../violence/questionnaire.js";
import { once } from "../calculator.js";
import {
  type EstimatePart,
  type Estimator,
  type EstimatorEntry,
  estimationOf,
  estimator,
  joined,
} from "../estimator.js";
import { denominator, label, questionnaire, sample, victims } from "../survey-shapes.js";
import { anyOf, chilling, distribution, reporting } from "./victim-answers.js";
import { actsOf, designOf, toldOf, type Victims, victimsOf, whichActs } from "./victims.js";

/** Estimators of online violence by id. */
export function violenceEstimators(): readonly EstimatorEntry[] {
  return [
    ["tfvaw-12m-prevalence", prevalence("12 months", { denominator })],
    ["tfvaw-lifetime-prevalence", prevalence("lifetime", { denominator })],
    ["tfvaw-prevalence-users", prevalence("12 months", {}, "any", "asked")],
    ["tfvaw-public-figures", prevalence("12 months", { denominator })],
    ["cyberbullying-12m", prevalence("12 months", { denominator })],
    ["tfvaw-polyvictimization", prevalence("12 months", { denominator }, "poly2")],
    ...TYPES.map((id): EstimatorEntry => [id, ofType()]),
    ["tfvaw-frequency-repeat", repetition()],
    ["tfvaw-severity-index", severity()],
    ["tfvaw-gender-ratio", genderRatio()],
    ["tfvaw-by-perpetrator", distribution("perpetrator")],
    ["tfvaw-by-platform", distribution("platform")],
    ["tfvaw-harm", anyOf()],
    ["tfvaw-offline-spillover", anyOf()],
    ["tfvaw-chilling-effect", chilling()],
    ["tfvaw-reporting-rate", reporting(({ reported }) => reported)],
    [
      "tfvaw-platform-reporting",
      reporting(({ toOfVictims }, { platform }) => toOfVictims?.[platform ?? ""]),
    ],
    ["tfvaw-platform-action-rate", reporting(({ platformActed }) => platformActed)],
    ["tfvaw-dark-figure", reporting(({ unreported }) => unreported)],
    ["tfvaw-help-seeking", reporting(({ helpSought }) => helpSought)],
  ];
}

const TYPES = [
  "tfvaw-12m-image-based-abuse",
  "tfvaw-12m-cyberstalking",
  "tfvaw-12m-doxing",
  "tfvaw-12m-online-hate-speech",
  "tfvaw-12m-synthetic-media-abuse",
  "tfvaw-12m-online-threats",
  "tfvaw-12m-online-impersonation",
  "tfvaw-12m-digital-coercive-control",
] as const;

/** Of one period; the denominator is chosen by whoever asks, unless the indicator says it. */
function prevalence(
  period: "lifetime" | "12 months",
  shape: { denominator?: typeof denominator },
  measure = "any",
  fixed?: ViolenceDenominator,
): Estimator {
  const denominatorOf = (inputs: object) =>
    fixed ?? (inputs as { readonly denominator: ViolenceDenominator }).denominator;
  return estimator(
    { ...whichActs, ...shape },
    (inputs) =>
      estimated(inputs, {
        ...victimsOf({ ...inputs, period }, period),
        measure,
        denominator: denominatorOf(inputs),
      }),
    (inputs) => ({ ...toldOf(inputs, period), denominator: denominatorOf(inputs) }),
  );
}

function estimated(
  inputs: Pick<Victims, "data" | "questionnaire" | "design">,
  options: Parameters<typeof violencePrevalence>[3],
): { parts: EstimatePart[]; findings: readonly Finding[] } {
  const { result, findings } = violencePrevalence(
    inputs.data,
    inputs.questionnaire,
    designOf(inputs.design),
    options,
  );
  return { parts: [{ estimates: result.estimates }], findings: [...findings, ...result.findings] };
}

/** One type: which acts of the questionnaire belong to it has to be said. */
function ofType(): Estimator {
  return estimator(
    () => ({ ...whichActs, acts: z.array(z.string().min(1)).min(1), denominator }),
    (inputs) =>
      estimated(inputs, {
        ...victimsOf({ ...inputs, period: "12 months" }, "12 months"),
        denominator: inputs.denominator,
      }),
    (inputs) => ({ ...toldOf(inputs, "12 months"), denominator: inputs.denominator }),
  );
}

function repetition(): Estimator {
  return estimator(
    { questionnaire, acts: victims.acts },
    (inputs) => {
      const { acts, data, design } = inputs;
      const { repeated, findings } = violenceFrequency(
        data,
        inputs.questionnaire,
        designOf(design),
        {
          ...(acts !== undefined && { acts }),
          ...estimationOf(inputs),
        },
      );
      return { parts: [{ estimates: repeated }], findings };
    },
    actsOf,
  );
}

function severity(): Estimator {
  return estimator(
    () => ({
      questionnaire,
      acts: victims.acts,
      severity: z.record(z.string(), z.number().min(0)),
    }),
    (inputs) => {
      const { acts, data, design } = inputs;
      const found = violenceSeverity(data, inputs.questionnaire, designOf(design), {
        severity: inputs.severity,
        ...(acts !== undefined && { acts }),
        ...estimationOf(inputs),
      });
      return { parts: [{ estimates: found.estimates }], findings: found.findings };
    },
    (inputs) => ({
      ...actsOf(inputs),
      ...Object.fromEntries(
        Object.entries(inputs.severity).map(([act, severityOf]) => [`severity.${act}`, severityOf]),
      ),
    }),
  );
}

function genderInputs() {
  return z.strictObject({
    data: sample.data,
    design: sample.design,
    universe: sample.universe,
    level: sample.level,
    ...victims,
    denominator,
    by: z.string().min(1),
    female: label,
    male: label,
  });
}

function genderRatio(): Estimator {
  const schema = once(genderInputs);
  type Inputs = z.infer<ReturnType<typeof genderInputs>>;
  return {
    get inputs() {
      return schema();
    },
    told: (inputs) => {
      const { by, female, male, denominator: chosen } = inputs as Inputs;
      return { ...toldOf(inputs as Inputs, "12 months"), denominator: chosen, by, female, male };
    },
    estimate: (given, { definition, context }) => {
      const { data, design, by, female, male, level, ...rest } = given as Inputs;
      const { contrast, findings } = violenceContrast(
        data,
        rest.questionnaire,
        designOf(design),
        { by, of: [female, male] as [Cell, Cell] },
        {
          period: rest.period ?? "12 months",
          denominator: rest.denominator,
          ...(rest.acts !== undefined && { acts: rest.acts }),
          ...(rest.policy !== undefined && { policy: rest.policy }),
          ...(level !== undefined && { level }),
        },
      );
      const { ratio, interval } = contrast;
      const missing: ObserveContext =
        ratio === null && context.status === undefined ? { ...context, status: "M" } : context;
      const estimate = {
        value: ratio?.value ?? null,
        unit: "RATIO",
        ...(ratio && {
          interval: { lower: ratio.lower, upper: ratio.upper, level: interval.level },
        }),
      };
      return joined([observe(definition, estimate, missing)], findings);
    },
  };
}
