import type { Debate } from "./record-types.js";

/**
 * Questions on which the literature differs.
 *
 * @example
 * ```ts
 * import { debateIds } from "@vitalcore/domain/vocabulary";
 * debateIds.includes("narrow-or-broad"); // => true
 * ```
 */
export const debateIds = [
  "whose-security-is-primary",
  "narrow-or-broad",
  "globalization-good-or-bad",
  "hard-security-lens",
  "state-sovereignty",
  "ngo-coordination",
  "representation-accountability",
  "rights-vs-diplomacy",
  "open-source-not-panacea",
  "digital-gap-in-theory",
  "ill-timed-consensus",
  "how-to-define",
  "globalization-pace",
] as const;

/** Id of a debate that ships here. */
export type DebateId = (typeof debateIds)[number];

/**
 * Debates, and what they are about. Our reading.
 *
 * @example
 * ```ts
 * import { debates } from "@vitalcore/domain/vocabulary";
 * debates["globalization-good-or-bad"].about; // => ["concept/globalization"]
 * ```
 */
export const debates: Readonly<Record<DebateId, Debate>> = {
  "whose-security-is-primary": {
    about: ["concept/human-security", "concept/state-security", "concept/people-as-referent"],
  },
  "narrow-or-broad": { about: ["concept/human-security", "concept/beyond-physical-safety"] },
  "globalization-good-or-bad": { about: ["concept/globalization"] },
  "hard-security-lens": {
    about: [
      "concept/analytic-lens",
      "issue-area/non-state-armed-groups",
      "issue-area/terrorism",
      "issue-area/cybersecurity",
    ],
  },
  "state-sovereignty": { about: ["concept/state-security", "concept/human-security"] },
  "ngo-coordination": { about: ["actor/ngos", "measure/multi-stakeholder-cooperation"] },
  "representation-accountability": {
    about: ["actor/international-financial-institutions", "measure/governance-reform"],
  },
  "rights-vs-diplomacy": { about: ["concept/human-rights", "population-group/migrants"] },
  "open-source-not-panacea": { about: ["concept/open-source", "threat/open-source-fragility"] },
  "digital-gap-in-theory": { about: ["concept/capability-approach"] },
  "ill-timed-consensus": { about: ["concept/hard-power", "concept/shared-responsibility"] },
  "how-to-define": { about: ["concept/human-security"] },
  "globalization-pace": { about: ["concept/globalization", "measure/cushioning-globalization"] },
};
