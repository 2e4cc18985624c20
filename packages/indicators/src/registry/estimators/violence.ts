import type { Cell, Finding } from "@vitalcore/core";
import type { ObserveContext } from "@vitalcore/domain";
import { observe } from "@vitalcore/domain";
import type { DesignSpec, Estimate } from "@vitalcore/survey";
import * as z from "zod";
import { violenceContrast } from "../../microdata/violence-contrast.js";
import { chillingEffect, violenceFollowUp } from "../../microdata/violence-follow-up.js";
import { violenceFrequency, violenceSeverity } from "../../microdata/violence-frequency.js";
import { violencePrevalence } from "../../microdata/violence-prevalence.js";
import { type ReportingQuestions, violenceReporting } from "../../microdata/violence-reporting.js";
import type { ViolenceDenominator, ViolencePeriod } from "../../violence/questionnaire.js";
import { once } from "../calculator.js";
import {
  type EstimatePart,
  type Estimator,
  type EstimatorEntry,
  estimationOf,
  estimator,
  joined,
} from "../estimator.js";
import { listed, type Told } from "../parameters.js";
import {
  denominator,
  followUp,
  label,
  questionnaire,
  sample,
  victims,
  yesNo,
} from "../survey-shapes.js";

type Victims = z.infer<z.ZodObject<typeof victims & typeof sample>>;

const whichActs = {
  questionnaire: victims.questionnaire,
  acts: victims.acts,
  policy: victims.policy,
} as const;

const designOf = (design: object) => design as DesignSpec;

/** What makes a victim, in a period that is meant where the inputs say nothing. */
function victimsOf(inputs: Victims, period: ViolencePeriod) {
  const { acts, policy } = inputs;
  return {
    period: inputs.period ?? period,
    ...(acts !== undefined && { acts }),
    ...(policy !== undefined && { policy }),
    ...estimationOf(inputs),
  };
}

/** What made a victim, with what was taken where the inputs say nothing. */
function toldOf(
  inputs: Pick<Victims, "questionnaire" | "period" | "acts" | "policy">,
  otherwise: ViolencePeriod,
): Told {
  const { period = otherwise, policy = "yes-dominates" } = inputs;
  const recall = typeof period === "string" ? period : period.recall;
  return { recall, ...actsOf(inputs), policy };
}

function actsOf({
  questionnaire: { acts: asked },
  acts,
}: Pick<Victims, "questionnaire" | "acts">): Told {
  return { acts: listed(acts ?? asked.map(({ id }) => id)) };
}

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

const overLife = (inputs: Parameters<typeof toldOf>[0]) => toldOf(inputs, "lifetime");

/** A distribution over the answers, which become an axis. */
function distribution(axis: string): Estimator {
  return estimator(
    { ...victims, question: followUp },
    (inputs) => {
      const { shares, findings } = violenceFollowUp(
        inputs.data,
        inputs.questionnaire,
        designOf(inputs.design),
        inputs.question,
        victimsOf(inputs, "lifetime"),
      );
      return {
        parts: Object.entries(shares)
          .filter(([answer]) => answer !== "any")
          .map(([answer, estimates]) => ({ estimates, breakdown: { [axis]: answer } })),
        findings,
      };
    },
    overLife,
  );
}

/** Who answered any of several questions, or one, with yes. */
function anyOf(): Estimator {
  return estimator(
    { ...victims, question: anyQuestion },
    (inputs) => {
      const { shares, findings } = violenceFollowUp(
        inputs.data,
        inputs.questionnaire,
        designOf(inputs.design),
        inputs.question,
        victimsOf(inputs, "lifetime"),
      );
      return { parts: [{ estimates: shares.any as readonly Estimate[] }], findings };
    },
    overLife,
  );
}

/** A yes/no question in one column or several. */
const anyQuestion = /* @__PURE__ */ z.strictObject({
  columns: z.record(z.string().min(1), z.string().min(1)),
  codes: yesNo.shape.codes,
});

function chilling(): Estimator {
  return estimator(
    () => ({
      ...victims,
      question: anyQuestion,
      among: z.enum(["interviewed", "asked", "victims"]),
    }),
    (inputs) => {
      const found = chillingEffect(
        inputs.data,
        inputs.questionnaire,
        designOf(inputs.design),
        inputs.question,
        victimsOf(inputs, "lifetime"),
      )[inputs.among];
      return {
        parts: [{ estimates: found.shares.any as readonly Estimate[] }],
        findings: found.findings,
      };
    },
    (inputs) => ({ ...overLife(inputs), among: inputs.among }),
  );
}

/** One of the shares of reporting; what the study did not ask gives no observation. */
function reporting(
  of: (
    found: ReturnType<typeof violenceReporting>,
    questions: ReportingQuestions,
  ) => readonly Estimate[] | undefined,
): Estimator {
  const questions = () => ({
    reported: yesNo,
    to: z.exactOptional(followUp),
    authorities: z.exactOptional(z.array(z.string())),
    platform: z.exactOptional(z.string()),
    acted: z.exactOptional(yesNo),
    help: z.exactOptional(yesNo),
  });
  return estimator(
    () => ({ ...victims, questions: z.strictObject(questions()) }),
    (inputs) => {
      const found = violenceReporting(
        inputs.data,
        inputs.questionnaire,
        designOf(inputs.design),
        inputs.questions,
        victimsOf(inputs, "lifetime"),
      );
      return {
        parts: [{ estimates: of(found, inputs.questions) ?? [] }],
        findings: found.findings,
      };
    },
    overLife,
  );
}
