/** What a digital public good is made of; it may be several. */
export type DpgType = "software" | "content" | "data" | "ai-system";

/** The requirements of the standard: nine indicators, of which the ninth has three parts. */
export type DpgIndicatorId =
  | "1"
  | "2"
  | "3"
  | "4"
  | "5"
  | "6"
  | "7"
  | "8"
  | "9"
  | "9a"
  | "9b"
  | "9c";

/** A fact on which it depends whether an indicator asks anything. */
export type DpgCondition = "nonPersonalData" | "personalData" | "content" | "interaction";

/** One requirement of the standard, in our words. */
export interface DpgIndicator {
  readonly id: DpgIndicatorId;
  readonly title: string;
  /** In our words; the standard's own text is under CC-BY-SA-4.0. */
  readonly requirement: string;
  /** What counts as evidence. */
  readonly evidence: string;
  /** It asks something only where this holds. */
  readonly appliesIf?: DpgCondition;
  /** Evidence counts only from someone who may speak for the project. */
  readonly needsAuthority: boolean;
}

/** The edition of the Digital Public Goods Standard that the checklist follows. */
export const DPG_STANDARD: {
  readonly version: string;
  readonly date: string;
  readonly publisher: string;
  readonly url: string;
  readonly license: string;
} = {
  version: "1.1.6",
  date: "2024-09-04",
  publisher: "Digital Public Goods Alliance",
  url: "https://github.com/DPGAlliance/DPG-Standard/blob/main/standard.md",
  license: "CC-BY-SA-4.0",
};

/**
 * The nine indicators of the Digital Public Goods Standard 1.1.6 (2024-09-04), in our words.
 *
 * @example
 * ```ts
 * import { dpgIndicators } from "@vitalcore/opensource/dpg";
 * dpgIndicators.find(({ id }) => id === "2")?.title; // => "Approved open licence"
 * ```
 */
export const dpgIndicators: readonly DpgIndicator[] = [
  {
    id: "1",
    title: "Relevance to the SDGs",
    requirement: "It advances Sustainable Development Goals, and shows which and how.",
    evidence: "For each goal, a description or link tied to its targets.",
    needsAuthority: false,
  },
  {
    id: "2",
    title: "Approved open licence",
    requirement:
      "It is under an approved licence: OSI's for software; Creative Commons for content, non-commercial ones allowed; an open data licence for data.",
    evidence: "The licence as an SPDX expression; the outcome is derived from it.",
    needsAuthority: false,
  },
  {
    id: "3",
    title: "Clear ownership",
    requirement: "It is stated in public who owns what it produces.",
    evidence: "Copyright, trademark or terms, by link.",
    needsAuthority: false,
  },
  {
    id: "4",
    title: "Platform independence",
    requirement:
      "No closed part that it cannot do without restricts more than its own licence, or open parts can take that part's place without much change.",
    evidence: "The licences of its components; for restrictive ones, open alternatives.",
    needsAuthority: false,
  },
  {
    id: "5",
    title: "Documentation",
    requirement: "Someone who does not know it can launch, run or use it from its documentation.",
    evidence: "Links to documentation of source, use or data.",
    needsAuthority: false,
  },
  {
    id: "6",
    title: "Extracting data",
    requirement: "Data about no person can be taken out or in, in a format that nobody owns.",
    evidence: "The mechanism and the formats.",
    appliesIf: "nonPersonalData",
    needsAuthority: false,
  },
  {
    id: "7",
    title: "Privacy and applicable laws",
    requirement: "It is made to comply with privacy law and the other law that applies to it.",
    evidence: "The laws, and the steps taken: terms, privacy policy.",
    needsAuthority: true,
  },
  {
    id: "8",
    title: "Standards and best practices",
    requirement: "It follows the standards of its field, and good practices or principles.",
    evidence: "The standards and principles, and proof that they are followed.",
    needsAuthority: true,
  },
  {
    id: "9",
    title: "Do no harm by design",
    requirement: "It is designed to anticipate and prevent harm, and to do none.",
    evidence: "Risks considered and steps taken.",
    needsAuthority: true,
  },
  {
    id: "9a",
    title: "Data privacy and security",
    requirement:
      "Personal data that it collects, stores or passes on stays private, safe and whole, and harm from it is prevented.",
    evidence: "The kinds of data, and how they are protected.",
    appliesIf: "personalData",
    needsAuthority: true,
  },
  {
    id: "9b",
    title: "Inappropriate and illegal content",
    requirement: "It has policies on such content, and ways to find, report and remove it.",
    evidence: "The policy, and the process of moderation.",
    appliesIf: "content",
    needsAuthority: true,
  },
  {
    id: "9c",
    title: "Protection from harassment",
    requirement: "Users and contributors can protect themselves; under-age users are kept safe.",
    evidence: "The code of conduct or process, and what protects minors.",
    appliesIf: "interaction",
    needsAuthority: true,
  },
];
