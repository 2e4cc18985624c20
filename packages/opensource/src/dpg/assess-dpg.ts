import {
  defineResult,
  type Finding,
  type Result,
  type ResultKind,
  throwIfErrors,
} from "@vitalcore/core";
import { readLicense } from "../expression/read-license.js";
import type { StackAssessment } from "../stack/assess-stack.js";
import { approvedLicense, type Verdict } from "./approved-license.js";
import { checkAnswers } from "./check-answers.js";
import {
  DPG_STANDARD,
  type DpgCondition,
  type DpgIndicator,
  type DpgIndicatorId,
  type DpgType,
  dpgIndicators,
} from "./indicators.js";

/** Something that supports an answer. */
export interface DpgEvidenceItem {
  readonly url?: string;
  readonly text?: string;
  /** When it was looked at, YYYY-MM-DD. */
  readonly date?: string;
}

/** An answer to one indicator. */
export interface DpgAnswer {
  /** `null`: nobody knows yet. */
  readonly met: boolean | null;
  readonly evidence?: readonly DpgEvidenceItem[];
  /** The evidence was given by someone who may speak for the project; indicators 7 to 9 need that. */
  readonly authorized?: boolean;
}

/** What is known of a candidate. Everything but its types may be left out. */
export interface DpgCandidate {
  readonly name?: string;
  readonly types: readonly DpgType[];
  /** An SPDX expression; by type where software, content and data are licensed apart. */
  readonly license?: string | Readonly<Partial<Record<DpgType, string>>>;
  readonly aliases?: Readonly<Record<string, string>>;
  /** The components it cannot do without, from `assessStack`: decides indicator 4 where all are free. */
  readonly stack?: StackAssessment;
  /** Facts on which indicators 6 and 9a to 9c depend; left out: not known. */
  readonly facts?: Readonly<Partial<Record<DpgCondition, boolean>>>;
  readonly answers?: Readonly<Partial<Record<DpgIndicatorId, DpgAnswer>>>;
}

/** Whether a requirement is met; `not-evaluable` where that cannot be told, with the reason. */
export type DpgOutcome = "met" | "not-met" | "not-evaluable";

/** Why an outcome is what it is. */
export type DpgReasonKind =
  | "evidence"
  | "denied"
  | "derived"
  | "does-not-apply"
  | "no-answer"
  | "no-evidence"
  | "no-authority"
  | "applicability-unknown"
  | "license-unknown"
  | "restrictive-components"
  | "parts";

/** One line of the checklist. */
export interface DpgCheck {
  readonly id: DpgIndicatorId;
  readonly title: string;
  readonly requirement: string;
  readonly outcome: DpgOutcome;
  readonly reason: { readonly kind: DpgReasonKind; readonly statement: string };
  readonly evidence: readonly DpgEvidenceItem[];
}

/** The checklist of the Digital Public Goods Standard, filled in. */
export interface DpgAssessment {
  readonly kind: "DpgAssessment";
  readonly version: number;
  readonly standard: typeof DPG_STANDARD;
  readonly name: string | null;
  /** `met` only if all nine are; not the same as being recognized by the alliance. */
  readonly outcome: DpgOutcome;
  /** Of the nine indicators. */
  readonly counts: Readonly<Record<DpgOutcome, number>>;
  /** The nine indicators and the three parts of the ninth, in their order. */
  readonly checks: readonly DpgCheck[];
  readonly findings: readonly Finding[];
}

/** Reads and shows checklists; see {@link assessDpg}. */
export const dpgAssessment: ResultKind<DpgAssessment> = /* @__PURE__ */ defineResult({
  kind: "DpgAssessment",
  version: 1,
  summarize: ({ name, outcome, counts, checks, standard }) => ({
    title: `Digital Public Goods Standard ${standard.version}${name === null ? "" : `: ${name}`}`,
    facts: [
      ["overall", outcome],
      ["met", counts.met],
      ["not met", counts["not-met"]],
      ["not evaluable", counts["not-evaluable"]],
    ],
    tables: [
      {
        columns: [{ name: "indicator" }, { name: "outcome" }, { name: "why" }],
        rows: checks.map(({ id, title, outcome: each, reason }) => [
          `${id} ${title}`,
          each,
          reason.statement,
        ]),
      },
    ],
    notes: [
      "A checklist, not a review: only the Digital Public Goods Alliance recognizes digital public goods.",
    ],
  }),
});

type Answered = Pick<DpgCheck, "outcome" | "reason">;

function answered(outcome: DpgOutcome, kind: DpgReasonKind, statement: string): Answered {
  return { outcome, reason: { kind, statement } };
}

/**
 * Fills in the checklist of the Digital Public Goods Standard. Indicator 2 is derived from the licence, and 4
 * from the components where all of them grant the four freedoms; the others need an answer with evidence.
 * Without evidence nothing counts as met.
 *
 * @returns each indicator with its outcome and the reason for it.
 * @throws VitalError `opensource/evidence-shape` for unknown indicators or evidence that is no evidence, and
 *   what `readLicense` finds wrong with the licence; all problems together.
 *
 * Source: Digital Public Goods Standard 1.1.6 (Digital Public Goods Alliance, 2024-09-04).
 *
 * @example
 * ```ts
 * import { assessDpg } from "@vitalcore/opensource/dpg";
 * const checklist = assessDpg({
 *   types: ["software"],
 *   license: "AGPL-3.0-only",
 *   answers: { "5": { met: true, evidence: [{ url: "https://docs.example.org" }] }, "3": { met: true } },
 * });
 * checklist.checks.filter(({ outcome }) => outcome === "met").map(({ id }) => id); // => ["2", "5"]
 * checklist.checks.find(({ id }) => id === "3")?.reason.kind; // => "no-evidence"
 * checklist.outcome; // => "not-evaluable"
 * ```
 */
export function assessDpg(candidate: DpgCandidate): Result<DpgAssessment> {
  const licensing = assessLicensing(candidate);
  throwIfErrors([...checkAnswers(candidate), ...licensing.findings]);
  const parts = dpgIndicators.map((indicator): DpgCheck => {
    const { id, title, requirement } = indicator;
    const evidence = candidate.answers?.[id]?.evidence ?? [];
    return {
      id,
      title,
      requirement,
      evidence,
      ...answerTo(indicator, candidate, licensing.answered),
    };
  });
  const checks = parts.map((check) => (check.id === "9" ? withParts(check, parts) : check));
  const nine = checks.filter(({ id }) => id.length === 1).map(({ outcome }) => outcome);
  return dpgAssessment.create({
    standard: DPG_STANDARD,
    name: candidate.name ?? null,
    outcome: worst(nine),
    counts: {
      met: nine.filter((outcome) => outcome === "met").length,
      "not-met": nine.filter((outcome) => outcome === "not-met").length,
      "not-evaluable": nine.filter((outcome) => outcome === "not-evaluable").length,
    },
    checks,
    findings: licensing.findings,
  });
}

function worst(outcomes: readonly DpgOutcome[]): DpgOutcome {
  if (outcomes.includes("not-met")) return "not-met";
  return outcomes.includes("not-evaluable") ? "not-evaluable" : "met";
}

/** The ninth indicator holds as far as its own requirement and all of its parts do. */
function withParts(check: DpgCheck, parts: readonly DpgCheck[]): DpgCheck {
  const own = parts.filter(({ id }) => id.startsWith("9"));
  const outcome = worst(own.map((part) => part.outcome));
  if (outcome === check.outcome) return check;
  const which = own.filter((part) => part.outcome === outcome).map(({ id }) => id);
  return { ...check, ...answered(outcome, "parts", `Decided by ${which.join(", ")}: ${outcome}.`) };
}

function answerTo(indicator: DpgIndicator, candidate: DpgCandidate, licensing: Answered): Answered {
  if (indicator.id === "2") return licensing;
  const applies = appliesTo(indicator, candidate);
  if (applies !== undefined) return applies;
  const answer = Object.hasOwn(candidate.answers ?? {}, indicator.id)
    ? candidate.answers?.[indicator.id]
    : undefined;
  if (answer?.met === false) return answered("not-met", "denied", "Answered: not met.");
  if (indicator.id === "4") {
    const derived = fromStack(candidate.stack);
    if (derived?.outcome === "met" || (derived !== undefined && answer?.met !== true))
      return derived;
  }
  if (answer === undefined || answer.met === null)
    return answered(
      "not-evaluable",
      "no-answer",
      `No answer. Evidence wanted: ${indicator.evidence}`,
    );
  if ((answer.evidence ?? []).length === 0)
    return answered(
      "not-evaluable",
      "no-evidence",
      `Claimed without evidence. Wanted: ${indicator.evidence}`,
    );
  if (indicator.needsAuthority && answer.authorized !== true)
    return answered(
      "not-evaluable",
      "no-authority",
      "The evidence must come from someone who may speak for the project.",
    );
  return answered("met", "evidence", "Answered with evidence.");
}

const QUESTIONS: Readonly<Record<DpgCondition, string>> = {
  nonPersonalData: "has data about no person",
  personalData: "collects, stores or passes on personal data",
  content: "collects, stores or passes on content",
  interaction: "lets users or contributors interact",
};

/** An answer where the indicator asks nothing, or where it is not known whether it asks something. */
function appliesTo(indicator: DpgIndicator, candidate: DpgCandidate): Answered | undefined {
  const { appliesIf, id } = indicator;
  if (appliesIf === undefined) return undefined;
  const holds = candidate.facts?.[appliesIf];
  const question = QUESTIONS[appliesIf];
  if (holds === false)
    return answered("met", "does-not-apply", `Asks nothing: not so that it ${question}.`);
  if (holds === undefined && candidate.answers?.[id] === undefined)
    return answered(
      "not-evaluable",
      "applicability-unknown",
      `It is not known whether it ${question}.`,
    );
  return undefined;
}

function fromStack(stack: StackAssessment | undefined): Answered | undefined {
  if (stack === undefined || stack.n === 0) return undefined;
  const { yes, no, unknown } = stack.allFour;
  if (yes === stack.n)
    return answered("met", "derived", `All ${stack.n} components grant the four freedoms.`);
  return answered(
    "not-evaluable",
    "restrictive-components",
    `${no} components restrict a freedom and ${unknown} are unknown: show independence from them, or open alternatives.`,
  );
}

function assessLicensing(candidate: DpgCandidate): {
  readonly answered: Answered;
  readonly findings: readonly Finding[];
} {
  const { types, license, aliases } = candidate;
  const findings: Finding[] = [];
  const verdicts = types.map((type): readonly [DpgType, string, Verdict] => {
    const text = typeof license === "object" ? license[type] : license;
    if (text === undefined) return [type, "no licence stated", "unknown"];
    const reading = readLicense(text, { what: type, ...(aliases !== undefined && { aliases }) });
    findings.push(...reading.findings);
    const { expression, canonical } = reading;
    if (expression === null) return [type, text, "unknown"];
    return [type, canonical ?? text, approvedLicense(expression, type)];
  });
  const say = (wanted: Verdict) =>
    verdicts
      .filter(([, , verdict]) => verdict === wanted)
      .map(([type, text]) => `${text} (${type})`)
      .join(", ");
  if (say("no") !== "")
    return {
      findings,
      answered: answered("not-met", "derived", `Not an approved licence: ${say("no")}.`),
    };
  if (say("unknown") !== "" || verdicts.length === 0)
    return {
      findings,
      answered: answered(
        "not-evaluable",
        "license-unknown",
        `Cannot be told: ${say("unknown") || "no type given"}.`,
      ),
    };
  return { findings, answered: answered("met", "derived", `Approved: ${say("yes")}.`) };
}
