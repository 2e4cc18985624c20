import {
  defineResult,
  type Finding,
  type Result,
  type ResultKind,
  throwIfErrors,
  VitalError,
} from "@vitalcore/core";
import { type OpenSourceFreedomId, openSourceFreedomIds } from "@vitalcore/domain/ids";
import { find } from "../catalog.js";
import {
  type LicenseExpression,
  type LicenseLeaf,
  leavesOf,
  writeExpression,
} from "../expression/license-expression.js";
import { type LicenseReadingOptions, readLicense } from "../expression/read-license.js";
import { type Grade, type PerFreedom, perFreedom, type Standing, standingOf } from "../freedom.js";
import type { Limit } from "../licenses/license-facts.js";
import {
  type AllFour,
  type ConditionKind,
  type CopyleftBounds,
  combine,
  conditionKinds,
} from "./combine.js";
import { assessLeaf, type FreedomReason, type LeafAssessment } from "./leaf.js";

/** A work whose freedoms are to be assessed. */
export interface FreedomQuestion {
  /** An SPDX licence expression. */
  readonly license: string;
  /** Whether those who have the work can have its source, in the form preferred for changing it. */
  readonly sourceAvailable?: boolean;
  /** What texts that are no SPDX expressions stand for; see {@link LicenseReadingOptions}. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** Whether a freedom can be made use of: the licence grants it, and the means are there. */
export type Exercisable = "yes" | "limited" | "no" | "unknown";

/** One of the four freedoms of a work. */
export interface FreedomOutcome {
  /** What the licence grants. */
  readonly standing: Standing;
  /** The least and the most that the known facts allow; equal unless the standing is unknown. */
  readonly atLeast: Grade;
  readonly atMost: Grade;
  /** Whether it can be made use of: inspecting and modifying need the source as well. */
  readonly exercisable: Exercisable;
  /** What each licence of the expression says, the deciding ones first. */
  readonly reasons: readonly FreedomReason[];
}

/** Something asked of those who use the freedoms. */
export interface FreedomCondition {
  readonly kind: ConditionKind;
  readonly licenses: readonly string[];
  /** Another choice of licence is free of it. */
  readonly avoidable: boolean;
  readonly statement: string;
}

/** A limit, and the licence that sets it. */
export interface FreedomLimit extends Limit {
  readonly license: string;
}

/** What is granted by a licence expression, on what conditions, and why. */
export interface FreedomAssessment {
  readonly kind: "FreedomAssessment";
  readonly version: number;
  /** The expression as SPDX writes it. */
  readonly license: string;
  readonly sourceAvailable: boolean | null;
  readonly freedoms: PerFreedom<FreedomOutcome>;
  /** Whether one choice of licences grants all four freedoms. */
  readonly allFour: AllFour;
  readonly conditions: readonly FreedomCondition[];
  readonly copyleft: CopyleftBounds;
  readonly limits: readonly FreedomLimit[];
  readonly patent: "grant" | "withheld" | "silent" | "mixed" | "unknown";
  readonly findings: readonly Finding[];
}

const NEEDS_SOURCE: ReadonlySet<OpenSourceFreedomId> = /* @__PURE__ */ new Set([
  "inspect",
  "modify",
] as const);

const SENTENCES: Readonly<Record<ConditionKind, string>> = {
  notice: "Keep the notices of copyright and licence.",
  changes: "Mark or document what was changed.",
  source: "Give or offer the source with copies.",
  network: "Offer the source also to those who use the work over a network.",
  copyleft: "Pass works made from it on under the same licence.",
};

/** Reads and shows assessments; see {@link assessFreedoms}. */
export const freedomAssessment: ResultKind<FreedomAssessment> = /* @__PURE__ */ defineResult({
  kind: "FreedomAssessment",
  version: 1,
  summarize: (assessment) => ({
    title: `Freedoms granted by ${assessment.license}`,
    facts: [
      ["all four by one choice", assessment.allFour],
      ["source available", assessment.sourceAvailable],
      ["copyleft", reachInWords(assessment.copyleft)],
      ["patents", assessment.patent],
    ],
    tables: [
      {
        columns: [
          { name: "freedom" },
          { name: "licence" },
          { name: "exercisable" },
          { name: "why" },
        ],
        rows: openSourceFreedomIds.map((freedom) => {
          const { standing, exercisable, reasons } = assessment.freedoms[freedom];
          const why = reasons[0];
          return [
            freedom,
            standing,
            exercisable,
            why === undefined ? null : `${why.license}: ${why.statement}`,
          ];
        }),
      },
    ],
    notes: [
      ...assessment.conditions.map(
        ({ statement, licenses, avoidable }) =>
          `${statement} (${licenses.join(", ")}${avoidable ? "; avoidable by choice" : ""})`,
      ),
      ...assessment.findings.map(({ message }) => message),
      "A reading of licences, not legal advice.",
    ],
  }),
});

function reachInWords({ atLeast, atMost }: CopyleftBounds): string {
  if (atMost === null) return `${atLeast} or further`;
  return atLeast === atMost ? atLeast : `${atLeast} to ${atMost}`;
}

/**
 * Assesses which of the four freedoms (inspect, use, modify, distribute) a licence expression grants, on what
 * conditions, and whether they can be made use of. AND takes the worst of the licences, OR the best, freedom
 * by freedom; an unknown licence leaves bounds.
 *
 * @param question.license - an SPDX expression, for example `"AGPL-3.0-only OR MIT"`.
 * @param question.sourceAvailable - without source, inspecting and modifying are granted and not
 *   exercisable; left out, that is unknown.
 * @throws VitalError `opensource/license-syntax`, `opensource/unknown-license` and others of
 *   {@link readLicense} if the expression cannot be read.
 *
 * Sources: the SPDX License List's `isOsiApproved` and `isFsfLibre`; SPDX 2.3, annex D; the freedoms as UNDP
 * (2025) names them after the Free Software Definition (FSF). Not legal advice.
 *
 * @example
 * ```ts
 * import { assessFreedoms } from "@vitalcore/opensource";
 * const dual = assessFreedoms({ license: "AGPL-3.0-only OR MIT", sourceAvailable: true });
 * dual.allFour; // => "yes"
 * dual.copyleft; // => { atLeast: "none", atMost: "network" }
 * assessFreedoms({ license: "CC-BY-NC-4.0" }).freedoms.use.standing; // => "limited"
 * const closed = assessFreedoms({ license: "MIT", sourceAvailable: false }).freedoms.modify;
 * [closed.standing, closed.exercisable]; // => ["granted", "no"]
 * ```
 */
export function assessFreedoms(question: FreedomQuestion): Result<FreedomAssessment> {
  const { license, sourceAvailable, aliases } = question;
  const reading = readLicense(license, aliases === undefined ? {} : { aliases });
  throwIfErrors(reading.findings);
  if (reading.expression === null) throw new VitalError(reading.findings);
  const assessment = assessExpression(reading.expression, sourceAvailable);
  const findings = [...reading.findings, ...assessment.findings];
  return freedomAssessment.create({ ...assessment, findings });
}

/** Assesses an expression that is already read: plain data, for batches. */
export function assessExpression(
  expression: LicenseExpression,
  sourceAvailable?: boolean,
): Omit<FreedomAssessment, "kind" | "version"> {
  const assessed = new Map<string, LeafAssessment>();
  const assess = (leaf: LicenseLeaf): LeafAssessment => {
    const key = writeExpression(leaf);
    const known = assessed.get(key) ?? assessLeaf(leaf);
    assessed.set(key, known);
    return known;
  };
  const combined = combine(expression, assess);
  const copyleftOwesSource =
    sourceAvailable === false &&
    combined.copyleft.atLeast !== "none" &&
    combined.unavoidable.has("source");
  return {
    license: writeExpression(expression),
    sourceAvailable: sourceAvailable ?? null,
    freedoms: perFreedom((freedom) => {
      const bounds = combined.bounds[freedom];
      return {
        standing: standingOf(bounds),
        ...bounds,
        exercisable: exercisability(standingOf(bounds), freedom, sourceAvailable),
        reasons: reasonsFor(freedom, [...assessed.values()], standingOf(bounds)),
      };
    }),
    allFour: combined.certainlyFree ? "yes" : combined.possiblyFree ? "unknown" : "no",
    conditions: conditionsFrom(assessed, combined.unavoidable),
    copyleft: combined.copyleft,
    limits: [...assessed].flatMap(([license, { limits }]) =>
      limits.map((limit) => ({ license, ...limit })),
    ),
    patent: patentsOf(leavesOf(expression).map(assess)),
    findings: findingsOf(assessed, copyleftOwesSource),
  };
}

function exercisability(
  standing: Standing,
  freedom: OpenSourceFreedomId,
  sourceAvailable: boolean | undefined,
): Exercisable {
  const granted: Record<Standing, Exercisable> = {
    granted: "yes",
    limited: "limited",
    withheld: "no",
    unknown: "unknown",
  };
  if (!NEEDS_SOURCE.has(freedom) || standing === "withheld") return granted[standing];
  if (sourceAvailable === false) return "no";
  return sourceAvailable === true ? granted[standing] : "unknown";
}

function reasonsFor(
  freedom: OpenSourceFreedomId,
  leaves: readonly LeafAssessment[],
  standing: Standing,
): readonly FreedomReason[] {
  const decides = ({ bounds }: LeafAssessment) => standingOf(bounds[freedom]) === standing;
  return [...leaves.filter(decides), ...leaves.filter((leaf) => !decides(leaf))].map(
    ({ reasons }) => reasons[freedom],
  );
}

function conditionsFrom(
  assessed: ReadonlyMap<string, LeafAssessment>,
  unavoidable: ReadonlySet<ConditionKind>,
): readonly FreedomCondition[] {
  return (Object.keys(SENTENCES) as ConditionKind[]).flatMap((kind) => {
    const licenses = [...assessed]
      .filter(([, { conditions }]) => conditionKinds(conditions).includes(kind))
      .map(([license]) => license);
    if (licenses.length === 0) return [];
    return [{ kind, licenses, avoidable: !unavoidable.has(kind), statement: SENTENCES[kind] }];
  });
}

function patentsOf(leaves: readonly LeafAssessment[]): FreedomAssessment["patent"] {
  const said = new Set(
    leaves.map(({ conditions, unknownBecause }) =>
      unknownBecause === undefined ? (conditions?.patent ?? "withheld") : "unknown",
    ),
  );
  const [first] = said;
  return said.size === 1 && first !== undefined ? first : "mixed";
}

function findingsOf(
  assessed: ReadonlyMap<string, LeafAssessment>,
  sourceOwed: boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [license, { facts, unknownBecause, conditions }] of assessed) {
    if (unknownBecause !== undefined) {
      const details = { found: license, facts: { reason: sentencePart(unknownBecause) } };
      findings.push(find("opensource/license-not-rated", details));
    }
    if (facts?.osiApproved === true && facts.fsfLibre === false && conditions !== null)
      findings.push(find("opensource/fsf-disagrees", { found: license }));
  }
  if (sourceOwed) {
    const licenses = [...assessed]
      .filter(([, { conditions }]) => conditions?.source === true)
      .map(([license]) => license);
    findings.push(find("opensource/source-owed", { facts: { licenses } }));
  }
  return findings;
}

function sentencePart(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");
}
