import type { Estimate } from "@vitalcore/survey";
import * as z from "zod";
import { chillingEffect, violenceFollowUp } from "../../microdata/violence-follow-up.js";
import { type ReportingQuestions, violenceReporting } from "../../microdata/violence-reporting.js";
import { type Estimator, estimator } from "../estimator.js";
import { followUp, victims, yesNo } from "../survey-shapes.js";
import { designOf, toldOf, victimsOf } from "./victims.js";

const overLife = (inputs: Parameters<typeof toldOf>[0]) => toldOf(inputs, "lifetime");

/** A distribution over the answers, which become an axis. */
export function distribution(axis: string): Estimator {
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
export function anyOf(): Estimator {
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

export function chilling(): Estimator {
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
export function reporting(
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
