import type { DesignSpec } from "@vitalcore/survey";
import type * as z from "zod";
import type { ViolencePeriod } from "../../violence/questionnaire.js";
import { estimationOf } from "../estimator.js";
import { listed, type Told } from "../parameters.js";
import { type sample, victims } from "../survey-shapes.js";

/** Who counts as a victim, and of what sample. */
export type Victims = z.infer<z.ZodObject<typeof victims & typeof sample>>;

export const whichActs = {
  questionnaire: victims.questionnaire,
  acts: victims.acts,
  policy: victims.policy,
} as const;

/** The design as the estimators take it: its schema has been read. */
export const designOf = (design: object) => design as DesignSpec;

/** What makes a victim, in a period that is meant where the inputs say nothing. */
export function victimsOf(inputs: Victims, period: ViolencePeriod) {
  const { acts, policy } = inputs;
  return {
    period: inputs.period ?? period,
    ...(acts !== undefined && { acts }),
    ...(policy !== undefined && { policy }),
    ...estimationOf(inputs),
  };
}

/** What made a victim, with what was taken where the inputs say nothing. */
export function toldOf(
  inputs: Pick<Victims, "questionnaire" | "period" | "acts" | "policy">,
  otherwise: ViolencePeriod,
): Told {
  const { period = otherwise, policy = "yes-dominates" } = inputs;
  const recall = typeof period === "string" ? period : period.recall;
  return { recall, ...actsOf(inputs), policy };
}

export function actsOf({
  questionnaire: { acts: asked },
  acts,
}: Pick<Victims, "questionnaire" | "acts">): Told {
  return { acts: listed(acts ?? asked.map(({ id }) => id)) };
}
