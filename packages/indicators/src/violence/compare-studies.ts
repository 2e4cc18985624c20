import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";

/** A published prevalence of online violence, with what decides whether it can be compared. */
export interface PrevalenceStudy {
  readonly id: string;
  /** As a proportion. */
  readonly prevalence: number;
  /** Of the prevalence, with the design; or give `n` and `designEffect`. */
  readonly standardError?: number;
  /** Respondents. */
  readonly n?: number;
  /** Variance over that of a simple random sample; 1 if left out. */
  readonly designEffect?: number;
  /** What is measured: having met acts, or having seen them done to others. */
  readonly measure: "experienced" | "witnessed";
  /** Whose share it is, in words that are the same for the same: "all women", "women online". */
  readonly denominator: string | null;
  /** Recall period in months, or "lifetime". */
  readonly recall: number | "lifetime" | null;
  /** Ages of the respondents, both included; open above where `null`. */
  readonly ages: readonly [from: number, to: number | null] | null;
  /** Acts on the list, by id. */
  readonly acts: readonly string[] | null;
  /** How people were asked: "face to face", "web". */
  readonly mode: string | null;
  readonly sample: "probability" | "opt-in";
}

/** Aspects of a study that must be the same. */
export type StudyAspect = "measure" | "denominator" | "recall" | "ages" | "acts" | "mode";

const ASPECTS: readonly StudyAspect[] = [
  "measure",
  "denominator",
  "recall",
  "ages",
  "acts",
  "mode",
];

/**
 * Whether studies measure the same: finds every aspect in which they differ, or do not say. Without findings they may be
 * compared.
 *
 * @param studies - two or more.
 * @param options - `allow`: aspects in which they may differ, as a stated decision.
 * @returns findings: `indicators/not-comparable`, `indicators/unknown-aspect`.
 *
 * Source: UNSD (2014), Guidelines for Producing Statistics on Violence against Women; EIGE, measurement framework for
 * cyber violence.
 *
 * @example
 * ```ts
 * import { compareStudies } from "@vitalcore/indicators/violence";
 * const study = { measure: "experienced", denominator: "women online", acts: ["threats"], mode: "web", sample: "probability" } as const;
 * const findings = compareStudies([
 *   { ...study, id: "a", prevalence: 0.16, recall: 12, ages: [15, null] },
 *   { ...study, id: "b", prevalence: 0.58, recall: "lifetime", ages: [15, 25] },
 * ]);
 * findings.map(({ facts }) => facts.aspect); // => ["recall", "ages"]
 * ```
 */
export function compareStudies(
  studies: readonly PrevalenceStudy[],
  options: { readonly allow?: readonly StudyAspect[] } = {},
): Finding[] {
  const { allow = [] } = options;
  return ASPECTS.filter((aspect) => !allow.includes(aspect)).flatMap((aspect): Finding[] => {
    const silent = studies.filter((study) => study[aspect] === null);
    const said = studies.filter((study) => study[aspect] !== null);
    const values = new Set(said.map((study) => inWords(study, aspect)));
    return [
      ...silent.map(({ id }) =>
        find("indicators/unknown-aspect", { facts: { study: id, aspect } }),
      ),
      ...(values.size > 1
        ? [find("indicators/not-comparable", { facts: { aspect, values: [...values] } })]
        : []),
    ];
  });
}

function inWords(study: PrevalenceStudy, aspect: StudyAspect): string {
  if (aspect === "acts") return [...(study.acts ?? [])].sort().join(" + ");
  if (aspect === "ages")
    return study.ages?.[1] === null ? `${study.ages[0]}+` : (study.ages?.join("-") ?? "");
  return String(study[aspect]);
}
